// GetSupportedDM's answers are built once, and told anew as soon as something that they follow from has changed.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { supportedAnswersBytesMax } from '../../../agent/msg/limits.ts';
import { SupportedAnswers } from '../../../agent/msg/supportedanswers.ts';
import { fullAccess } from '../../../datamodel/access.ts';
import type { GetSupportedDM } from '../../../proto/codec.gen.js';
import { World } from '../../helpers/world.ts';

const request = (...paths: string[]): GetSupportedDM => ({
  obj_paths: paths,
  first_level_only: false,
  return_commands: true,
  return_events: true,
  return_params: true,
  return_unique_key_sets: false,
});

/** Answers that count how often they are built. */
async function counted() {
  const world = await World.start();
  const answers = new SupportedAnswers(world.model.feed);
  let builds = 0;
  const ask = (asked: GetSupportedDM, { access = fullAccess, bytes = 8 } = {}) => {
    const body = answers.of(asked, access, () => {
      builds++;
      return new Uint8Array(bytes);
    });
    assert.is(body.length, bytes);
    return builds;
  };
  return { world, ask };
}

test('an answer is built once for each request and rights', async () => {
  const { world, ask } = await counted();
  assert.equal([ask(request('Device.')), ask(request('Device.'))], [1, 1]);
  assert.is(ask({ ...request('Device.'), first_level_only: true }), 2);
  assert.is(ask(request('Device.LocalAgent.')), 3);
  assert.is(ask(request('Device.'), { access: { ...fullAccess } }), 4);
  assert.is(ask(request('Device.')), 4);
  world.close();
});

test('a value that changes leaves it, an object that comes or goes does not', async () => {
  const { world, ask } = await counted();
  ask(request('Device.'));
  await world.controller.set({ 'Device.LocalAgent.Controller.1.': { ProvisioningCode: 'x' } });
  assert.is(ask(request('Device.')), 1);
  await world.controller.added('Device.LocalAgent.MTP.', { Protocol: 'MQTT' });
  assert.is(ask(request('Device.')), 2);
  await world.controller.set({ 'Device.LocalAgent.MTP.1.': { Protocol: 'CoAP' } });
  assert.is(ask(request('Device.')), 3, 'MTP.1.MQTT. went, and MTP.1.CoAP. came');
  world.close();
});

test('rights that look at single instances are looked at each time', async () => {
  const { world, ask } = await counted();
  const access = { ...fullAccess, isBySchema: false };
  assert.equal([ask(request('Device.'), { access }), ask(request('Device.'), { access })], [1, 2]);
  world.close();
});

test('what is kept has a limit', async () => {
  const { world, ask } = await counted();
  const bytes = supportedAnswersBytesMax / 2;
  assert.equal([ask(request('a'), { bytes }), ask(request('b'), { bytes }), ask(request('b'), { bytes })], [1, 2, 2]);
  assert.is(ask(request('a'), { bytes }), 3, 'a has made room for b');
  const huge = supportedAnswersBytesMax;
  assert.equal([ask(request('c'), { bytes: huge }), ask(request('c'), { bytes: huge })], [4, 5], 'too large to keep');
  world.close();
});

test('a controller is told what holds now: of objects, and of its rights', async () => {
  const world = await World.start();
  const paths = async (path: string) => {
    const [result] = await world.controller.supported(path);
    return result?.err_code || result?.supported_objs.map(object => object.supported_obj_path).join();
  };
  await world.controller.added('Device.LocalAgent.MTP.', { Protocol: 'MQTT' });
  const [mqtt, coap] = ['Device.LocalAgent.MTP.1.MQTT.', 'Device.LocalAgent.MTP.1.CoAP.'];
  assert.equal([await paths(mqtt), await paths(coap)], ['Device.LocalAgent.MTP.{i}.MQTT.', 7026]);
  await world.controller.set({ 'Device.LocalAgent.MTP.1.': { Protocol: 'CoAP' } });
  assert.equal([await paths(mqtt), await paths(coap)], [7026, 'Device.LocalAgent.MTP.{i}.CoAP.']);

  const trust = 'Device.LocalAgent.ControllerTrust.Role.1.Permission.';
  assert.is(await paths('Device.Time.'), 'Device.Time.');
  await world.controller.added(trust, { Enable: 'true', Order: '7', Targets: 'Device.Time.', Obj: '----' });
  assert.is(await paths('Device.Time.'), 7026);
  world.close();
});

test.run();

// CPU of answers, from the decoded request to the encoded Message: how they grow with the data model and with roles.
import { dispatch } from '../../agent/msg/dispatch.ts';
import type { Access } from '../../datamodel/access.ts';
import type { Msg, RequestInit } from '../../proto/codec.gen.js';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import { requestMsg } from '../helpers/controller.ts';
import { me, World } from '../helpers/world.ts';
import { figuresOf, row } from './figures.ts';

const rounds = 400;

/** Median milliseconds of one answer. */
async function measure(name: string, world: World, request: RequestInit, access?: Access): Promise<number> {
  const bytes = encodeMsg(requestMsg(request, 'bench')) as Uint8Array;
  const msg = decodeMsg(bytes) as Msg;
  if (msg.body.msg_body !== 'request') throw new Error('not a request');
  const controller = world.model.node(me);
  const context = {
    model: world.model,
    requests: world.requests,
    controller,
    access: access ?? world.accessControl.of(controller),
  };
  const samples: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const startedMs = performance.now();
    const answer = await dispatch(msg, msg.body.request, context);
    if (!answer || encodeMsg(answer) instanceof Error) throw new Error(`${name} has no answer`);
    samples.push(performance.now() - startedMs);
  }
  const figures = figuresOf(samples.slice(rounds / 4));
  row(name, figures, 'ms');
  return figures.p50;
}

async function worldOf(capabilities: number): Promise<World> {
  const world = await World.start();
  for (let i = 0; i < capabilities; i++) world.addCapability(`sensor ${i}`, 'LevelSensor');
  return world;
}

/** A role of 20 permissions, whose targets overlap, assigned to a second controller. */
async function accessOfManyPermissions(world: World): Promise<Access> {
  const role = await world.controller.added('Device.LocalAgent.ControllerTrust.Role.', {
    Name: 'many',
    Enable: 'true',
  });
  const all = { Param: 'rwxn', Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };
  for (let i = 1; i <= 20; i++) {
    const target = i === 1 ? 'Device.' : `Device.LocalAgent.Controller.*.MTP.*.MQTT.`;
    const targets = i % 2 ? target : 'Device.LocalAgent.Subscription.';
    await world.controller.added(`${role}Permission.`, { Enable: 'true', Order: `${i}`, Targets: targets, ...all });
  }
  const other = await world.addController('self::many', role.slice(0, -1));
  const found = [...world.model.table('Device.LocalAgent.Controller.').rows.values()].find(
    each => each.stored('EndpointID') === other.endpointId,
  );
  if (!found) throw new Error('the second controller is not there');
  return world.accessControl.of(found);
}

const times = (ratio: number) => `${ratio.toFixed(2)} times`;

export async function answers(): Promise<void> {
  const [few, many] = [await worldOf(10), await worldOf(1000)];
  const one: RequestInit = { get: { param_paths: ['Device.IoTCapability.5.LevelSensor.Value'] } };
  const ofFew = await measure('Get of one parameter, 10 capabilities', few, one);
  const ofMany = await measure('Get of one parameter, 1,000 capabilities', many, one);
  const search = 'Device.IoTCapability.[LevelSensor.HighLevel==true].LevelSensor.Value';
  await measure('Get by a search expression over 1,000', many, { get: { param_paths: [search] } });
  const model = { obj_paths: ['Device.'], return_commands: true, return_events: true, return_params: true };
  await measure('GetSupportedDM of Device.', many, { get_supported_dm: { ...model, return_unique_key_sets: true } });
  const whole: RequestInit = { get: { param_paths: ['Device.LocalAgent.'] } };
  const access = await accessOfManyPermissions(few);
  const free = await measure('Get of Device.LocalAgent., full access', few, whole);
  const ruled = await measure('the same under 20 permissions', few, whole, access);
  process.stdout.write(`one parameter: ${times(ofMany / ofFew)} with 1,000; permissions: ${times(ruled / free)}\n`);
  few.close();
  many.close();
}

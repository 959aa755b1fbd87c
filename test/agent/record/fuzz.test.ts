// Requests that no controller would send: each is answered, and none of them breaks anything inside.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RequestInit } from '../../../proto/codec.gen.js';
import { me, World } from '../../helpers/world.ts';

const pieces = fc.constantFrom(
  ...['Device.', 'LocalAgent.', 'Controller.', 'Subscription.', 'MTP.', 'ControllerTrust.', 'Role.', 'Permission.'],
  ...[
    'IoTCapability.',
    'BinaryControl.',
    'MQTT.',
    'Client.',
    '1.',
    '2.',
    '9.',
    '*.',
    '{i}.',
    'Enable',
    'Alias',
    'Value',
  ],
  ...[
    '[Enable==true].',
    '[Alias=="cpe-1"].',
    '[Order>0].',
    '[ID~="x"].',
    'AssignedRole+.',
    'AssignedRole#*+.',
    'Toggle()',
  ],
  ...['Boot!', '__proto__', '__proto__.', 'constructor.', '..', '[', ']', '"', ' ', '\u0000', '\ud800', '💥'],
);
const path = fc.oneof(
  fc.array(pieces, { maxLength: 7 }).map(all => all.join('')),
  fc.array(pieces, { maxLength: 5 }).map(all => `Device.${all.join('')}`),
  fc.string({ maxLength: 20 }),
);
const name = fc.oneof(fc.constantFrom('Enable', 'Alias', 'ID', 'Order', 'Targets', 'Param', 'Protocol', 'Value'), path);
const value = fc.oneof(
  fc.constantFrom(
    'true',
    'false',
    '1',
    '-1',
    '',
    'MQTT',
    'CoAP',
    'rwxn',
    'Device.',
    'cpe-1',
    'Device.LocalAgent.Controller.1',
  ),
  path,
);
const settings = fc.array(fc.record({ param: name, value, required: fc.boolean() }), { maxLength: 4 });
const objects = fc.array(fc.record({ obj_path: path, param_settings: settings }), { maxLength: 3 });
const paths = fc.array(path, { maxLength: 3 });
const flag = fc.boolean();

const request: fc.Arbitrary<RequestInit> = fc.oneof(
  fc.record({ get: fc.record({ param_paths: paths, max_depth: fc.nat({ max: 3 }) }) }),
  fc.record({ set: fc.record({ allow_partial: flag, update_objs: objects }) }),
  fc.record({ add: fc.record({ allow_partial: flag, create_objs: objects }) }),
  fc.record({ delete: fc.record({ allow_partial: flag, obj_paths: paths }) }),
  fc.record({ get_instances: fc.record({ obj_paths: paths, first_level_only: flag }) }),
  fc.record({
    get_supported_dm: fc.record({
      obj_paths: paths,
      first_level_only: flag,
      return_params: flag,
      return_commands: flag,
    }),
  }),
  fc.record({
    operate: fc.record({
      command: path.map(text => `${text}Toggle()`),
      send_resp: fc.constant(true),
      input_args: fc.dictionary(name, value, { maxKeys: 3 }),
    }),
  }),
);

test('property: any request is answered, and nothing breaks inside', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 12 }), async requests => {
      const world = await World.start();
      world.addCapability('switch', 'BinaryControl');
      const peer = await world.addController('self::peer');
      await peer.added('Device.LocalAgent.Subscription.', {
        Enable: 'true',
        NotifType: 'ValueChange',
        ReferenceList: 'Device.',
      });
      const ids = requests.map(each => peer.send(each));
      await world.clock.advance(10_000);
      const isCut = [me, 'Device.LocalAgent.Controller.2.'].some(each => !world.model.find(each));
      for (const [i, id] of ids.entries()) {
        if (!isCut && isTrusted(world)) assert.ok(peer.answer(id), `no answer to ${JSON.stringify(requests[i])}`);
      }
      const broken = world.services.lines.filter(line => /inside|broke/.test(line));
      assert.equal(broken, []);
      world.close();
    }),
    { seed: 11, numRuns: 300 },
  );
});

/** Whether the requests have left the peer enabled: else it is not answered any more. */
function isTrusted(world: World): boolean {
  return world.model.find('Device.LocalAgent.Controller.2.')?.stored('Enable') === true;
}

test.run();

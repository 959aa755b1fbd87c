// What acts by the tree as it is, when a change that was in it could not be stored: it acts by what is left.
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Capabilities } from '../../../agent/run/capabilities.ts';
import { capabilitySeed } from '../../../agent/run/capability-seed.ts';
import { Transports } from '../../../agent/run/transports.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import { SharedLines } from '../../../drivers/modbus/lines.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { configOf } from '../../helpers/agent.ts';
import { storedAndRefused } from '../../helpers/refusals.ts';
import { agentId } from '../../helpers/services.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';
import { me, World } from '../../helpers/world.ts';

const boolean = (value: boolean) => ({ Enable: String(value) });

test('Periodic! comes on, when its being disabled could not be stored', async () => {
  const world = await World.start();
  const subscription = { Enable: 'true', NotifType: 'Event', ReferenceList: 'Device.LocalAgent.Periodic!' };
  await world.controller.added('Device.LocalAgent.Subscription.', subscription);
  await storedAndRefused(world, me, [{ PeriodicNotifInterval: '50' }, boolean(false)]);
  await world.clock.advance(101_000);
  assert.is(world.told.length, 2);
  await storedAndRefused(world, me, [boolean(false), { PeriodicNotifInterval: '70', ...boolean(true) }]);
  await world.clock.advance(200_000);
  assert.is(world.told.length, 2, 'and not, where it is disabled');
});

test('an OnBoardRequest is sent, when its Controller was to be disabled and that could not be stored', async () => {
  const world = await World.start();
  await storedAndRefused(world, me, [{ OnBoardingComplete: 'false' }, boolean(false)]);
  assert.equal(
    world.told.map(({ notify }) => notify.notification),
    ['on_board_req'],
  );
});

test('a transport is open while its row asks for it, whatever was refused', async () => {
  const world = await World.start();
  const { model, clock, services } = world;
  const row = await world.controller.added('Device.LocalAgent.MTP.', { Protocol: 'UDS' });
  const socketPath = join(temporaryDirectory(), 'socket');
  const beyondRows = { coapHost: undefined, tlsFiles: new Map() };
  const transports = new Transports({ ...services, model, endpointId: agentId, socketPath, ...beyondRows });
  await transports.open({ received: () => 'accepted', connected: () => {} });
  await storedAndRefused(world, row, [boolean(true), boolean(false)], () => clock.advance(1_000));
  assert.equal(transports.all(), []);
  await clock.advance(1_000);
  await until('it is open', () => transports.all().length === 1);
  await transports.close();
});

test('a sensor runs with the threshold that its row has, whatever was refused', async () => {
  const config = await configOf(
    '[[capability]]\nname = "well"\ndriver = "file"\nchannel = "level"\nat = "/run/well"\npoll = "1s"\n',
  );
  const seeds = config.capabilities.map(capabilitySeed);
  const world = await World.start({ seeds });
  const { model, clock, services } = world;
  const { random, log, commands } = services;
  const hardware = new SimHardware(clock);
  hardware.files.texts.set('/run/well', '20\n');
  const outside = { hardware, modbus: new SharedLines(hardware, clock), clock, random, log };
  const path = 'Device.IoTCapability.1.';
  const paths = new Map(seeds.map(({ id }) => [id, path]));
  const capabilities = new Capabilities({ config, chips, outside, model, commands, paths, told: new Map() });
  await capabilities.start();
  await clock.advance(2_000);
  const isHigh = () => world.controller.value(`${path}LevelSensor.HighLevel`);
  assert.is(await isHigh(), 'false');
  const set = (value: string) => ({ HighLevelThreshold: value });
  await storedAndRefused(world, `${path}LevelSensor.`, [set('10'), set('30')]);
  await clock.advance(2_000);
  assert.is(await isHigh(), 'true');
  await capabilities.stop();
});

test.run();

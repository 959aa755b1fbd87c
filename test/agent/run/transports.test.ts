// Transports follow their rows while their code is still being loaded: what counts is what the rows say last.
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Transports } from '../../../agent/run/transports.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { agentId } from '../../helpers/services.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';
import { World } from '../../helpers/world.ts';

const mtps = 'Device.LocalAgent.MTP.';
const beyondRows = { coapHost: undefined, tlsFiles: new Map() };

/** Transports with a row that asks for a local socket, and a way to have them look at it without any time passing. */
async function opening() {
  const { model, services, controller } = await World.start();
  const clock = new VirtualClock();
  const timers: (() => void)[] = [];
  clock.after = (_, callback) => {
    timers.push(callback);
    return { stop: () => {} };
  };
  const socketPath = join(temporaryDirectory(), 'socket');
  const transports = new Transports({ ...services, clock, model, endpointId: agentId, socketPath, ...beyondRows });
  await transports.open({ received: () => 'accepted', connected: () => {} });
  const row = model.node(await controller.added(mtps, { Protocol: 'UDS', Enable: 'true' }));
  const look = () => {
    transports.reconfigure(beyondRows);
    timers.at(-1)!();
  };
  const disable = () => {
    const transaction = model.begin();
    transaction.write(row, 'Enable', 'false');
    transaction.commitNow();
  };
  return { transports, look, disable, model, controller };
}

/** The code is loaded, and whoever waited for it has gone on. */
async function loaded(): Promise<void> {
  const { transports, look } = await opening();
  look();
  await until('a socket', () => transports.all().length === 1);
  await transports.close();
}

test('what is being opened when all is closed does not stay open', async () => {
  const { transports, look } = await opening();
  look();
  await transports.close();
  await loaded();
  const left = transports.all();
  await transports.close();
  assert.equal(left, []);
});

test('a look that takes long does not bring back what a later one has seen to be gone', async () => {
  const { transports, look, disable } = await opening();
  look();
  disable();
  look();
  await loaded();
  const left = transports.all();
  await transports.close();
  assert.equal(left, []);
});

test('where a Controller is reached follows its rows, and the transports that there are', async () => {
  const { transports, look, model, controller } = await opening();
  const path = await controller.added('Device.LocalAgent.Controller.', { EndpointID: 'self::here', Enable: 'true' });
  const addressesTo = () => transports.to(model.node(path)).map(({ address }) => address);
  const mtp = await controller.added(`${path}MTP.`, { Protocol: 'UDS', Enable: 'true' });
  assert.equal(addressesTo(), []);
  look();
  await until('a socket', () => transports.all().length === 1);
  assert.equal(addressesTo(), ['self::here']);
  const change = async (path: string, param: string, value: string) => {
    const transaction = model.begin();
    transaction.write(model.node(path), param, value);
    await transaction.commit();
  };
  await change(mtp, 'Enable', 'false');
  assert.equal(addressesTo(), []);
  await change(mtp, 'Enable', 'true');
  assert.equal(addressesTo().length, 1);
  await transports.close();
  assert.equal(addressesTo(), []);
});

test.run();

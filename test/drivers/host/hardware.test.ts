import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';

function failing(code: string | undefined, message: string) {
  const loaded: string[] = [];
  const loadPackage = async (name: string) => {
    loaded.push(name);
    throw Object.assign(new Error(message), code === undefined ? {} : { code });
  };
  return { loaded, hardware: new HostHardware({ clock: new VirtualClock(), loadPackage }) };
}

const failureOf = (promise: Promise<unknown>) => promise.catch(e => e) as Promise<{ code?: string; message: string }>;

test('nothing native is loaded before the first such bus is opened', async () => {
  const { loaded, hardware } = failing('ERR_MODULE_NOT_FOUND', 'Cannot find package');
  await hardware.files.readText('/proc/self/status');
  assert.equal(loaded, []);
  await failureOf(hardware.openI2c('i2c-1'));
  assert.equal(loaded, ['i2c-bus']);
});

test('a package that is not installed is named, with the remedy', async () => {
  const { hardware } = failing('ERR_MODULE_NOT_FOUND', 'Cannot find package');
  const { code, message } = await failureOf(hardware.openI2c('i2c-1'));
  assert.is(code, 'unsupported');
  assert.match(message, /npm install i2c-bus$/);
});

test('a package whose addon does not load is to be rebuilt', async () => {
  const { hardware } = failing(undefined, 'was compiled against a different Node.js version');
  const { code, message } = await failureOf(hardware.openSerial('/dev/null:9600'));
  assert.is(code, 'unsupported');
  assert.match(message, /different Node\.js.*npm rebuild$/);
});

test.run();

// Places that are understood; those that are not have their messages in cases/places.ts.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isFoundInOrder, occupiedBy, type Place, parsePlace } from '../../../agent/config/place.ts';
import type { ChipDefinition, Ports } from '../../../drivers/define.ts';

function chipOn(bus: keyof Ports, addresses?: readonly number[]): ChipDefinition {
  return { name: 'it', description: '', bus, channels: {}, ...(addresses && { addresses }) };
}

function place(text: string, chip: ChipDefinition): Place {
  const parsed = parsePlace(text, chip);
  if ('message' in parsed) throw new Error(parsed.message);
  return parsed;
}

function refuses(text: string, chip: ChipDefinition): void {
  assert.ok('message' in parsePlace(text, chip), text);
}

test('an I2C bus and address', () => {
  const chip = chipOn('i2c', [0x44, 0x45]);
  assert.equal(place('i2c-1:0x45', chip), { bus: 'i2c', at: 'i2c-1:0x45', port: 'i2c-1', address: 0x45 });
  assert.is(place('i2c-20:0X44', chip).at, 'i2c-20:0x44');
  for (const text of ['i2c-1:0x46', 'i2c-1', 'i2c:0x44', 'i2c-1:0x44 ', 'i2c-1:0x044', 'pin 11']) refuses(text, chip);
});

test('a chip without declared addresses can be at any that is not reserved', () => {
  const chip = chipOn('i2c');
  assert.equal(
    ['i2c-1:0x8', 'i2c-1:0x77'].map(text => place(text, chip).address),
    [0x08, 0x77],
  );
  for (const text of ['i2c-1:0x07', 'i2c-1:0x78', 'i2c-1:0xff']) refuses(text, chip);
});

test('a GPIO line by pin, chip or label', () => {
  const chip = chipOn('gpio-in');
  for (const text of ['pin 11', 'pin 40', 'gpiochip0:17', 'gpiochip4:0', 'label pinctrl-bcm2835:17', 'label a b:c:3']) {
    assert.equal(place(text, chip), { bus: 'gpio-in', at: text, port: text, address: 0 });
  }
  assert.is(place('gpiochip0:007', chip).at, 'gpiochip0:7');
  for (const text of ['pin 0', 'pin 1', 'pin 39', 'pin 41', 'pin', '17', 'gpiochip0', 'label :1', 'label x', '']) {
    refuses(text, chip);
  }
});

test('a GPIO line by its own name', () => {
  const chip = chipOn('gpio-out');
  for (const text of ['line GPIO17', 'line X', 'line RGMII_TXD0', 'line ID SDA', `line ${'x'.repeat(31)}`])
    assert.is(place(text, chip).port, text);
  for (const text of ['line', 'line ', 'line  x', 'line x ', 'line "x"', `line ${'x'.repeat(32)}`, 'Line GPIO17'])
    refuses(text, chip);
});

test('a serial port with its speed and frame, also where its name has colons', () => {
  const chip = chipOn('serial');
  const byPath = '/dev/serial/by-path/platform-3f980000.usb-usb-0:1.2:1.0-port0:115200,7E2';
  assert.is(place(byPath, chip).port, byPath);
  assert.is(occupiedBy(place(byPath, chip)), '/dev/serial/by-path/platform-3f980000.usb-usb-0:1.2:1.0-port0');
  for (const text of [
    '/dev/ttyAMA0',
    '/dev/ttyAMA0:9600',
    '/dev/ttyAMA0:9600,9N1',
    'ttyAMA0:9600,8N1',
    '/dev/x:9,8N1',
  ]) {
    refuses(text, chip);
  }
});

test('a port that is named by the order in which it was found', () => {
  const chip = chipOn('serial');
  assert.ok(isFoundInOrder(place('/dev/ttyUSB0:9600,8N1', chip)));
  assert.ok(isFoundInOrder(place('/dev/ttyACM12:9600,8N1', chip)));
  assert.not.ok(isFoundInOrder(place('/dev/ttyAMA0:9600,8N1', chip)));
});

test('a file occupies nothing', () => {
  const file = place('../data/a.csv', chipOn('files'));
  assert.equal(file, { bus: 'files', at: '../data/a.csv', port: '', address: 0 });
  assert.is(occupiedBy(file), undefined);
});

test.run();

/**
 * Maxim DS18B20 and its family, by the kernel's 1-wire driver (drivers/w1/slaves/w1_therm.c): nine bytes of scratchpad
 * and the temperature out of them, in a file.
 */
import { oneWireCrc } from '../bytes.ts';
import { chip, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { refuse } from './common/sampling.ts';

/** "5e 01 ff ff 7f ff ff ff 52 : crc=52 YES", and on the next line the bytes that were last good, "t=21875". */
const form = /^((?:[0-9a-f]{2} ){9}): crc=[0-9a-f]{2} (YES|NO)\n.* t=(-?\d+)\s*$/;

/** 85 degC in its sixteenths, which is in the scratchpad from power-on until a conversion has ended. */
const powerOnRaw = 0x0550;
/** The same in a DS18S20 (family 10), in halves, with the count that remains. */
const powerOnRawS = 0x00aa;
/** 127.94 degC: what some copies say when their supply sags. */
const saggedRaw = 0x07ff;
/** Byte 6, reserved: after a conversion it is 10h less the sixteenths; this is its value from power-on. */
const reservedAfterPowerOn = 0x0c;

export const ds18b20 = chip({
  name: 'ds18b20',
  description: 'Maxim DS18B20, DS18S20, DS1822, DS1825: temperature',
  bus: 'files',
  needsPath: true,
  channels: { temperature: temperature({ range: [-55, 125], resolution: 0.0625 }) },
  // A conversion of 12 bits takes 750 ms, during which the bus is busy for all.
  pollMsMin: 1_000,
  pollMsDefault: 10_000,

  async sample(context) {
    const { port, at } = context;
    const text = await port.readText(`${at}/w1_slave`);
    // The kernel gives an empty file when the part did not answer.
    if (text === '') throw new DeviceError('no-answer', `${at}: not acknowledged`);
    const [, hex, verdict, milli] = form.exec(text) ?? [];
    if (hex === undefined) throw new DeviceError('bad-data', `${at}: "${text.slice(0, 40)}" is not as expected`);
    const bytes = hex
      .trim()
      .split(' ')
      .map(each => Number.parseInt(each, 16));
    if (verdict !== 'YES' || oneWireCrc(bytes) !== 0) throw new DeviceError('bad-data', `${at}: wrong checksum`);
    const raw = bytes[0]! | (bytes[1]! << 8);
    refuse(
      bytes.every(byte => byte === 0),
      context,
      'all bits are zeros',
    );
    // A true 85 degC has another byte 6 and passes.
    refuse(raw === powerOnRaw && bytes[6] === reservedAfterPowerOn, context, '85 degC, its value from power-on');
    const isDs18s20 = /(^|\/)10-[^/]*$/.test(at);
    refuse(
      isDs18s20 && raw === powerOnRawS && bytes[6] === reservedAfterPowerOn,
      context,
      '85 degC, its value from power-on',
    );
    refuse(raw === saggedRaw && bytes[6] === reservedAfterPowerOn, context, '127.94 degC, which it cannot measure');
    return { temperature: Number(milli) / 1000 };
  },
});

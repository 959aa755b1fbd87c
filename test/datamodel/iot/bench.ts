/** A fake machine with a sampler on it, for the tests of devices. */
import type { DeviceSpec } from '../../../datamodel/iot/open.ts';
import { Sampler } from '../../../datamodel/iot/sampler.ts';
import type { ChipDefinition } from '../../../drivers/define.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { Recorder, relay, thermometer, World } from './fakes.ts';

export const noAnswer = new DeviceError('no-answer', 'EREMOTEIO');

export function device(chip: ChipDefinition, at: string, options: DeviceSpec['options'] = {}): DeviceSpec {
  const [port = '', address = '0'] = at.split(':');
  return { chip, place: { at, port, address: Number(address) }, options };
}

/** A world with sensors by name on channels of one device each, and controls; started. */
export class Bench extends World {
  readonly sampler = new Sampler(this);

  sensor(name: string, chip: ChipDefinition, at: string, channelName: string, pollMs?: number): Recorder {
    const channel = chip.channels[channelName];
    if (!channel) throw new Error(channelName);
    const recorder = new Recorder(this.clock);
    const spec = { name, channelName, channel, class: channel.class, filters: [], settings: {} };
    this.sampler.addSensor(spec, { device: device(chip, at), pollMs }, recorder);
    return recorder;
  }

  thermometer(pollMs = 5_000, bus = 'i2c-1'): Recorder {
    return this.sensor('boiler temperature', thermometer, `${bus}:0x44`, 'temperature', pollMs);
  }

  relay(chip = relay, initial = false) {
    const channel = chip.channels.level;
    if (!channel) throw new Error('level');
    return this.sampler.addControl(
      { name: 'fan', channelName: 'level', channel, initial },
      { device: device(chip, 'pin 13'), pollMs: undefined },
    );
  }

  async start(ms = 0): Promise<void> {
    this.sampler.start();
    await this.clock.advance(ms);
  }
}

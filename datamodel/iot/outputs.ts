/** The outputs of one device: what they are given, and whether they have it. */
import type { Control } from './control.ts';
import { DeviceFailure } from './errors.ts';
import type { Link } from './open.ts';

export class Outputs {
  readonly controls: Control[] = [];
  /** A write failed, and nobody knows what they have: they are to be written again before anything else is done. */
  areUnsure = false;

  /** Gives them what they shall have, or what they had at first. Rejects with what the driver throws. */
  async write({ chip, context }: Link, which: 'wanted' | 'initial'): Promise<void> {
    for (const control of this.controls) await chip.drive?.(context, control.channelName, control[which]);
  }

  /** Reads them back where that can be done. Rejects where one has not what it was given. */
  async verify({ chip, context }: Link): Promise<void> {
    for (const control of this.controls) {
      const has = await chip.readBack?.(context, control.channelName);
      if (has === undefined || control.isHeldBy(has)) continue;
      throw new DeviceFailure('io', `${control.name} has ${has} in place of ${control.wanted}`);
    }
  }
}

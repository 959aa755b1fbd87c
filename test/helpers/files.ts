// A driver of files against files that exist only here, in virtual time.
import type { ChipDefinition, Reading } from '../../drivers/define.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { VirtualClock } from './clock.ts';
import { type Bench, during, openChip } from './driver.ts';

export async function filesBench(
  definition: ChipDefinition<'files'>,
  at: string,
  texts: Readonly<Record<string, string>>,
  extra: Pick<Bench, 'options' | 'channels'> = {},
) {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const { files } = hardware;
  for (const [path, text] of Object.entries(texts)) files.texts.set(path, text);
  const context = await openChip(definition, { hardware, clock, at, ...extra });
  return {
    ...{ clock, files, context },
    sample: () => during(clock, 5000, definition.sample!(context)),
    drive: (channel: string, value: Reading) => during(clock, 5000, definition.drive!(context, channel, value)),
    readBack: (channel: string) => during(clock, 5000, definition.readBack!(context, channel)),
  };
}

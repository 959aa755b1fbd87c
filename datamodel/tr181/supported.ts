/** The part of TR-181 that is supported. */
import type { ObjectSchema } from '../schema.ts';
import { packedTable } from './table.gen.ts';
import { openTable } from './table.ts';

let opened: ObjectSchema | undefined;

/** Its root object, `Device.`: opened once, since it never changes and remembers what of it has been read. */
export function supportedSchema(): ObjectSchema {
  opened ??= openTable(packedTable);
  return opened;
}

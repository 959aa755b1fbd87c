/** One entry of Subscription.{i}.TriggerConfigSettings: `Device.Path.Param=value`, string values in quotes. */
import { Fault, INVALID_VALUE } from './errors.ts';
import { isSyntaxError, parsePath } from './path/parse.ts';
import { decodeItem } from './values/list.ts';

export interface TriggerSetting {
  /** `Device.Path.`, with instance numbers, keys or a search expression. */
  objectPath: string;
  param: string;
  /** Wire text. */
  value: string;
}

/** Reads an entry as it stands in the list, percent-encoded (TR-106). Fault 7012. */
export function parseTriggerSetting(entry: string): TriggerSetting | Fault {
  const text = decodeItem(entry);
  const cut = equalsSignOf(text);
  if (cut < 0) return refused(`${entry}: path=value is expected`);
  const path = parsePath(text.slice(0, cut).trim());
  if (isSyntaxError(path)) return refused(`${entry}: ${path.reason}`);
  if (path.leaf?.kind !== 'param' || path.segments.length === 0) return refused(`${entry}: no path of a parameter`);
  const value = unquoted(text.slice(cut + 1).trim());
  if (value === undefined) return refused(`${entry}: its quotes do not close`);
  return { objectPath: path.text.slice(0, -path.leaf.name.length), param: path.leaf.name, value };
}

/** The first `=` outside search expressions. */
function equalsSignOf(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') depth++;
    else if (text[i] === ']') depth--;
    else if (text[i] === '=' && depth === 0) return i;
  }
  return -1;
}

/** The value without its quotes; one that has none is taken as it is. Undefined when only one of them is there. */
function unquoted(value: string): string | undefined {
  if (!value.startsWith('"')) return value;
  return value.length > 1 && value.endsWith('"') ? value.slice(1, -1) : undefined;
}

function refused(reason: string): Fault {
  return new Fault(INVALID_VALUE, `TriggerConfigSettings: ${reason}`, 'TriggerConfigSettings');
}

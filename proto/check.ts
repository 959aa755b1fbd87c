// The rules that TR-369 adds to proto3, applied to a decoded message. They are data: `rules` in codec.gen.js.
import { rules } from './codec.gen.js';
import { ProtoError } from './errors.ts';

type Fields = Readonly<{ [name: string]: unknown }>;

/** The first rule that `message` breaks, or undefined. Looks only at messages that have a rule. */
export function findFault(message: object): ProtoError | undefined {
  const rule = rules.get(message.constructor);
  if (!rule) return undefined;
  const fields = message as Fields;
  for (const [name, largest] of rule.enums) {
    const value = Number(fields[name]);
    if (value < 0 || value > largest) return new ProtoError('unknown-value', `${name} is ${value}`); // [R-ENC.2]
  }
  for (const name of rule.required) {
    const fault = faultIn(fields, name);
    if (fault) return fault;
  }
  if (rule.oneof !== undefined) {
    const choice = fields[rule.oneof];
    if (choice === undefined) return new ProtoError('missing-field', `${rule.oneof} is not set`); // [R-ENC.3]
    const fault = faultIn(fields, String(choice));
    if (fault) return fault;
  }
  for (const name of rule.lists) {
    for (const item of fields[name] as readonly object[]) {
      const fault = findFault(item);
      if (fault) return fault;
    }
  }
  return undefined;
}

/** A oneof may also offer a scalar, which has nothing to check. */
function faultIn(fields: Fields, name: string): ProtoError | undefined {
  const field = fields[name];
  if (field === null || field === undefined) return new ProtoError('missing-field', `${name} is missing`);
  return typeof field === 'object' ? findFault(field) : undefined;
}

/** Failures of devices, as values. */
import type { DeviceErrorCode } from '../../drivers/ports.ts';

/** A device's failure: the port's code, and a message that may be empty. */
export class DeviceFailure {
  readonly code: DeviceErrorCode;
  readonly message: string;

  constructor(code: DeviceErrorCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** Each code in words, for the log: "boiler temperature: no answer at i2c-1:0x44". */
export const failureWords: Readonly<Record<DeviceErrorCode, string>> = {
  missing: 'nothing there',
  'no-answer': 'no answer',
  timeout: 'no answer in time',
  busy: 'held by another program',
  forbidden: 'no permission',
  'bad-data': 'garbled data',
  'not-a-reading': 'an answer that is no reading',
  unsupported: 'not supported',
  io: 'input or output error',
};

/** The words say all: that a chip has not acknowledged. The others' messages are shown too. */
const wordsSuffice: DeviceErrorCode = 'no-answer';

/** Whatever a driver threw. A DeviceError is known by its code; what has none of ours is 'io'. */
export function toFailure(cause: unknown): DeviceFailure {
  if (cause instanceof DeviceFailure) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return new DeviceFailure(isCode(code) ? code : 'io', message);
}

function isCode(code: unknown): code is DeviceErrorCode {
  return typeof code === 'string' && Object.hasOwn(failureWords, code);
}

/** The failure of the device at `at` (empty: it has no place), as a clause for the log. */
export function describeFailure(failure: DeviceFailure, at: string): string {
  const words = at === '' ? failureWords[failure.code] : `${failureWords[failure.code]} at ${at}`;
  const message = failure.code === wordsSuffice ? '' : beyondPlace(failure.message, at);
  return message === '' ? words : `${words} (${message})`;
}

/** A message without the place, or the part of it, that it begins with: the words have named it. */
function beyondPlace(message: string, at: string): string {
  const [beginning = '', quoted, plain] = /^(?:"(.+?)" |(.+?): )/.exec(message) ?? [];
  const place = quoted ?? plain;
  return place !== undefined && at.startsWith(place) ? message.slice(beginning.length) : message;
}

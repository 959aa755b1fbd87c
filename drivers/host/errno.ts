/** errno on Linux, as a DeviceErrorCode. */
import { DeviceError } from '../errors.ts';
import type { DeviceErrorCode } from '../ports.ts';

/**
 * By number, because the number is all that is sure: Node's own errors carry it negative, the addons' positive, and
 * an addon that does not know an error leaves its `code` empty. The numbers are those of x86 and ARM.
 */
const codes = new Map<number, DeviceErrorCode>([
  [1, 'forbidden'], // EPERM
  [2, 'missing'], // ENOENT
  [6, 'no-answer'], // ENXIO: the address was not acknowledged (Documentation/i2c/fault-codes)
  [11, 'busy'], // EAGAIN: arbitration was lost, or the port is locked
  [13, 'forbidden'], // EACCES
  [16, 'busy'], // EBUSY
  [19, 'missing'], // ENODEV
  [20, 'missing'], // ENOTDIR
  [25, 'unsupported'], // ENOTTY: no such ioctl here
  [38, 'unsupported'], // ENOSYS
  [71, 'bad-data'], // EPROTO
  [74, 'bad-data'], // EBADMSG: SMBus packet error check
  [95, 'unsupported'], // EOPNOTSUPP
  [110, 'timeout'], // ETIMEDOUT
  [121, 'no-answer'], // EREMOTEIO: what the BCM2835's I2C says when nobody acknowledges
]);

/** The positive errno of an error that has one. */
export function errnoOf(cause: unknown): number | undefined {
  const errno = (cause as { errno?: unknown } | null)?.errno;
  return typeof errno === 'number' ? Math.abs(errno) : undefined;
}

/** Any failure of the machine as a DeviceError that names the device. */
export function hostError(cause: unknown, device: string): DeviceError {
  if (cause instanceof DeviceError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  return new DeviceError(codes.get(errnoOf(cause) ?? 0) ?? 'io', `${device}: ${text.replace(nodeCall, '')}`);
}

/** The system call and the path that Node's messages end with, as in "ENOENT: no such file or directory, open '/run/x'". */
const nodeCall = /, [a-z]+ '.*'$/;

/** What is refused says who may: members of `group`. */
export function withGroup(cause: unknown, device: string, group: string): DeviceError {
  const error = hostError(cause, device);
  return error.code === 'forbidden' ? new DeviceError('forbidden', `${device}: join the group ${group}`) : error;
}

import type { DeviceErrorCode } from './ports.ts';

/** A device's failure, by code. The message is for the log and names the device. */
export class DeviceError extends Error {
  readonly code: DeviceErrorCode;

  constructor(code: DeviceErrorCode, message: string) {
    super(message);
    this.name = 'DeviceError';
    this.code = code;
  }
}

/** Any thrown value as a DeviceError; what is not one already becomes 'io'. */
export function toDeviceError(cause: unknown): DeviceError {
  if (cause instanceof DeviceError) return cause;
  return new DeviceError('io', cause instanceof Error ? cause.message : String(cause));
}

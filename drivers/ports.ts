/**
 * The ports: everything that the agent asks of the world outside it, as types alone.
 *
 * drivers/host implements them on a real machine, drivers/sim over models of the chips. Nothing else in the house
 * knows a clock, a file, a bus or a socket of its own.
 */

/** A running timer or watch. Stopping it twice is allowed. */
export interface Stoppable {
  stop(): void;
}

/** Time. Intervals use the monotonic clock; wall time may jump, and may be unknown at boot. */
export interface Clock {
  /** Milliseconds since an arbitrary start, never going back. May have a fraction. */
  monotonicMs(): number;
  /** Milliseconds since 1970-01-01T00:00:00Z, whatever the machine believes. */
  wallMs(): number;
  /** Whether wall time has been set by something better than the last shutdown. */
  wallTimeIsKnown(): boolean;
  /** Calls back once after `delayMs` (0 or more) of monotonic time. */
  after(delayMs: number, callback: () => void): Stoppable;
}

/** Chance. Seeded in tests. */
export interface Random {
  /** A number in [0, 1). */
  fraction(): number;
  /** `count` bytes fit for keys and tokens. */
  bytes(count: number): Uint8Array;
}

export type LogLevel = 'error' | 'warning' | 'notice' | 'info' | 'debug';

/** One line a call, for a person. Never called in a loop. */
export type Log = (level: LogLevel, line: string) => void;

/**
 * One append-only file that survives power cuts, for the journal.
 * A method rejects with an Error whose `code` is errno's name (ENOSPC, EROFS, EIO ...).
 */
export interface Store {
  /** Everything in the file, empty when it is new. */
  read(): Promise<Uint8Array>;
  /** Adds at the end; resolves when the bytes are on the medium (fdatasync). */
  append(bytes: Uint8Array): Promise<void>;
  /** Cuts the file to `length` bytes, durably. */
  truncate(length: number): Promise<void>;
  /** Replaces the whole file at once: temporary file, sync, rename, sync of the directory. */
  replace(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** What can be read of an X.509 certificate without trusting it. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  serialNumber: string;
  notBeforeMs: number;
  notAfterMs: number;
  subjectAltNames: string[];
  /** The certificate itself. */
  der: Uint8Array;
}

/** In the spelling of TR-181's LocalAgent.SupportedFingerprintAlgorithms. */
export type DigestAlgorithm = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Hashing and X.509, so that pure rooms need no node:crypto. */
export interface Crypto {
  sha256(bytes: Uint8Array): Uint8Array;
  digest(algorithm: DigestAlgorithm, bytes: Uint8Array): Uint8Array;
  /** Undefined when the bytes are no certificate (PEM or DER). */
  certificate(pemOrDer: Uint8Array): CertificateFacts | undefined;
}

/** Why a device did not answer, from errno and from what the driver saw. */
export type DeviceErrorCode =
  | 'missing' // no such bus, chip, line or port: it may come (back)
  | 'no-answer' // the chip did not acknowledge
  | 'timeout' // the transfer did not end in time
  | 'busy' // held by another program
  | 'forbidden' // permissions
  | 'bad-data' // a checksum or a format was wrong
  | 'not-a-reading' // a well-formed answer that is known not to be a measurement
  | 'unsupported' // this bus or kernel cannot do it
  | 'io'; // anything else

/** I2C. Transfers of one bus never overlap; each has a deadline, after which it rejects with a DeviceError. */
export interface I2cBus {
  /** Writes `write` (may be empty), then reads `readLength` bytes (may be 0) from the 7-bit `address`. */
  transfer(address: number, write: Uint8Array, readLength: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface GpioLineOptions {
  direction: 'in' | 'out';
  activeLow: boolean;
  /** Level driven when an output is opened, in logical terms (after activeLow). */
  initial?: boolean;
  bias?: 'pull-up' | 'pull-down' | 'none';
  /** How long an input must rest before its level counts, in the kernel; absent or 0: every edge counts. */
  debounceMs?: number;
}

/** One GPIO line, in logical levels: activeLow has been applied. */
export interface GpioLine {
  read(): Promise<boolean>;
  write(active: boolean): Promise<void>;
  /** Calls back with the level after each edge; `lost` is told of the line's disappearance. */
  watch(edge: (active: boolean) => void, lost: (error: Error) => void): Stoppable;
  close(): Promise<void>;
}

/** A serial port, already configured. `closed` is called once, when it is unplugged or fails. */
export interface SerialPort {
  write(bytes: Uint8Array): Promise<void>;
  listen(data: (bytes: Uint8Array) => void, closed: (error: Error) => void): Stoppable;
  close(): Promise<void>;
}

/** What a Modbus device has: single bits and 16-bit words, each to be read only or to be written too. */
export type ModbusTable = 'coil' | 'discrete-input' | 'input' | 'holding';

/** Some values in a row, of one device and one of its tables. */
export interface ModbusSpan {
  /** The device's address, 1 to 247. */
  address: number;
  table: ModbusTable;
  /** Of the first, as it goes over the line: from 0. */
  register: number;
}

/**
 * A line of Modbus devices, shared by all who have opened it. Exchanges never overlap; each has a deadline, after which
 * it rejects with a DeviceError, as it does with what a device answers in place of values.
 */
export interface ModbusLine {
  /** `count` bits (0 or 1) or words, 1 to 125. `deadlineMs`: how long the device may take. */
  read(span: ModbusSpan, count: number, deadlineMs: number): Promise<readonly number[]>;
  /**
   * Writes a coil (0 or 1) or up to 123 words; resolves once the device has said that it has them. `multiple`: by the
   * functions for several values, 15 and 16, also where there is but one.
   */
  write(span: ModbusSpan, values: readonly number[], deadlineMs: number, multiple?: boolean): Promise<void>;
  /** Resolves to the reason once the port is gone; to be opened again then. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

/** The lines of this machine, by `port` as in the configuration: "/dev/serial/by-id/usb-...:9600,8N1". */
export interface ModbusLines {
  open(port: string): Promise<ModbusLine>;
}

/** Small text files of the kernel (sysfs, procfs), and plain files that the configuration names. */
export interface Files {
  /**
   * Rejects with a DeviceError: 'missing', 'forbidden', 'io', or 'unsupported' when it is longer than 1 MiB. UTF-8; or
   * Latin-1, which makes each byte the character of its number.
   */
  readText(path: string, encoding?: 'latin1'): Promise<string>;
  list(directory: string): Promise<string[]>;
  /** Replaces what is in a file, at once. Rejects as readText does; a file that is not there is not made. */
  writeText(path: string, text: string): Promise<void>;
}

/** A program of this machine with its arguments, to be run again and again. */
export interface Program {
  /** What it printed. Rejects with a DeviceError, also when it has not ended well within `deadlineMs`, and is killed then. */
  run(deadlineMs: number): Promise<string>;
  close(): Promise<void>;
}

/** What came of rebinding a device. */
export interface Rebinding {
  /** For the log. */
  said: string;
  /** Its driver has not taken it back: until it does, the device is missing. */
  isUnbound: boolean;
  /** It was taken from it this time. */
  wasTaken?: boolean;
}

/** The kernel's own drivers, behind the sensors that sysfs shows (iio, hwmon, w1). */
export interface KernelDrivers {
  /**
   * Takes the device with its files at `path` from its driver and gives it back, so that both begin anew; where that is
   * permitted. A device that its driver did not take back the last time is only given, and with it, with `mayTake`, all
   * others of this kind; with `mayTake` false, no other is touched. Never rejects; resolves within rebindMsMax (limits.ts),
   * to undefined where there was nothing to do.
   */
  rebind(path: string, mayTake: boolean): Promise<Rebinding | undefined>;
  /**
   * Gives back whatever has no driver since it was taken, by this agent or the last. False when there is something left to
   * give, later. Never rejects; may take for ever.
   */
  giveBack(): Promise<boolean>;
}

/**
 * Where the devices are. `open*` reject with a DeviceError, within openPortMsMax (limits.ts) where nothing answers; nothing
 * native is loaded before the first call.
 */
export interface Hardware {
  /** `bus` as in the configuration: "i2c-1". */
  openI2c(bus: string): Promise<I2cBus>;
  /** `line` as in the configuration: "gpiochip0:17", "pin 11", "label pinctrl-bcm2835:17", "line GPIO17". */
  openGpio(line: string, options: GpioLineOptions): Promise<GpioLine>;
  /** `port` as in the configuration: "/dev/serial/by-id/usb-...:9600,8N1". */
  openSerial(port: string): Promise<SerialPort>;
  files: Files;
  /** Runs programs, where there are any. `command`: an absolute path, and arguments. */
  programs?: { open(command: readonly string[]): Program };
  kernelDrivers?: KernelDrivers;
}

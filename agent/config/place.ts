/** The grammar of `at`: where a chip, line, port or file is. Which form is right depends on the driver's bus. */
import type { ChipDefinition, Ports } from '../../drivers/define.ts';

/** A place that was understood. */
export interface Place {
  readonly bus: keyof Ports;
  /** In its one spelling: equal places have equal texts. For 'files' the path as written, empty where none is needed. */
  readonly at: string;
  /**
   * What the port is opened by: "i2c-1", "pin 11", "/dev/serial/by-id/…:9600,8N1", a command and its arguments as JSON.
   * Empty for 'files'.
   */
  readonly port: string;
  /** The 7-bit address on an I2C bus, or the address of a Modbus device; 0 elsewhere. */
  readonly address: number;
}

/** Why a text is no place. */
export interface PlaceError {
  message: string;
  expected: string;
  suggestion?: string;
}

const gpioForms =
  'a GPIO line: "pin 11" (of the 40-pin header), "gpiochip0:17", "label pinctrl-bcm2835:17" or "line GPIO17"';

/** The forms of `at`, for people. */
export const placeForms: Readonly<Record<keyof Ports, string>> = {
  i2c: 'an I2C bus and address such as "i2c-1:0x44"',
  'gpio-in': gpioForms,
  'gpio-out': gpioForms,
  serial: 'a serial port with its speed and frame such as "/dev/serial/by-id/usb-…:9600,8N1"',
  modbus: 'a serial port with its speed and frame such as "/dev/serial/by-id/usb-…:9600,8N1"',
  files: 'the path of a file',
  program: 'command = ["/usr/local/bin/tank", "--percent"], say',
};

function hex(address: number): string {
  return `0x${address.toString(16).padStart(2, '0')}`;
}

/** 7-bit addresses; those outside are reserved by the I2C specification (UM10204, section 3.1.12). */
const addressMin = 0x08;
const addressMax = 0x77;

function i2cPlace(text: string, chip: ChipDefinition): Place | PlaceError {
  const expected = placeForms.i2c;
  const match = /^(i2c-\d{1,3})(?::(0x[0-9a-f]{1,2}|\d{1,3}))?$/i.exec(text);
  const adapter = (match?.[1] ?? 'i2c-1').toLowerCase();
  const written = match?.[2];
  const usual = chip.addresses?.[0];
  if (written === undefined) {
    const message = match ? `"${text}" lacks the address of the chip` : `"${text}" is no place on an I2C bus`;
    return { message, expected, ...(usual === undefined ? {} : { suggestion: `"${adapter}:${hex(usual)}"` }) };
  }
  if (!/^0x/i.test(written)) {
    const asHex = Number(`0x${written}`);
    const meant = asHex > addressMax || chip.addresses?.includes(Number(written)) ? Number(written) : asHex;
    const message = 'an I2C address is written in hexadecimal, as i2cdetect prints it';
    return { message, expected, suggestion: `"${adapter}:${hex(meant)}"` };
  }
  const address = Number(written);
  const allowed = chip.addresses;
  if (allowed ? !allowed.includes(address) : address < addressMin || address > addressMax) {
    const forms = allowed ? allowed.map(hex).join(' or ') : `an address from ${hex(addressMin)} to ${hex(addressMax)}`;
    const suggestion = allowed?.length === 1 ? { suggestion: `"${adapter}:${hex(allowed[0]!)}"` } : {};
    return { message: `${chip.name} cannot be at address ${hex(address)}`, expected: forms, ...suggestion };
  }
  return { bus: 'i2c', at: `${adapter}:${hex(address)}`, port: adapter, address };
}

/** Pins of the 40-pin header that are 3.3 V, 5 V or ground. */
const powerPins = [1, 2, 4, 6, 9, 14, 17, 20, 25, 30, 34, 39];

/** A line by its own name, which the kernel keeps in 32 bytes. */
const namedLine = /^line [^\s"]([^"]{0,29}[^\s"])?$/;

function gpioPlace(text: string, bus: 'gpio-in' | 'gpio-out'): Place | PlaceError {
  const expected = placeForms[bus];
  const pin = /^pin (\d{1,2})$/.exec(text);
  if (pin) {
    const pinNumber = Number(pin[1]);
    if (pinNumber < 1 || pinNumber > 40) return { message: 'the header has the pins 1 to 40', expected };
    if (powerPins.includes(pinNumber)) return { message: `pin ${pinNumber} is power or ground, not a line`, expected };
    return { bus, at: `pin ${pinNumber}`, port: `pin ${pinNumber}`, address: 0 };
  }
  if (namedLine.test(text)) return { bus, at: text, port: text, address: 0 };
  const onChip = /^(gpiochip\d{1,3}|label [^\s"]([^"]*[^\s"])?):(\d{1,4})$/.exec(text);
  if (onChip) {
    const line = `${onChip[1]}:${Number(onChip[3])}`;
    return { bus, at: line, port: line, address: 0 };
  }
  return { message: `"${text}" is no GPIO line`, expected, ...meantLine(text) };
}

/** What somebody probably meant by "GPIO17", "17", "pin11" or "pin: 11". */
function meantLine(text: string): { message?: string; suggestion?: string } {
  const pin = /^pin[ :_-]*(\d{1,2})$/i.exec(text);
  if (pin) return { suggestion: `"pin ${Number(pin[1])}"` };
  const line = /^(?:gpio|bcm)?[ :_-]*(\d{1,3})$/i.exec(text);
  if (!line) return {};
  if (/^GPIO\d/.test(text)) return { suggestion: `"line ${text}"` };
  const message = `"${text}" names no GPIO chip, and bare numbers shift from one kernel and board to the next`;
  return { message, suggestion: `"gpiochip0:${Number(line[1])}"` };
}

function serialPlace(text: string): Place | PlaceError {
  const expected = placeForms.serial;
  const match = /^(\/[^,"]*):(\d{2,7}),([5-8])([NEO])([12])$/.exec(text);
  if (match) return { bus: 'serial', at: text, port: text, address: 0 };
  const path = /^\/[^,"]*?(?=(?::\d+)?(?:,\w*)?$)/.exec(text)?.[0];
  const suggestion = path ? { suggestion: `"${path}:9600,8N1"` } : {};
  return { message: `"${text}" is no serial port with speed and frame`, expected, ...suggestion };
}

/** Devices on one line share its port. */
function modbusPlace(text: string, address: number): Place | PlaceError {
  const place = serialPlace(text);
  if ('message' in place) return place;
  return { bus: 'modbus', at: `${text} address ${address}`, port: text, address };
}

/**
 * Reads `at` for a driver. An I2C address must be one that the chip can have; `address` is that of a Modbus device, which
 * is not in the text.
 */
export function parsePlace(text: string, chip: ChipDefinition, address = 0): Place | PlaceError {
  switch (chip.bus) {
    case 'i2c':
      return i2cPlace(text, chip);
    case 'gpio-in':
    case 'gpio-out':
      return gpioPlace(text, chip.bus);
    case 'serial':
      return serialPlace(text);
    case 'modbus':
      return modbusPlace(text, address);
    case 'files':
    case 'program':
      return { bus: chip.bus, at: text, port: '', address: 0 };
  }
}

/** What a place occupies, whatever its settings: a line, an I2C address, a serial port. Files and programs are free for all. */
export function occupiedBy({ bus, at, port }: Place): string | undefined {
  if (bus === 'files' || bus === 'program') return undefined;
  return bus === 'serial' || bus === 'modbus' ? pathOf(port) : at;
}

/** A serial port without its settings. */
const pathOf = (port: string) => port.slice(0, port.lastIndexOf(':'));

/**
 * Whether a serial port is named by the order in which it was found. Such names change places at a restart;
 * /dev/serial/by-id does not.
 */
export function isFoundInOrder({ bus, port }: Pick<Place, 'bus' | 'port'>): boolean {
  return bus === 'serial' && /^\/dev\/tty(USB|ACM)\d+$/.test(pathOf(port));
}

/** The kernel's simulators in a guest, driven over its shell. */
import type { Guest } from './guest.ts';

/** Lines of the simulated GPIO chip; its label is `gpioLabel`. */
const gpioLines = 8;
export const gpioLabel = 'hil';

/** As the guest's i2cset wants numbers: without 0x it takes them for hexadecimal all the same. */
const hex = (value: number) => `0x${value.toString(16)}`;

/** Makes a gpio-sim chip; resolves to its folder in sysfs. */
export async function makeGpioChip(guest: Guest): Promise<string> {
  await guest.run(`
    set -e
    chip=/sys/kernel/config/gpio-sim/hil
    mkdir -p $chip/bank0
    echo ${gpioLines} > $chip/bank0/num_lines
    echo ${gpioLabel} > $chip/bank0/label
    echo 1 > $chip/live`);
  const [folder] = (await guest.run('ls -d /sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio0')).trim().split('\n');
  if (!folder) throw new Error('gpio-sim made no chip');
  return folder.replace('/sim_gpio0', '');
}

/** Drives an input of the chip in `folder`. */
export async function pull(guest: Guest, folder: string, line: number, isHigh: boolean): Promise<void> {
  await guest.run(`echo ${isHigh ? 'pull-up' : 'pull-down'} > ${folder}/sim_gpio${line}/pull`);
}

/** The level of an output. */
export async function levelOf(guest: Guest, folder: string, line: number): Promise<boolean> {
  return (await guest.run(`cat ${folder}/sim_gpio${line}/value`)).trim() === '1';
}

/** Waits until an output is high: one with that as its initial level is open then. */
export async function becomesHigh(guest: Guest, folder: string, line: number): Promise<void> {
  const isHigh = (level: string) => level.trim() === '1';
  await guest.until(`line ${line} to be high`, `cat ${folder}/sim_gpio${line}/value`, isHigh);
}

/** Number of the bus that i2c-stub has made. */
export async function stubBus(guest: Guest): Promise<number> {
  const found = await guest.run('grep -l "SMBus stub" /sys/class/i2c-dev/i2c-*/name');
  return Number(/i2c-(\d+)/.exec(found)?.[1]);
}

/** Writes registers of i2c-stub, also of a chip that a kernel driver holds: bytes from `first` on. */
export async function setRegisters(
  guest: Guest,
  bus: number,
  address: number,
  first: number,
  bytes: readonly number[],
): Promise<void> {
  const lines = bytes.map((byte, at) => `i2cset -f -y ${bus} ${hex(address)} ${hex(first + at)} ${hex(byte)} b`);
  await guest.run(`set -e\n${lines.join('\n')}`);
}

/** The LM75's temperature register: 9 bits, left-aligned, 0.5 degC each (LM75 datasheet, section 7.5.2.1). */
export const lm75Word = (degC: number) => (degC * 2) << 7;

/** Writes a register of 16 bits, most significant byte first on the wire; SMBus sends a word's low byte first. */
export async function setWord(guest: Guest, bus: number, address: number, register: number, value: number) {
  const swapped = ((value & 0xff) << 8) | ((value >> 8) & 0xff);
  await guest.run(`i2cset -f -y ${bus} ${hex(address)} ${hex(register)} ${hex(swapped)} w`);
}

/** The chip at `address` of i2c-stub fails from now on, whoever asks it; 0: none does. */
export async function failAt(guest: Guest, address: number): Promise<void> {
  await guest.run(`echo ${address} > /sys/module/i2c_stub/parameters/failing`);
}

/** What is written to this register of i2c-stub from now on is forgotten. */
export async function holdRegister(guest: Guest, address: number, register: number): Promise<void> {
  await guest.run(`echo ${(address << 8) | register} > /sys/module/i2c_stub/parameters/held`);
}

/** Writes registers of i2c-stub, each a word as SMBus means it. */
export async function setWords(
  guest: Guest,
  bus: number,
  address: number,
  words: readonly (readonly [register: number, word: number])[],
): Promise<void> {
  const pairs = words.map(pair => pair.map(hex).join(':'));
  await guest.run(`
    set -e
    for each in ${pairs.join(' ')}; do i2cset -f -y ${bus} ${hex(address)} \${each%:*} \${each#*:} w; done`);
}

const smbusBlockBytes = 32;

/** Gives all registers of i2c-stub the same byte, a block of SMBus at a time. */
export async function fillRegisters(guest: Guest, bus: number, address: number, byte: number): Promise<void> {
  const blocks = Array.from({ length: 256 / smbusBlockBytes }, (_, at) => hex(at * smbusBlockBytes));
  const values = Array(smbusBlockBytes).fill(hex(byte)).join(' ');
  await guest.run(`
    set -e
    for first in ${blocks.join(' ')}; do i2cset -f -y ${bus} ${hex(address)} $first ${values} i; done`);
}

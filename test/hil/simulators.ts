/** The kernel's simulators in a guest, driven over its shell. */
import type { Guest } from './guest.ts';

/** Lines of the simulated GPIO chip; its label is `gpioLabel`. */
const gpioLines = 8;
export const gpioLabel = 'hil';

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
  const hex = (value: number) => `0x${value.toString(16)}`;
  const lines = bytes.map((byte, at) => `i2cset -f -y ${bus} ${hex(address)} ${hex(first + at)} ${hex(byte)} b`);
  await guest.run(`set -e\n${lines.join('\n')}`);
}

/** Writes a register of 16 bits, most significant byte first on the wire; SMBus sends a word's low byte first. */
export async function setWord(guest: Guest, bus: number, address: number, register: number, value: number) {
  const swapped = ((value & 0xff) << 8) | ((value >> 8) & 0xff);
  await guest.run(`i2cset -f -y ${bus} 0x${address.toString(16)} ${register} 0x${swapped.toString(16)} w`);
}

/** Writes registers of i2c-stub, each a word as SMBus means it. */
export async function setWords(
  guest: Guest,
  bus: number,
  address: number,
  words: readonly (readonly [register: number, word: number])[],
): Promise<void> {
  const pairs = words.map(pair => pair.map(value => `0x${value.toString(16)}`).join(':'));
  await guest.run(`
    set -e
    for each in ${pairs.join(' ')}; do i2cset -f -y ${bus} 0x${address.toString(16)} \${each%:*} \${each#*:} w; done`);
}

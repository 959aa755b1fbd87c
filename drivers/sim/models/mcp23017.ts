/** A model of the Microchip MCP23017: registers of the Linux driver (drivers/pinctrl/pinctrl-mcp23s08.c, 6.1), BANK = 0. */
import { ByteRegisters } from './registers.ts';

/** Of a pair, the first register: direction, polarity, pull-ups, levels, latch; IOCON, which is there twice. */
const direction = 0x00;
const polarity = 0x02;
const pullUp = 0x0c;
const levels = 0x12;
const latch = 0x14;
const lastRegister = 0x15;

export class Mcp23017Model extends ByteRegisters {
  /** What the outside does to each line, A0 to B7: pulls it, or leaves it alone. */
  readonly outside: (boolean | undefined)[] = Array.from({ length: 16 }, () => undefined);

  constructor() {
    super();
    this.brownOut();
  }

  /** The supply fails for a moment. */
  brownOut(): void {
    this.registers.fill(0);
    this.load(direction, [0xff, 0xff]);
  }

  /** Whether a line is high, or undefined where nothing drives or pulls it. */
  level(line: number): boolean | undefined {
    if (!this.#bit(direction, line)) return this.#bit(latch, line);
    return this.outside[line] ?? (this.#bit(pullUp, line) ? true : undefined);
  }

  protected override get(register: number): number {
    if (register !== levels && register !== levels + 1) return this.registers[register]!;
    const first = (register - levels) * 8;
    let byte = 0;
    for (let at = 0; at < 8; at++) {
      if ((this.level(first + at) ?? false) !== this.#bit(polarity, first + at)) byte |= 1 << at;
    }
    return byte;
  }

  /** Writing the levels writes the latch. */
  protected override put(register: number, value: number): void {
    if (register > lastRegister) return;
    const isLevel = register === levels || register === levels + 1;
    this.registers[isLevel ? register + 2 : register] = value;
  }

  #bit(register: number, line: number): boolean {
    return ((this.registers[register + (line >> 3)]! >> (line & 7)) & 1) === 1;
  }
}

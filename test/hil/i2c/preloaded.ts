/** An agent on this machine whose /dev/i2c-N are served by this process: a library preloaded into it sees to that. */
import { join, resolve } from 'node:path';
import { bundledProgram } from '../../helpers/bundle.ts';
import { command, needPrograms } from '../../helpers/command.ts';
import { nodeFlags } from '../../helpers/unit.ts';
import { onHost, type Place } from '../place.ts';

/** Compiles the library into `directory`; its path. Throws NotRun. */
export function compileLibrary(directory: string): string {
  needPrograms({ gcc: 'g++', mosquitto: 'mosquitto' });
  const library = join(directory, 'i2c-sim.so');
  const source = join(import.meta.dirname, 'i2c-sim.c');
  command('gcc', ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-o', library, source]);
  return library;
}

/** The place of an agent whose buses are the sockets "i2c-N" in `directory`, with more for its environment. */
export function preloadedPlace(directory: string, library: string, more: Record<string, string> = {}): Place {
  // Only what goes through the C library can be simulated, and io_uring does not.
  const environment = { LD_PRELOAD: library, USPI_I2C_SIM: directory, UV_USE_IO_URING: '0', ...more };
  return onHost({ directory, command: [process.execPath, ...nodeFlags, resolve(bundledProgram())], environment });
}

/** The log on a real machine: one line a call to stderr, with the priority prefix that journald reads (sd-daemon(3)). */
import { writeSync } from 'node:fs';
import { logLineCharsMax } from '../limits.ts';
import type { Log, LogLevel } from '../ports.ts';

/** syslog(3) priorities. */
const priorities: Record<LogLevel, number> = { error: 3, warning: 4, notice: 5, info: 6, debug: 7 };

/** Most lines. To look for more, the engine loads what it knows of the world's characters, a megabyte. */
const plain = /^[ -~]*$/;

/** What a peer or a device may put into a line, and could forge a second line or command a terminal with. */
const dangerous = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+`;

/** A line without control, format and line separator characters, and of bounded length. */
export function cleanLine(line: string): string {
  const short = line.length <= logLineCharsMax ? line : `${line.slice(0, logLineCharsMax - 3)}...`;
  return plain.test(short) ? short : short.replace(new RegExp(dangerous, 'gu'), ' ');
}

function writeToStderr(line: string): void {
  try {
    writeSync(2, line);
  } catch {
    // A full or closed pipe: nobody is left to tell.
  }
}

/** A log that shows `level` and what is graver. */
export function createLog(level: LogLevel, write: (line: string) => void = writeToStderr): Log {
  return (lineLevel, line) => {
    const priority = priorities[lineLevel];
    if (priority <= priorities[level]) write(`<${priority}>${cleanLine(line)}\n`);
  };
}

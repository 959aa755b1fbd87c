#!/usr/bin/env node
/** The program: nothing but its verb is loaded. */
import { keepHeapSmall } from './cli/heap.ts';
import { processTerminal } from './cli/terminal.ts';
import { uspi } from './cli/uspi.ts';

const words = process.argv.slice(2);
// The verbs that stay.
if (words[0] === 'run' || words[0] === 'simulate') keepHeapSmall();
void uspi(words, processTerminal()).then(exitCode => {
  process.exitCode = exitCode;
});

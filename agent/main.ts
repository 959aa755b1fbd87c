#!/usr/bin/env node
/** The program: nothing but its verb is loaded. */
import { processTerminal } from './cli/terminal.ts';
import { uspi } from './cli/uspi.ts';

void uspi(process.argv.slice(2), processTerminal()).then(exitCode => {
  process.exitCode = exitCode;
});

#!/usr/bin/env node
// The program as it is shipped. To load it, Node looks so long at the names of files that V8 would optimise that, and load its
// compilers for it: agent/cli/heap.ts tells what they take, and lets them work when there is load.
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

if (/^v2[046]\./.test(process.version)) for (const flag of ['--no-opt', '--no-maglev']) setFlagsFromString(flag);
createRequire(import.meta.url)('./chunks/uspi.cjs');

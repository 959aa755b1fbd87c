#!/usr/bin/env node
// The program as it is shipped: it finds its chunks in the archive beside it. Those that an agent needs in any case stand
// together, at its head, and are one script, which V8 need not compile where code-cache.mjs has kept what V8 made of it
// once. `headBytes`, `headName` and `lengths` are the bundler's.
const { existsSync, openSync, readFileSync, readSync, statSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// To load it, Node repeats so much that V8 would optimise that, and load its compilers for it: agent/cli/heap.ts tells
// what they take, and lets them work when there is load.
if (/^v2[046]\./.test(process.version))
  for (const flag of ['--no-opt', '--no-maglev', '--no-sparkplug']) setFlagsFromString(flag);

const archive = `${__dirname}/uspi.chunks`;

/** Where each chunk lies: they follow each other. */
const places = new Map();
let start = 0;
for (const [number, length] of lengths.entries()) {
  places.set(`./${number}`, { number, start, length });
  start += length;
}

/** Open for good: an update puts another archive in its place while this one runs. */
const file = openSync(archive);

function read(start, length) {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, start);
  return bytes.latin1Slice();
}

/** Of chunks that follow each other: its value are the functions that define them. */
const scriptOf = (text, cachedData) => new Script(`"use strict";[${text}]`, { filename: archive, cachedData });

/**
 * Where code-cache.mjs puts what V8 has made of the head. V8 looks at its version and its flags alone, not at what it was built
 * for or with, and runs wild in what another build has made: the name tells the binary.
 */
const { size } = statSync(process.execPath);
const codeCache = `${__dirname}/${headName}-${process.version}-${process.arch}-${size}.cache`;

/** From backoff.sh: the start before this one ended soon, perhaps for a file that is no longer what was written. */
const doubt = `${process.env.RUNTIME_DIRECTORY ?? ''}/doubted`;

function kept() {
  if (existsSync(doubt)) return undefined;
  try {
    return readFileSync(codeCache);
  } catch {
    return undefined;
  }
}

/** Undefined for a verb that does not stay. */
const headScript = ['run', 'simulate'].includes(process.argv[2]) ? scriptOf(read(0, headBytes), kept()) : undefined;
const head = headScript?.runInThisContext() ?? [];

const modules = new Map();

/** The exports of a chunk, of a module of Node's own, or of a package. */
function load(name) {
  const place = places.get(name);
  if (!place) return require(name);
  let module = modules.get(name);
  if (!module) {
    module = { exports: {} };
    modules.set(name, module);
    const define = head[place.number] ?? scriptOf(read(place.start, place.length)).runInThisContext()[0];
    define(load, module);
  }
  return module.exports;
}

module.exports = { headScript, codeCache }; // for code-cache.mjs
load('./0');

// The chunks that esbuild has made, as the CommonJS modules that are shipped.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { broughtAlong, fileOf, toCommonJs } from '../../build/bundle/common-js.mjs';

test('imports become calls, in one statement where they follow each other', () => {
  const text = 'import{a as b,c}from"./chunk-X1.mjs";import{d}from"./named-Y2.mjs";var e=b+c+d;export{e as f};\n';
  const module = 'const{a:b,c:c}=require("./X1.cjs"),{d:d}=require("./named-Y2.cjs");var e=b+c+d;module.exports={f:e};';
  assert.is(toCommonJs(text), `"use strict";${module}\n`);
});

test('a chunk that is imported for what it does stays between them', () => {
  const text = 'import{a}from"./chunk-X1.mjs";import"./chunk-Y2.mjs";import{b}from"./chunk-Z3.mjs";a(b);\n';
  const module = 'const{a:a}=require("./X1.cjs");require("./Y2.cjs");const{b:b}=require("./Z3.cjs");a(b);';
  assert.is(toCommonJs(text), `"use strict";${module}\n`);
});

test('what is imported when it is needed is a promise, which an error rejects', async () => {
  const text = toCommonJs('var load=()=>import("./chunk-X1.mjs");export{load};\n');
  const module = { exports: {} as { load(): Promise<unknown> } };
  const found = { default: 1 };
  new Function('module', 'require', text)(module, (path: string) => {
    if (path !== './X1.cjs') throw new Error(path);
    return found;
  });
  assert.is(await module.exports.load(), found);
  new Function('module', 'require', text)(module, () => {
    throw new Error('gone');
  });
  assert.is(await module.exports.load().catch(cause => cause.message), 'gone');
});

test('a chunk that another one brings along is not imported for its own sake', () => {
  const imports = new Map([
    ['top.mjs', ['chunk-a.mjs', 'chunk-b.mjs', 'chunk-c.mjs']],
    ['chunk-a.mjs', ['chunk-d.mjs']],
    ['chunk-d.mjs', ['chunk-b.mjs']],
  ]);
  const needless = broughtAlong('top.mjs', imports);
  assert.equal([...needless].sort(), ['chunk-b.mjs', 'chunk-d.mjs']);
  const text = 'import{x}from"./chunk-a.mjs";import"./chunk-b.mjs";import"./chunk-c.mjs";x();\n';
  assert.is(toCommonJs(text, needless), '"use strict";const{x:x}=require("./a.cjs");require("./c.cjs");x();\n');
});

test('a chunk keeps its own name alone', () => {
  assert.equal(['chunk-ABC.mjs', 'mqtt-ABC.mjs'].map(fileOf), ['ABC.cjs', 'mqtt-ABC.cjs']);
});

test.run();

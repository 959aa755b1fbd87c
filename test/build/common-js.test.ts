// The chunks that esbuild has made, as the CommonJS modules that are shipped.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { broughtAlong, toCommonJs } from '../../build/bundle/common-js.mjs';

/** Numbers by the order of the names here. */
const numberOf = (chunk: string) => ['chunk-X1.mjs', 'named-Y2.mjs', 'chunk-Z3.mjs'].indexOf(chunk);
const defined = (module: string) => `(function(require,module){${module}\n})`;

test('imports become calls, in one statement where they follow each other', () => {
  const text = 'import{a as b,c}from"./chunk-X1.mjs";import{d}from"./named-Y2.mjs";var e=b+c+d;export{e as f};\n';
  const module = 'const{a:b,c:c}=require("./0"),{d:d}=require("./1");var e=b+c+d;module.exports={f:e};';
  assert.is(toCommonJs(text, numberOf), defined(module));
});

test('a chunk that is imported for what it does stays between them', () => {
  const text = 'import{a}from"./chunk-X1.mjs";import"./named-Y2.mjs";import{b}from"./chunk-Z3.mjs";a(b);\n';
  const module = 'const{a:a}=require("./0");require("./1");const{b:b}=require("./2");a(b);';
  assert.is(toCommonJs(text, numberOf), defined(module));
});

test('what is imported when it is needed is a promise, which an error rejects', async () => {
  const text = toCommonJs('var load=()=>import("./chunk-X1.mjs");export{load};\n', numberOf);
  const define = new Function(`return ${text}`)() as (require: (path: string) => unknown, module: object) => void;
  const module = { exports: {} as { load(): Promise<unknown> } };
  const found = { default: 1 };
  define(path => {
    if (path !== './0') throw new Error(path);
    return found;
  }, module);
  assert.is(await module.exports.load(), found);
  define(() => {
    throw new Error('gone');
  }, module);
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
  const order = [...'abc'].map(name => `chunk-${name}.mjs`);
  const module = 'const{x:x}=require("./0");require("./2");x();';
  assert.is(
    toCommonJs(text, chunk => order.indexOf(chunk), needless),
    defined(module),
  );
});

test.run();

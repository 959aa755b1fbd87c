// Chunks as CommonJS. Node's loader of ES modules takes more memory and time for each file, and esbuild splits ES modules
// only; so the imports and exports of the chunks that it has made are written as the calls that they amount to.
import { lateRequire } from './late-builtins.mjs';

/** `a as b,c`, as esbuild lists imports and exports, in pairs. */
function pairs(list) {
  return list.split(',').map(each => {
    const [, left, right = left] = /^([\w$]+)(?: as ([\w$]+))?$/.exec(each) ?? [];
    if (left === undefined) throw new Error(`neither an import nor an export: ${each}`);
    return [left, right];
  });
}

const importsOf = (list, from) => `const{${pairs(list).map(([name, local]) => `${name}:${local}`)}}=require(${from});`;
const exportsOf = list => `module.exports={${pairs(list).map(([local, name]) => `${name}:${local}`)}};`;

/**
 * The text of an ES module that esbuild has made as that of a function, `(require, module)`, that defines a CommonJS module. Names are
 * taken over once, when a chunk is loaded: no chunk may need itself by way of others, which `refuseCircles` looks at. `numberOf` names
 * the chunks that it needs; `needless` are those of them that others bring along.
 */
export function toCommonJs(text, numberOf, needless = new Set()) {
  const module = text
    .replace(/^#!.*\n/, '')
    .trimEnd()
    .replace(/\bimport"\.\/([^"]+)";/g, (statement, chunk) => (needless.has(chunk) ? '' : statement))
    .replace(/\bimport\{([^{}]*)\}from("[^"]+");/g, (_, list, from) => importsOf(list, from))
    .replace(/\bimport\*as ([\w$]+) from("[^"]+");/g, 'const $1=require($2);')
    .replace(/\bimport("[^"]+");/g, 'require($1);')
    // Packages too: where V8 takes code that was kept, it has forgotten what an import() needs.
    .replace(/\bimport\(("[^"]+"|[\w$]+)\)/g, '(async()=>require($1))()')
    .replace(/\bexport\{([^{}]*)\};$/, (_, list) => exportsOf(list))
    .replace(/\bexport default ([\w$]+\(\));$/, 'module.exports={default:$1};')
    // One statement for all that follow each other.
    .replace(/(?<=\}=require\("[^"]+"\));const(?=\{[^{}]*\}=require\()/g, ',')
    .replace(/"\.\/([\w-]+\.mjs)"/g, (_, chunk) => `"./${numberOf(chunk)}"`)
    .replaceAll(`${lateRequire}(`, 'require(')
    // One such character, and V8 would hold the whole text in two bytes a character.
    .replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // In brackets: V8 then compiles the function at once, and needs not read it twice.
  return `(function(require,module){${module}\n})`;
}

/** `imports` by chunk, static ones alone. Throws when a chunk imports itself by way of others. */
export function refuseCircles(imports) {
  const done = new Set();
  const visit = (chunk, above) => {
    if (above.includes(chunk)) throw new Error(`chunks in a circle: ${[...above, chunk].join(' -> ')}`);
    if (done.has(chunk)) return;
    for (const next of imports.get(chunk) ?? []) visit(next, [...above, chunk]);
    done.add(chunk);
  };
  for (const chunk of imports.keys()) visit(chunk, []);
}

/** Of the chunks that `chunk` imports those that another of them imports too, itself or by way of others. */
export function broughtAlong(chunk, imports) {
  const below = new Set();
  const visit = name => {
    for (const next of imports.get(name) ?? []) {
      if (below.has(next)) continue;
      below.add(next);
      visit(next);
    }
  };
  for (const direct of imports.get(chunk) ?? []) visit(direct);
  return below;
}

// Modules of Node that cost memory and time, and that the agent needs seldom or not at all (TLS, hashes, other
// programs, name resolution by hand): each is loaded when one of its exports is first touched.
import { builtinModules, createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const late = ['assert', 'child_process', 'crypto', 'dgram', 'dns', 'os', 'tls', 'tty', 'url', 'util'];

/** Stands for Node's `require` until the chunks are made, so that esbuild does not follow it. */
export const lateRequire = 'uspiBuiltin';

/** An object with a getter for each export. */
function standIn(name) {
  const names = Object.keys(require(`node:${name}`));
  return `const names = ${JSON.stringify(names.join(' '))};
for (const each of names.split(' '))
  Object.defineProperty(exports, each, { enumerable: true, get: () => ${lateRequire}('node:${name}')[each] });`;
}

/** The plugin for esbuild. */
export const loadLate = {
  name: 'late-builtins',
  setup(build) {
    if (!late.every(name => builtinModules.includes(name))) throw new Error('a name is not one of Node');
    build.onResolve({ filter: new RegExp(`^(node:)?(${late.join('|')})$`) }, ({ path }) => ({
      path: path.replace('node:', ''),
      namespace: 'late-builtins',
    }));
    build.onLoad({ filter: /./, namespace: 'late-builtins' }, ({ path }) => ({ contents: standIn(path) }));
  },
};

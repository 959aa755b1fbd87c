// Modules of Node that cost memory and time, and that the agent needs seldom or not at all (TLS, hashes, other
// programs, name resolution by hand): each is loaded when one of its exports is first touched.
import { builtinModules } from 'node:module';

const late = ['assert', 'child_process', 'crypto', 'dgram', 'dns', 'os', 'tls', 'tty', 'url', 'util'];

/** Stands for Node's `require` until the chunks are made, so that esbuild does not follow it. */
export const lateRequire = 'uspiBuiltin';

/**
 * An object without properties of its own, and before which stands one that asks the module for whatever it is asked for: what
 * copies the exports of a module, as esbuild's __toESM does, finds none to copy and keeps what stands before them.
 */
const standIn = name => `module.exports = Object.create(
  new Proxy({}, { get: (_, each) => (each === '__esModule' ? undefined : ${lateRequire}('node:${name}')[each]) }));`;

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

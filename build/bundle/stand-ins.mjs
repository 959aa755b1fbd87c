// What stands in the bundle in place of (parts of) packages that we never use, or use a corner of.
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = name => fileURLToPath(new URL(name, import.meta.url));

const absent = file('absent.cjs');

/**
 * `in` is the package that asks, where others get the real thing; `asks` is what it asks for, in its own words.
 * A request that is never made fails the build: the package has changed, and the entry is to be looked at.
 */
const standIns = [
  // Node's own streams are what the packages copy for browsers.
  { asks: /^readable-stream$/, gets: 'node:stream' },
  // What Node itself has by now.
  { asks: /^process-nextick-args$/, gets: 'node:process' },
  // Files: without what comes along.
  { asks: /^node:fs\/promises$/, gets: file('fs-promises.cjs') },
  // Debugging by environment variables: the agent has a log of its own.
  { asks: /^debug$/, gets: file('debug.cjs') },
  // Of the package mqtt we use the client alone, over a stream that we open: no other way to connect, no topic aliases.
  { asks: /^mqtt$/, gets: file('mqtt.cjs') },
  { in: 'mqtt', asks: /get-timer$/, gets: absent },
  { in: 'mqtt', asks: /\/pubrel$/, gets: absent },
  { in: 'mqtt', asks: /is-browser$/, gets: file('no-browser.cjs') },
  { in: 'mqtt', asks: /topic-alias-send$/, gets: file('topic-alias-send.cjs') },
  { in: 'mqtt', asks: /^rfdc\/default$/, gets: file('copy.cjs') },
  { in: 'mqtt', asks: /package\.json$/, gets: absent },
  // Of its codec what writes to a stream; of lists of buffers the parser needs a queue.
  { in: 'mqtt-packet', asks: /generate$/, gets: absent },
  { in: 'mqtt-packet', asks: /^bl$/, gets: file('pieces.cjs') },
  // Of the package coap we use the server alone, behind a guard that lets nobody observe. Of its answers it needs a bounded cache.
  { asks: /^coap$/, gets: file('coap.cjs') },
  { in: 'coap', asks: /observe_write_stream$/, gets: absent },
  { in: 'coap', asks: /^bl$/, gets: file('payload.cjs') },
  { in: 'coap', asks: /^lru-cache$/, gets: file('lru-cache.cjs') },
  { in: 'coap', asks: /^capitalize$/, gets: file('capitalize.cjs') },
  // Of protobufjs the codec uses the reader. USP has no floating-point numbers.
  { asks: /^protobufjs\/minimal\.js$/, gets: file('protobuf.cjs') },
  { in: 'protobufjs', asks: /^\.\/(aspromise|base64|eventemitter|float|pool)$/, gets: absent },
  { in: 'protobufjs', asks: /^long$/, gets: file('long.cjs') },
];

/** The package that the importing file is of; undefined for our own. */
function packageOf(importer) {
  return importer.split(`${sep}node_modules${sep}`).at(-1)?.split(sep)[0];
}

/** The plugin for esbuild. */
export const useStandIns = {
  name: 'stand-ins',
  setup(build) {
    const unused = new Set(standIns);
    for (const each of standIns) {
      build.onResolve({ filter: each.asks }, ({ importer }) => {
        if (importer === each.gets || (each.in && packageOf(importer) !== each.in)) return undefined;
        unused.delete(each);
        return each.gets.startsWith('node:') ? { path: each.gets, external: true } : { path: each.gets };
      });
    }
    build.onEnd(() => ({
      errors: [...unused].map(({ asks }) => ({ text: `nothing asks for ${asks} any more: look at its stand-in` })),
    }));
  },
};

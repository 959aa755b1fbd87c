// What the sources say and the program never does: each is taken from the text that esbuild reads.
import { readFile } from 'node:fs/promises';
import { leftOutOfMqtt } from './leave-out-mqtt.mjs';

const literal = String.raw`(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\`[^\`]*\`)`;

const description = new RegExp(String.raw`\bdescription:\s*${literal}(?:,|(?=\s*\}))`, 'g');

/** A text that is never found any more fails the build, and so does a call of what was left out: the entry is to be looked at. */
const leftOut = [
  {
    what: "descriptions of the configuration's keys: they are for the guide and for editors",
    of: /[\\/]agent[\\/]config[\\/]schema[\w-]*\.ts$/,
    text: description,
    put: '',
  },
  {
    what: "descriptions of drivers' channels and options: likewise. Their own, a step less indented, are shown by `scan`",
    of: /[\\/]drivers[\\/]chips[\\/].*\.ts$/,
    text: new RegExp(`(?<!^ {2})${description.source}`, 'gm'),
    put: '',
  },
  {
    what: 'debugging by environment variables: without an effect, a call and the text in it go',
    of: /[\\/]node_modules[\\/](mqtt|mqtt-packet|coap)[\\/].*\.js$/,
    text: /^(\s*)((?:this\.|client\.|this\.client\.)?(?:log|debug)\()/gm,
    put: '$1/* @__PURE__ */ $2',
  },
  ...leftOutOfMqtt,
  {
    what: 'the reading of packed lists of numbers: USP has none',
    of: /[\\/]protobufjs[\\/]src[\\/]reader\.js$/,
    text: /^Reader\.prototype\.(\w+) = function read_\1\(array\) \{$.*?^\};$/gms,
    put: '',
  },
  {
    what: 'of what the package says of itself: all but its version',
    of: /[\\/]package\.json$/,
    text: /^.*?("version": "[^"]*").*$/s,
    put: '{ $1 }',
  },
];

/** The plugin for esbuild. */
export const leaveOut = {
  name: 'leave-out',
  setup(build) {
    const unused = new Set(leftOut);
    const kept = [];
    for (const { of: filter } of leftOut) {
      // The first one that esbuild finds for a file is the only one that it asks.
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const each of leftOut.filter(({ of }) => of.test(path))) {
          const whole = contents;
          contents = whole.replace(each.text, each.put);
          if (contents !== whole) unused.delete(each);
        }
        if (path.includes('node_modules')) kept.push(contents);
        return { contents, loader: /\.(ts|json|js)$/.exec(path)[1] };
      });
    }
    build.onEnd(() => {
      const called = leftOut.filter(({ call }) => call && kept.some(text => call.test(text)));
      const errors = [
        ...[...unused].map(({ what }) => `nothing is left out any more: ${what}`),
        ...called.map(({ what }) => `left out, and called: ${what}`),
      ];
      return { errors: errors.map(text => ({ text })) };
    });
  },
};

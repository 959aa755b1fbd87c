// What the sources say and the program never does: each is taken from the text that esbuild reads.
import { readFile } from 'node:fs/promises';

const literal = String.raw`(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\`[^\`]*\`)`;

const description = new RegExp(String.raw`\bdescription:\s*${literal}(?:,|(?=\s*\}))`, 'g');

/** A text that is never found any more fails the build: the sources have changed, and the entry is to be looked at. */
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
  {
    what:
      'the end of a connection, for the parser of its packets, which hears of none: to look whom to spare it, Node would ' +
      'make streams of standard output and error',
    of: /[\\/]node_modules[\\/]mqtt[\\/]build[\\/]lib[\\/]client\.js$/,
    text: 'this.stream.pipe(writable)',
    put: 'this.stream.pipe(writable, { end: false })',
  },
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
    for (const { of: filter } of leftOut) {
      // The first one that esbuild finds for a file is the only one that it asks.
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const each of leftOut.filter(({ of }) => of.test(path))) {
          const whole = contents;
          contents = whole.replace(each.text, each.put);
          if (contents !== whole) unused.delete(each);
        }
        return { contents, loader: /\.(ts|json|js)$/.exec(path)[1] };
      });
    }
    build.onEnd(() => ({ errors: [...unused].map(({ what }) => ({ text: `nothing is left out any more: ${what}` })) }));
  },
};

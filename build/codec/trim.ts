// The static module of protobufjs without what the agent never uses. It is made for any caller and any schema: each of
// our 88 messages repeats what ours cannot need, which is half of the text that a board would read and hold.

interface Cut {
  /** What goes, and why nobody misses it. */
  why: string;
  from: RegExp;
  to: string;
}

/** Matches lines, whatever their indentation. */
const lines = (...patterns: string[]): RegExp => new RegExp(patterns.join(String.raw`\n +`), 'g');

/** A field of the message, and the value that it is given. */
const field = String.raw`message(?:\.\w+|\["\w+"\])`;

const CUTS: readonly Cut[] = [
  {
    why: 'decoding makes the values, and gives a constructor nothing',
    from: lines(
      String.raw`function \(properties\) \{((?:\n +this\.\w+ = (?:\[\]|\{\});)*)`,
      String.raw`if \(properties\)`,
      String.raw`for \(let keys = .*`,
      String.raw`if \(properties\[keys\[i\]\] != null .*`,
      String.raw`this\[keys\[i\]\] = properties\[keys\[i\]\];`,
    ),
    to: 'function () {$1',
  },
  {
    why: 'messages nest as deep as the schema does, and no deeper',
    from: lines(
      String.raw`encode = function \(message, writer, _depth\) \{`,
      String.raw`if \(!writer\)`,
      'writer = .*',
      String.raw`if \(_depth === .*`,
      '_depth = 0;',
      String.raw`if \(_depth > .*`,
      'throw .*',
    ),
    to: 'encode = function (message, writer) {',
  },
  {
    why: 'the same, and one function does for all that are nested',
    from: /(\S+)\.encode\((.*), writer\.uint32\((\d+)\)\.fork\(\), _depth \+ 1\)\.ldelim\(\);/g,
    to: '$$nested($1, $2, writer, $3);',
  },
  {
    why: 'unknown fields are not kept, so there are none to write',
    from: lines(String.raw`if \(message\.\$unknowns != null .*`, 'for .*', 'writer.raw.*', ''),
    to: '',
  },
  {
    why: "a field that a message does not own is the prototype's default, which is not written either",
    from: / && \$Object\.hasOwnProperty\.call\(message, "\w+"\)/g,
    to: '',
  },
  {
    why: '$nested asks whether there is one',
    from: lines(String.raw`if \((message\.\w+) != null\)`, String.raw`(\$nested\(\S+, \1, .*)`),
    to: '$2',
  },
  {
    why: 'absent and default are written alike: not',
    from: /(message\.\w+) != null && \1 !== (?:""|0|false)\)/g,
    to: '$1)',
  },
  { why: 'the same', from: /(message\.\w+) != null && \1\.length\)/g, to: '$1?.length)' },
  { why: 'the constructor makes each list', from: /\n +\w+\.prototype\.\w+ = \$util\.emptyArray;/g, to: '' },
  {
    why: 'wire.ts brings the reader; the bounds of a nested message are kept in one place',
    from: lines(
      String.raw`decode = function \(reader, length, _end, _depth, _target\) \{`,
      String.raw`if \(!\(reader instanceof .*`,
      'reader = .*',
      String.raw`if \(_depth === .*`,
      '_depth = 0;',
      String.raw`if \(_depth > .*`,
      'throw .*',
      'let end, .*',
      String.raw`if \(length === .*`,
      'end = .*',
      String.raw`else \{(?:\n.*){5}`,
      String.raw`\}`,
      String.raw`message = _target \|\| (new [\w.$]+\(\));`,
    ),
    to: 'decode = function (reader, length, target) { const message = target ?? $1, outer = $$enter(reader, length), end = reader.len;',
  },
  {
    why: 'a number and a wire type make one tag; groups are older than proto3',
    from: lines(
      String.raw`let start = reader\.pos;`,
      String.raw`let tag = reader\.tag\(\);`,
      String.raw`if \(tag === _end\) \{`,
      '_end = .*',
      'break;',
      String.raw`\}(?:\n +let wireType = tag & 7;\n +switch \(tag >>>= 3\) \{)?`,
    ),
    to: 'const tag = reader.tag(); switch (tag) {',
  },
  {
    why: 'the same, and unknown fields are not kept',
    from: lines(
      String.raw`(?:\}\n +)?reader\.skipType\((?:wireType|tag & 7), _depth, tag\);`,
      String.raw`if \(!reader\.discardUnknown\) \{(?:\n.*){2}`,
      String.raw`\}`,
    ),
    to: 'default: $$skip(reader, tag); }',
  },
  {
    why: 'the same, at the end of a message',
    from: lines(
      String.raw`if \(length !== \$undefined\) \{`,
      String.raw`if \(reader\.pos !== end\)`,
      'throw .*',
      String.raw`reader\.len = length;`,
      String.raw`\}`,
      String.raw`if \(_end !== \$undefined\)`,
      'throw .*',
    ),
    to: '$$leave(reader, outer);',
  },
  { why: 'the same, for nested messages', from: /, \$undefined, _depth \+ 1/g, to: '' },
  {
    why: 'a default that was received is stored like any value, rather than deleted again',
    from: lines(String.raw`if \(.*value = (reader\.\w+\(\)).*`, `(${field}) = value;`, 'else', `delete ${field};`),
    to: '$2 = $1;',
  },
  {
    why: 'all maps of USP are of strings: one reader of an entry does',
    from: /if \((message\.\w+) === \$util\.emptyObject\)\n +message\.\w+ = \{\};\n +let end2 (?:.|\n)*?\1\[key\] = value;/g,
    to: '$1 = $$entry(reader, $1);',
  },
  {
    why: 'the constructor has made the list',
    from: lines(String.raw`if \(!\(message\.\w+ && message\.\w+\.length\)\)`, String.raw`message\.\w+ = \[\];`, ''),
    to: '',
  },
  {
    why: 'one function does for all oneofs',
    from: lines(
      'let \\$oneOfFields;\n',
      String.raw`\$Object\.defineProperty\((\w+)\.prototype, ("\w+"), \{`,
      String.raw`get: \$util\.oneOfGetter\(\$oneOfFields = (\[.*\])\),`,
      'set: .*',
      String.raw`\}\);`,
    ),
    to: '$$oneOf($1, $2, $3);',
  },
  {
    why: 'rules.ts gives them as literals, that a bundler drops where nobody asks for them',
    from: /\w+\.\w+ = \(function\(\) \{\n +const valuesById (?:.|\n)*?\}\)\(\);\n\n/g,
    to: '',
  },
  { why: 'nothing is looked up by name', from: /export (const \w+) = \$root\.\w+ = /g, to: 'export $1 = ' },
  { why: 'the same', from: /\$root\.(?=usp)/g, to: '' },
  { why: 'the same', from: /const \$root = .*\n/g, to: '' },
  { why: 'the same', from: /export \{\n +\$root as default\n\};\n/g, to: '' },
  { why: 'the caller brings them', from: /\$Reader = \$protobuf\.Reader, \$Writer = \$protobuf\.Writer, /g, to: '' },
  { why: 'only these are left', from: /const \$Object = .*;/g, to: 'const $$Object = Object;' },
];

const HELPERS = `
/** Bounds the reader to a nested message; the outer bound, for $leave. Without a length the message is all there is. */
function $enter(reader, length) {
    const outer = reader.len;
    if (length !== undefined) {
        const end = reader.pos + length;
        if (end > outer)
            throw RangeError("index out of range");
        reader.len = end;
    }
    return outer;
}

function $leave(reader, outer) {
    if (reader.pos !== reader.len)
        throw RangeError("index out of range");
    reader.len = outer;
}

/** The decoder of a message, new or begun: \`read\` takes in one field, whose tag has been read. */
function $decoder(Message, read) {
    return function (reader, length, target) {
        const message = target ?? new Message(), outer = $enter(reader, length), end = reader.len;
        while (reader.pos < end)
            read(reader, message, reader.tag());
        $leave(reader, outer);
        return message;
    };
}

function $skip(reader, tag) {
    reader.skipType(tag & 7, 0, tag >>> 3);
}

/** Writes a message that is a field of another, unless it is absent. */
function $nested(Message, message, writer, tag) {
    if (message != null)
        Message.encode(message, writer.uint32(tag).fork()).ldelim();
}

/** Whichever field of a oneof is set: its name. Setting the name unsets the others. */
function $oneOf(message, name, fields) {
    Object.defineProperty(message.prototype, name, {
        get: $util.oneOfGetter(fields),
        set: $util.oneOfSetter(fields)
    });
}

/** Reads an entry of a map of strings into \`map\`, or into a new one. */
function $entry(reader, map) {
    const entries = map === $util.emptyObject ? {} : map, outer = $enter(reader, reader.size());
    let key = "", value = "";
    while (reader.pos < reader.len) {
        const tag = reader.tag();
        if (tag === 10)
            key = reader.stringVerify();
        else if (tag === 18)
            value = reader.stringVerify();
        else
            $skip(reader, tag);
    }
    $leave(reader, outer);
    if (key === "__proto__")
        $util.makeProp(entries, key);
    entries[key] = value;
    return entries;
}
`;

/** \`case 2: { if (wireType !== 1) break; ... continue; }\` becomes the case of a whole tag. */
function wholeTags(code: string): string {
  return code.replace(
    /case (\d+): \{\n +if \(wireType !== (\d)\)\n +break;\n((?:.|\n)*?)\n +continue;\n +\}/g,
    (_, number, wireType, body) => `case ${Number(number) * 8 + Number(wireType)}:\n${body} break;`,
  );
}

/** A message's own name, in itself and in those nested in it, for its full one. */
function ownNames(code: string): string {
  const within: { full: string; own: string; indent: string }[] = [];
  return code
    .split('\n')
    .map(line => {
      const [, indent = '', scope = '', own = ''] = /^( *)(\w+)\.(\w+) = \(function\(\) \{$/.exec(line) ?? [];
      if (own) within.push({ full: `${within.at(-1)?.full ?? `$root.${scope}`}.${own}`, own, indent });
      else if (line === `${within.at(-1)?.indent}})();`) within.pop();
      const found = within.findLast(({ full }) => line.includes(`${full}.`) || line.includes(`${full}(`));
      return found ? line.replaceAll(found.full, found.own) : line;
    })
    .join('\n');
}

/** Each message says what it does with a field of its own; one loop does for all. */
function ownFieldsOnly(code: string): string {
  const decode = lines(
    String.raw`(\w+)\.decode = function .*`,
    String.raw`while \(reader\.pos < end\) \{`,
    String.raw`const tag = reader\.tag\(\); switch \(tag\) \{((?:.|\n)*?)`,
    String.raw`default: \$skip\(reader, tag\); \}`,
    String.raw`\}`,
    String.raw`\$leave\(reader, outer\);`,
    'return message;',
    String.raw`\};`,
  );
  const to =
    '$1.decode = $$decoder($1, (reader, message, tag) => { switch (tag) {$2default: $$skip(reader, tag); } });';
  return code.replace(decode, to);
}

/** The defaults of a message's fields, in one object. */
function defaultsTogether(code: string): string {
  const defaults = /(?:\n +(\w+)\.prototype\.\w+ = .*;)+/g;
  return code.replace(defaults, (text, own) => {
    const fields = text.replaceAll(`${own}.prototype.`, '    ').replaceAll(' = ', ': ').replaceAll(';', ',');
    const indent = /\n( +)/.exec(text)?.[1];
    return `\n${indent}$Object.assign(${own}.prototype, {${fields}\n${indent}});`;
  });
}

/** What is left after the cuts must know none of what was cut. */
const REMAINS =
  /\b_depth|\b_end\b|\b_target|wireType|\$unknowns|\$undefined|\$root|\$Reader|\$Writer|\bdelete |while \(reader\.pos < end\)/;

/** Throws when protobufjs writes otherwise than the cuts expect. */
export function trim(module: string): string {
  let code = ownNames(module);
  for (const { why, from, to } of CUTS) {
    if (!code.match(from)) throw new Error(`nothing to cut: ${why}: ${from}`);
    code = code.replace(from, to);
  }
  code = defaultsTogether(ownFieldsOnly(wholeTags(code)));
  const remains = REMAINS.exec(code);
  if (remains) throw new Error(`left over: ${code.slice(remains.index - 200, remains.index + 200)}`);
  return `${code.trimEnd()}\n${HELPERS}`;
}

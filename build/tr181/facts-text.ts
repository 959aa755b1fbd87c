/**
 * The committed file of facts: one element a line, tab-separated, an object's elements below it in their order.
 *
 *     object   Device.X.{i}.  readWrite          0:unbounded  count=XNumberOfEntries  key=Name
 *     param    Name           readWrite,canDeny  string  size=:64  default=object:
 *     command  Reset()        async
 *     in       Mode           mandatory          string  enum=Soft|Hard
 */
import { escapeText, formatType, parseType, unescapeText } from '../../datamodel/tr181/type-text.ts';
import type { CommandFact, DefaultFact, EventFact, ObjectFact, ParamFact, Status, TypeFacts } from './facts.ts';
import { statuses } from './facts.ts';

const join = (values: readonly string[]) => values.map(escapeText).join('|');
const split = (value: string) => value.split('|').map(unescapeText);

/** The words of a line's third column; a status that is current goes without saying. */
function words(first: string, status: Status, flags: Readonly<Record<string, boolean>>): string {
  const set = Object.keys(flags).filter(flag => flags[flag]);
  return [first, ...set, ...(status === 'current' ? [] : [status])].join(',');
}

function statusIn(flags: readonly string[]): Status {
  return statuses.find(status => flags.includes(status)) ?? 'current';
}

function typeColumns(type: TypeFacts): string[] {
  const columns = formatType(type);
  for (const status of statuses) {
    const values = Object.entries(type.enumerationStatus ?? {}).filter(([, of]) => of === status);
    if (values.length > 0) columns.push(`enum.${status}=${join(values.map(([value]) => value))}`);
  }
  if (type.nestedBrackets) columns.push('nested');
  if (type.target) columns.push(`target=${join([type.target.type, ...type.target.parents])}`);
  if (type.enumerationRef) {
    const { path, nullValue } = type.enumerationRef;
    columns.push(`values=${join(nullValue === undefined ? [path] : [path, nullValue])}`);
  }
  return columns;
}

/** Takes the facets that are facts alone off the columns, and leaves the others to parseType. */
function parseTypeFacts(columns: readonly string[]): TypeFacts {
  const common: string[] = [];
  const facts: Partial<TypeFacts> = {};
  for (const column of columns) {
    const [key = '', value = ''] = column.split(/=(.*)/s);
    if (key === 'nested') facts.nestedBrackets = true;
    else if (key === 'target') {
      const [type = '', ...parents] = split(value);
      facts.target = { type, parents };
    } else if (key === 'values') {
      const [path = '', nullValue] = split(value);
      facts.enumerationRef = { path, ...(nullValue !== undefined && { nullValue }) };
    } else if (key.startsWith('enum.')) {
      const entries = split(value).map(word => [word, key.slice('enum.'.length) as Status]);
      facts.enumerationStatus = { ...facts.enumerationStatus, ...Object.fromEntries(entries) };
    } else common.push(column);
  }
  return { ...parseType(common), ...facts };
}

function paramLine(word: string, first: string, param: ParamFact): string {
  const { secured, hidden, canDeny } = param;
  const columns = [
    word,
    param.name,
    words(first, param.status, { secured, hidden, canDeny }),
    ...typeColumns(param.type),
  ];
  if (param.default) columns.push(`default=${param.default.type}:${escapeText(param.default.value)}`);
  return columns.join('\t');
}

function argumentLine(word: string, argument: ParamFact): string {
  return paramLine(word, argument.mandatory ? 'mandatory' : 'optional', argument);
}

function objectLine(object: ObjectFact): string {
  const columns = [
    'object',
    object.path,
    words(object.access, object.status, { mountPoint: object.mountPoint }),
    `${object.minEntries}:${object.maxEntries}`,
  ];
  if (object.numEntriesParameter) columns.push(`count=${object.numEntriesParameter}`);
  if (object.discriminatorParameter) columns.push(`discriminator=${object.discriminatorParameter}`);
  for (const key of object.uniqueKeys) {
    columns.push(`${key.functional ? 'key' : 'nonFunctionalKey'}=${join(key.params)}`);
  }
  return columns.join('\t');
}

function objectLines(object: ObjectFact): string[] {
  return [
    objectLine(object),
    ...object.params.map(param => paramLine('param', param.access, param)),
    ...object.commands.flatMap(command => [
      ['command', command.name, words(command.async ? 'async' : 'sync', command.status, {})].join('\t'),
      ...command.input.map(argument => argumentLine('in', argument)),
      ...command.output.map(argument => argumentLine('out', argument)),
    ]),
    ...object.events.flatMap(event => [
      ['event', event.name, words('event', event.status, {})].join('\t'),
      ...event.arguments.map(argument => argumentLine('arg', argument)),
    ]),
  ];
}

/** The file's text, with `header` as comment lines on top. */
export function formatFacts(objects: readonly ObjectFact[], header: readonly string[]): string {
  return [...header.map(line => `# ${line}`), ...objects.flatMap(objectLines), ''].join('\n');
}

function parseDefault(text: string): DefaultFact {
  const [type = '', value = ''] = text.split(/:(.*)/s);
  return { type: type as DefaultFact['type'], value: unescapeText(value) };
}

function parseParam([name = '', third = '', ...columns]: readonly string[]): ParamFact {
  const [first = '', ...flags] = third.split(',');
  const last = columns.at(-1)?.startsWith('default=') ? columns.at(-1) : undefined;
  const isArgument = first === 'mandatory' || first === 'optional';
  return {
    name,
    type: parseTypeFacts(last === undefined ? columns : columns.slice(0, -1)),
    access: isArgument ? 'readOnly' : (first as ParamFact['access']),
    status: statusIn(flags),
    ...(last !== undefined && { default: parseDefault(last.slice('default='.length)) }),
    secured: flags.includes('secured'),
    hidden: flags.includes('hidden'),
    canDeny: flags.includes('canDeny'),
    mandatory: first === 'mandatory',
  };
}

function parseObject([path = '', third = '', entries = '', ...columns]: readonly string[]): ObjectFact {
  const [access, ...flags] = third.split(',');
  const [minEntries, maxEntries] = entries.split(':');
  const object: ObjectFact = {
    path,
    access: access as ObjectFact['access'],
    status: statusIn(flags),
    minEntries: Number(minEntries),
    maxEntries: maxEntries === 'unbounded' ? maxEntries : Number(maxEntries),
    mountPoint: flags.includes('mountPoint'),
    uniqueKeys: [],
    params: [],
    commands: [],
    events: [],
  };
  for (const column of columns) {
    const [key = '', value = ''] = column.split(/=(.*)/s);
    if (key === 'count') object.numEntriesParameter = value;
    else if (key === 'discriminator') object.discriminatorParameter = value;
    else object.uniqueKeys.push({ params: split(value), functional: key === 'key' });
  }
  return object;
}

function parseCommand([name = '', third = '']: readonly string[]): CommandFact {
  const [first, ...flags] = third.split(',');
  return { name, async: first === 'async', status: statusIn(flags), input: [], output: [] };
}

function parseEvent([name = '', third = '']: readonly string[]): EventFact {
  return { name, status: statusIn(third.split(',')), arguments: [] };
}

/** The objects of a file that formatFacts wrote. */
export function parseFacts(text: string): ObjectFact[] {
  const objects: ObjectFact[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [word, ...columns] = line.split('\t');
    const object = objects.at(-1);
    if (word === 'object') objects.push(parseObject(columns));
    else if (word === 'param') object?.params.push(parseParam(columns));
    else if (word === 'command') object?.commands.push(parseCommand(columns));
    else if (word === 'in') object?.commands.at(-1)?.input.push(parseParam(columns));
    else if (word === 'out') object?.commands.at(-1)?.output.push(parseParam(columns));
    else if (word === 'event') object?.events.push(parseEvent(columns));
    else if (word === 'arg') object?.events.at(-1)?.arguments.push(parseParam(columns));
    else throw new Error(`unknown line: ${line}`);
  }
  return objects;
}

/** Packs the supported objects into the text that datamodel/tr181/table.ts reads; its head comment shows the form. */
import type { TypeSchema } from '../../datamodel/schema.ts';
import { formatType } from '../../datamodel/tr181/type-text.ts';
import { isTranslatable } from '../../datamodel/values/pattern.ts';
import type { Access, CommandFact, EventFact, ObjectFact, ParamFact, TypeFacts, UniqueKeyFact } from './facts.ts';
import { isTable } from './facts.ts';

const accessLetters: Readonly<Record<Access, string>> = { readOnly: 'r', readWrite: 'w', writeOnceReadOnly: 'o' };

/** What the running agent could not judge rightly must not reach it. */
function checkType(type: TypeFacts, where: string): void {
  if (type.nestedBrackets) throw new Error(`${where}: lists in square brackets are not supported`);
  const odd = type.patterns?.find(pattern => !isTranslatable(pattern));
  if (odd !== undefined) throw new Error(`${where}: the pattern ${odd} is not supported`);
}

/** Lines of types, each held once. */
class TypeLines {
  readonly lines: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(type: TypeSchema): number {
    const line = formatType(type).join('\t');
    let index = this.#indices.get(line);
    if (index === undefined) {
      index = this.lines.push(line) - 1;
      this.#indices.set(line, index);
    }
    return index;
  }
}

class Packer {
  readonly types = new TypeLines();

  #type(param: ParamFact, where: string): number {
    checkType(param.type, where + param.name);
    return this.types.indexOf(param.type);
  }

  #param(param: ParamFact, path: string): string {
    const flags = `${param.secured ? 's' : ''}${param.hidden ? 'h' : ''}${param.canDeny ? 'd' : ''}`;
    // Of the kinds of default, only that of an object is what a new row starts with.
    const value = param.default?.type === 'object' ? `=${encodeURIComponent(param.default.value)}` : '';
    return `${param.name}:${accessLetters[param.access]}${flags}${this.#type(param, path)}${value}`;
  }

  #arguments(args: readonly ParamFact[], where: string): string {
    return args
      .map(argument => {
        const value = argument.default ? `=${encodeURIComponent(argument.default.value)}` : '';
        return `${argument.name}:${argument.mandatory ? 'm' : ''}${this.#type(argument, where)}${value}`;
      })
      .join(',');
  }

  #command({ name, async, input, output }: CommandFact, path: string): string {
    const [ins, outs] = [input, output].map(args => this.#arguments(args, `${path}${name} `));
    return `${name}:${async ? 'a' : 's'}/${ins}/${outs}`;
  }

  #event({ name, arguments: args }: EventFact, path: string): string {
    return `${name}/${this.#arguments(args, `${path}${name} `)}`;
  }

  row(object: ObjectFact): string {
    const { path, params, uniqueKeys, commands, events } = object;
    return [
      head(object),
      params.map(param => this.#param(param, path)).join(' '),
      uniqueKeys.map(packKey).join(' '),
      commands.map(command => this.#command(command, path)).join(' '),
      events.map(event => this.#event(event, path)).join(' '),
    ]
      .join('\t')
      .trimEnd();
  }
}

function head(object: ObjectFact): string {
  const names = object.path.split('.').filter(name => name !== '' && name !== '{i}');
  const flags = `${isTable(object.path) ? 't' : ''}${object.access === 'readWrite' ? 'c' : ''}${object.mounted ? 'm' : ''}`;
  const discriminator = object.discriminatorParameter ? ` ${object.discriminatorParameter}` : '';
  return `${names.length - 1}${flags} ${names.at(-1)}${discriminator}`;
}

function packKey({ params, functional }: UniqueKeyFact): string {
  return `${functional ? '' : '-'}${params.join(',')}`;
}

/** The packed text of objects in tree order. */
export function packTable(objects: readonly ObjectFact[]): string {
  const packer = new Packer();
  const rows = objects.map(object => packer.row(object));
  return `${packer.types.lines.join('\n')}\n\n${rows.join('\n')}`;
}

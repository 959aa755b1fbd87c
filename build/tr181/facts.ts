/** The facts of a data model: what its XML says, without the words. */
import type { TypeSchema } from '../../datamodel/schema.ts';

export type Status = 'current' | 'deprecated' | 'obsoleted' | 'deleted';

/** In the order of promotion: an element is at least as far gone as what contains it. */
export const statuses: readonly Status[] = ['current', 'deprecated', 'obsoleted', 'deleted'];

export function laterStatus(a: Status, b: Status): Status {
  return statuses.indexOf(a) > statuses.indexOf(b) ? a : b;
}

export type Access = 'readOnly' | 'readWrite' | 'writeOnceReadOnly';

/** TR-106's type facets beyond those that the running agent needs. */
export interface TypeFacts extends TypeSchema {
  /** Values of the enumeration that are on their way out. */
  enumerationStatus?: Readonly<Record<string, Status>>;
  /** A list whose items may be lists in square brackets. */
  nestedBrackets?: boolean;
  /** What a reference points at: `row` or `parameter`, below one of the paths. */
  target?: { type: string; parents: readonly string[] };
  /** Path of the list parameter that holds the allowed values, and the value that stands for none of them. */
  enumerationRef?: { path: string; nullValue?: string };
}

export interface DefaultFact {
  type: 'object' | 'factory' | 'implementation' | 'parameter';
  value: string;
}

export interface ParamFact {
  name: string;
  type: TypeFacts;
  access: Access;
  status: Status;
  default?: DefaultFact;
  secured: boolean;
  hidden: boolean;
  canDeny: boolean;
  /** Arguments only. */
  mandatory: boolean;
}

export interface CommandFact {
  name: string;
  async: boolean;
  status: Status;
  /** Nested ones by relative path: `TimeWindow.{i}.Start`. */
  input: ParamFact[];
  output: ParamFact[];
}

export interface EventFact {
  name: string;
  status: Status;
  arguments: ParamFact[];
}

export interface UniqueKeyFact {
  params: string[];
  functional: boolean;
}

export interface ObjectFact {
  /** `Device.LocalAgent.Controller.{i}.` */
  path: string;
  access: 'readOnly' | 'readWrite';
  status: Status;
  minEntries: number;
  maxEntries: number | 'unbounded';
  numEntriesParameter?: string;
  discriminatorParameter?: string;
  mountPoint: boolean;
  /** A copy from elsewhere in the model begins here (see graft.ts); never in the file of facts. */
  mounted?: boolean;
  uniqueKeys: UniqueKeyFact[];
  params: ParamFact[];
  commands: CommandFact[];
  events: EventFact[];
}

export function isTable(path: string): boolean {
  return path.endsWith('{i}.');
}

/** `Device.LocalAgent.` of `Device.LocalAgent.Controller.{i}.`; '' of `Device.`. */
export function parentPath(path: string): string {
  return path.replace(/[^.]+\.(?:\{i\}\.)?$/, '');
}

/** The object's path and those of all objects above it, from the top. */
export function lineage(path: string): string[] {
  return path === '' ? [] : [...lineage(parentPath(path)), path];
}

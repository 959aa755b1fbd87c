/** Where each key and value of a document begins. Its text has been read as TOML before, so that nothing is judged here. */
import { parse } from 'smol-toml';
import type { Path } from './finding.ts';

/** Offsets into the text, in UTF-16 units. */
export interface Entry {
  key?: number;
  value?: number;
}

/** Where keys, values, list entries and tables begin, by their path as JSON. */
export type Places = Map<string, Entry>;

const blank = /[ \t]*/y;
const blankLines = /(?:\s|#[^\n]*)*/y;
const afterItem = /(?:[\s,]|#[^\n]*)*/y;
const bareName = /[\w-]+/y;
const dot = /[ \t]*\.[ \t]*|/y;
/** The longest first; two quotes may stand before the three that end a text of many lines. */
const quoted = /"""(?:\\[\s\S]|(?!"""(?!"))[\s\S])*"""|'''(?:(?!'''(?!'))[\s\S])*'''|"(?:\\.|[^"\\])*"|'[^']*'/y;
/** A date and a time may have a space between them. */
const scalar = /\d+-\d+-\d+ \d+:[^\s,\]}#]*|[^\s,\]}#]+/y;

class Scanner {
  readonly places: Places = new Map();
  readonly #text: string;
  #at = 0;
  /** The last index of each `[[list]]`. */
  readonly #lists = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Notes the whole document. Throws where the text is not what it should be. */
  scan(): void {
    let table: Path = [];
    for (this.#take(blankLines); this.#at < this.#text.length; this.#take(blankLines)) {
      if (this.#sees('[')) table = this.#header();
      else this.#pair(table);
    }
  }

  #sees(start: string): boolean {
    return this.#text.startsWith(start, this.#at);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [taken] = pattern.exec(this.#text) ?? [];
    if (taken === undefined) throw new Error(`unexpected at ${this.#at}`);
    this.#at += taken.length;
    return taken;
  }

  /** What was noted first stays. */
  #note(path: Path, entry: Entry): void {
    const id = JSON.stringify(path);
    this.places.set(id, { ...entry, ...this.places.get(id) });
  }

  /** A part of a key. */
  #name(): { name: string; at: number } {
    const at = this.#at;
    if (!this.#sees('"') && !this.#sees("'")) return { name: this.#take(bareName), at };
    return { name: String(parse(`name = ${this.#take(quoted)}`).name), at };
  }

  /** `a.b."c d"` */
  #key(): { name: string; at: number }[] {
    const parts = [this.#name()];
    while (this.#take(dot) !== '') parts.push(this.#name());
    return parts;
  }

  /** Notes `[a.b]` or `[[a.b]]`; the header stands for the table, and for the list that it is an entry of. */
  #header(): Path {
    const start = this.#at;
    const isList = this.#sees('[[');
    this.#at += isList ? 2 : 1;
    this.#take(blank);
    let path: Path = [];
    const names = this.#key().map(({ name }) => name);
    this.#take(blank);
    this.#at += isList ? 2 : 1;
    for (const [depth, name] of names.entries()) {
      path = [...path, name];
      this.#note(path, { key: start, value: start });
      const index = this.#indexIn(path, isList && depth === names.length - 1);
      if (index === undefined) continue;
      path = [...path, index];
      this.#note(path, { key: start, value: start });
    }
    return path;
  }

  /** The entry of the list at `path` that a header goes on with, or begins; undefined when there is no list. */
  #indexIn(path: Path, begins: boolean): number | undefined {
    const id = JSON.stringify(path);
    if (begins) this.#lists.set(id, (this.#lists.get(id) ?? -1) + 1);
    return this.#lists.get(id);
  }

  /** Notes `a.b.c = value`: each part of a dotted key is a table of its own. */
  #pair(table: Path): void {
    let path = table;
    for (const { name, at } of this.#key()) {
      path = [...path, name];
      this.#note(path, { key: at });
    }
    this.#take(/[ \t]*=[ \t]*/y);
    this.#value(path);
  }

  #value(path: Path): void {
    this.#note(path, { value: this.#at });
    if (this.#sees('[')) this.#items(']', index => this.#value([...path, index]));
    else if (this.#sees('{')) this.#items('}', () => this.#pair(path));
    else this.#take(this.#sees('"') || this.#sees("'") ? quoted : scalar);
  }

  #items(end: string, take: (index: number) => void): void {
    this.#at++;
    this.#take(afterItem);
    for (let index = 0; !this.#sees(end); index++, this.#take(afterItem)) take(index);
    this.#at++;
  }
}

/** The places of a TOML document. Throws where the text is none. */
export function placesOf(text: string): Places {
  const scanner = new Scanner(text);
  scanner.scan();
  return scanner.places;
}

/** The sections of a document: each as a reading of its table or tables. */
import { closest } from './distance.ts';
import { type Fields, readFields, type TableReading } from './fields.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { alternatives, isTable, typeName } from './kinds.ts';
import { type Section, sections } from './schema.ts';
import type { Document } from './syntax.ts';

/** One table of the file. */
export type Reading<F extends Fields> = TableReading<F> & { site: Site };

type SectionName = keyof typeof sections;

/** The names of the sections of either kind. */
type RepeatedName = { [N in SectionName]: (typeof sections)[N] extends { countMax: number } ? N : never }[SectionName];
type SingleName = Exclude<SectionName, RepeatedName>;

/** `[agent]` or `[[capability]]`, as it is written in the file. */
export function header(name: string, section: Section): string {
  return section.countMax === undefined ? `[${name}]` : `[[${name}]]`;
}

const headers = Object.entries(sections).map(([name, section]) => header(name, section));

/** Reports what stands at the top of the file but is no section. */
export function checkSectionNames(document: Document, root: Site): void {
  for (const name of Object.keys(document)) {
    if (Object.hasOwn(sections, name)) continue;
    const near = closest(name, Object.keys(sections));
    const isPlain = !isTable(document[name]) && !Array.isArray(document[name]);
    const message = isPlain ? `${quote(name)} stands outside of any section` : `there is no section ${quote(name)}`;
    const suggestion = near === undefined || isPlain ? {} : { suggestion: header(near, sections[near as SectionName]) };
    complain(below(root, name), 'unknown-key', message, {
      mark: 'key',
      expected: alternatives(headers),
      ...suggestion,
    });
  }
}

/** Reads a section of which there is one; an absent one is read as if it were empty. */
export function readOne<N extends SingleName>(
  document: Document,
  name: N,
  root: Site,
): Reading<(typeof sections)[N]['fields']> {
  const site = below(root, name);
  const raw = Object.hasOwn(document, name) ? document[name] : {};
  if (!isTable(raw)) wrongForm(name, raw, site);
  const reading = readFields<(typeof sections)[N]['fields']>(sections[name].fields, isTable(raw) ? raw : {}, site);
  return { ...reading, site };
}

/** Reads a section of which there may be several, in the order of the file. */
export function readMany<N extends RepeatedName>(
  document: Document,
  name: N,
  root: Site,
): Reading<(typeof sections)[N]['fields']>[] {
  const site = below(root, name);
  const raw = Object.hasOwn(document, name) ? document[name] : [];
  if (!Array.isArray(raw) || !raw.every(isTable)) {
    wrongForm(name, raw, site);
    return [];
  }
  const { fields, countMax } = sections[name];
  if (raw.length > countMax) {
    const message = `there are ${raw.length} sections [[${name}]]`;
    complain(below(site, countMax), 'too-large', message, { expected: `at most ${countMax}` });
  }
  return raw.slice(0, countMax).map((entry, index) => {
    const at = below(site, index);
    return { ...readFields<(typeof sections)[N]['fields']>(fields, entry, at), site: at };
  });
}

function wrongForm(name: SectionName, raw: unknown, site: Site): void {
  const right = header(name, sections[name]);
  const isOtherForm = isTable(raw) || (Array.isArray(raw) && raw.every(isTable));
  const message = isOtherForm ? `this section is written ${right}` : `${quote(name)} cannot be ${typeName(raw)}`;
  const suggestion = isOtherForm ? { suggestion: right } : {};
  complain(site, 'wrong-type', message, { expected: `sections of the form ${right}`, ...suggestion });
}

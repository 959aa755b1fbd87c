// From the grammar of the configuration file: the JSON Schema for editors, and the key reference inside the guide.
import { readFile } from 'node:fs/promises';
import { type Fields, tableSchema } from '../agent/config/fields.ts';
import { findingCodes } from '../agent/config/finding.ts';
import type { JsonSchema } from '../agent/config/json-schema.ts';
import { type Section, sections } from '../agent/config/schema.ts';

const schemaPath = 'uspi.schema.json';
const guidePath = 'docs/configuration.md';
const lineCharsMax = 120;

/** The JSON Schema of the whole file. */
export function configSchema(): JsonSchema {
  const entries = Object.entries(sections).map(([name, section]) => [name, sectionSchema(section)] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'uspi',
    description: 'The configuration of uspi, a USP agent. Generated from its grammar: do not edit.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries),
  };
}

function sectionSchema({ fields, countMax, description }: Section): JsonSchema {
  const table = tableSchema(fields);
  return countMax === undefined
    ? { description, ...table }
    : { description, type: 'array', maxItems: countMax, items: table };
}

/** JSON as the formatter of this repository writes it: a list that fits is on one line. */
function formatJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  const compact = text.replace(/^(.*)\[\n([^[\]{}]*)\n\s*\]/gm, (whole, before: string, items: string) => {
    const line = `${before}[${items.trim().replace(/\n\s*/g, ' ')}]`;
    return line.length < lineCharsMax ? line : whole;
  });
  return `${compact}\n`;
}

/** One key, by the line that can be copied: what it means and takes, then the keys of the table that it holds. */
function keyReference(field: Fields[string], indent: string): string {
  const { key, required, default: written, example, description, kind } = field;
  const inner = 'fields' in kind ? (kind.fields as Fields) : undefined;
  const usual = required
    ? ', required'
    : written === undefined || inner
      ? ''
      : `, default \`${JSON.stringify(written)}\``;
  const takes = inner ? '' : ` Takes ${kind.expected}.`;
  const line = `${indent}- \`${key} = ${example}\`${usual}: ${description}${takes}`;
  return inner ? `${line}\n${tableReference(inner, `${indent}  `)}` : line;
}

function tableReference(fields: Fields, indent = ''): string {
  return Object.values(fields)
    .map(field => keyReference(field, indent))
    .join('\n');
}

function codeReference(): string {
  return Object.entries(findingCodes)
    .map(([code, meaning]) => `- \`${code}\`: ${meaning}`)
    .join('\n');
}

/** The generated parts of the guide, by the name in their marks. */
function references(): Map<string, string> {
  const keys = Object.entries(sections).map(([name, { fields }]) => [name, tableReference(fields)] as const);
  return new Map([...keys, ['findings', codeReference()]]);
}

/** The guide with its generated parts made anew. Throws when a part has no place in it. */
export function fillGuide(guide: string): string {
  let filled = guide;
  for (const [name, content] of references()) {
    const [begin, end] = [`<!-- generated: ${name} -->`, '<!-- end -->'];
    const start = filled.indexOf(begin);
    const stop = filled.indexOf(end, start);
    if (start < 0 || stop < 0) throw new Error(`${guidePath} has no place for the generated part "${name}"`);
    filled = `${filled.slice(0, start)}${begin}\n\n${content}\n\n${filled.slice(stop)}`;
  }
  return filled;
}

/** Path and content of what is generated from the configuration's grammar. */
export async function generateConfigSchema(): Promise<Map<string, string>> {
  return new Map([
    [schemaPath, formatJson(configSchema())],
    [guidePath, fillGuide(await readFile(guidePath, 'utf8'))],
  ]);
}

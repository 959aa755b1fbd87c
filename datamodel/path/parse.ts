import { expressionComponentsMax, parsedPathsCachedMax, pathCharsMax, pathSegmentsMax } from '../limits.ts';
import type { Component, Constant, Leaf, Operator, Path, PathSyntaxError, Segment } from './syntax.ts';

const plainName = /^[A-Za-z_][\w-]*$/;
const leafMark = /(?:\(\)|!)$/;
const instanceSyntax = /^[1-9][0-9]{0,9}$/;
const followSyntax = /^([^#+]+)(?:#([1-9][0-9]{0,4}|\*))?\+$/;
const operatorSyntax = /==|!=|~=|<=|>=|<|>/;
/** Unquoted constants hold no character that means something in an expression. */
const bareConstantSyntax = /^[^\s"'&=<>!~[\]{}()]+$/;

/** Keeps the latest parsed paths: controllers ask for the same few again and again. What is refused is not kept. */
export class PathParser {
  readonly #known = new Map<string, Path>();

  parse(text: string): Path | PathSyntaxError {
    const known = this.#known.get(text);
    if (known) return known;
    const parsed = parsePath(text);
    if (isSyntaxError(parsed)) return parsed;
    if (this.#known.size >= parsedPathsCachedMax) this.#known.clear();
    this.#known.set(text, parsed);
    return parsed;
  }
}

export function isSyntaxError<T extends object>(parsed: T | PathSyntaxError): parsed is PathSyntaxError {
  return 'reason' in parsed;
}

const isName = (text: string): boolean => plainName.test(text) || isForeignName(text);

/** No literal: where V8 reads one with `\p`, it loads what it knows of the world's letters, half a megabyte. */
const foreignName = String.raw`^[\p{L}_][\p{L}\p{N}_-]*$`;
const isForeignName = (text: string): boolean => new RegExp(foreignName, 'u').test(text);

const beyond = (reason: string): PathSyntaxError => ({ reason, isLimit: true });

/** Parses a whole path: `Device.`..., object paths with or without their final dot (`undotted` tells). */
export function parsePath(text: string): Path | PathSyntaxError {
  if (text.length > pathCharsMax) return beyond(`a path has at most ${pathCharsMax} characters`);
  const parts = splitAtDots(text);
  if (!Array.isArray(parts)) return parts;
  const dotted = parts.at(-1) === '';
  if (dotted) parts.pop();
  if (parts.length === 0) return { reason: 'the path is empty' };
  if (parts.length > pathSegmentsMax) return beyond(`a path has at most ${pathSegmentsMax} parts`);
  const leaf = dotted ? undefined : parseLeaf(parts);
  if (leaf && 'reason' in leaf) return leaf;
  const segments = parseSegments(parts);
  if (!Array.isArray(segments)) return segments;
  if (segments[0]?.kind !== 'name' && segments.length > 0) return { reason: 'a path begins with a name' };
  return { text, segments, leaf, undotted: !dotted && leaf === undefined };
}

/** Takes the last part off as a leaf where it is one; an instance identifier stays, as an undotted object path. */
function parseLeaf(parts: string[]): Leaf | PathSyntaxError | undefined {
  const last = parts.at(-1) ?? '';
  if (last.startsWith('[') || last === '*' || last === '{i}' || last.endsWith('+') || instanceSyntax.test(last)) return;
  parts.pop();
  const mark = leafMark.exec(last)?.[0] ?? '';
  if (!isName(last.slice(0, last.length - mark.length)))
    return { reason: `${last} is no name of a parameter, command or event` };
  return { kind: mark === '()' ? 'command' : mark === '!' ? 'event' : 'param', name: last };
}

/** Splits at dots that stand outside brackets and quotes. */
function splitAtDots(text: string): string[] | PathSyntaxError {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"' && depth > 0) quoted = !quoted;
    else if (quoted) continue;
    else if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (c === '.' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
    if (depth < 0 || depth > 1) return { reason: 'brackets do not match' };
  }
  if (depth !== 0 || quoted) return { reason: quoted ? 'a quote is not closed' : 'a bracket is not closed' };
  parts.push(text.slice(start));
  if (parts.slice(0, -1).includes('')) return { reason: 'two dots follow each other' };
  return parts;
}

function parseSegments(parts: readonly string[]): Segment[] | PathSyntaxError {
  const segments: Segment[] = [];
  for (const part of parts) {
    const segment = parseSegment(part);
    if (isSyntaxError(segment)) return segment;
    segments.push(segment);
  }
  return segments;
}

function parseSegment(part: string): Segment | PathSyntaxError {
  if (instanceSyntax.test(part)) return { kind: 'instance', number: Number(part) };
  if (part === '*') return { kind: 'all' };
  if (part === '{i}') return { kind: 'placeholder' };
  if (part.startsWith('[')) return parseExpression(part);
  if (part.endsWith('+')) {
    const [, param = '', item = '1'] = followSyntax.exec(part) ?? [];
    if (!isName(param)) return { reason: `${part} is no reference to follow (Param+, Param#2+ or Param#*+)` };
    return { kind: 'follow', param, item: item === '*' ? 'all' : Number(item) };
  }
  if (!isName(part)) return { reason: `${part} is neither a name nor an instance identifier` };
  return { kind: 'name', name: part };
}

function parseExpression(part: string): Segment | PathSyntaxError {
  if (!part.endsWith(']')) return { reason: `${part} must end with a bracket` };
  const texts = splitOutsideQuotes(part.slice(1, -1), '&&');
  if (texts.length > expressionComponentsMax) {
    return beyond(`an expression has at most ${expressionComponentsMax} comparisons`);
  }
  const components: Component[] = [];
  for (const text of texts) {
    const component = parseComponent(text);
    if (isSyntaxError(component)) return component;
    components.push(component);
  }
  return { kind: 'search', components };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text.startsWith(separator, i)) {
      parts.push(text.slice(start, i));
      i += separator.length - 1;
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function parseComponent(text: string): Component | PathSyntaxError {
  const match = operatorSyntax.exec(text);
  if (!match) return { reason: `"${text}" has no comparison (==, !=, ~=, <, >, <= or >=)` };
  // White space on either side of the operator is tolerated [R-ARC.9a].
  const left = text.slice(0, match.index).trim();
  const constant = parseConstant(text.slice(match.index + match[0].length).trim());
  if (isSyntaxError(constant)) return constant;
  const names = left.split('.');
  const param = names.pop() ?? '';
  const steps = parseSegments(names);
  if (!Array.isArray(steps)) return steps;
  if (steps.some(step => step.kind !== 'name' && step.kind !== 'follow')) {
    return { reason: `"${left}" reaches into a table; a table needs an expression of its own` };
  }
  if (!isName(param)) return { reason: `"${left}" is no parameter` };
  return { steps, param, operator: match[0] as Operator, constant };
}

function parseConstant(text: string): Constant | PathSyntaxError {
  if (text.startsWith('"')) {
    if (text.length < 2 || !text.endsWith('"') || text.slice(1, -1).includes('"')) {
      return { reason: `${text} is not one quoted string (write %22 for a quote inside)` };
    }
    return { quoted: true, text: unescapeQuotes(text.slice(1, -1)) };
  }
  if (!bareConstantSyntax.test(text)) return { reason: `"${text}" is no value to compare with` };
  return { quoted: false, text };
}

/** Quotes and percent signs inside quoted strings are percent-escaped (TR-369 "Searching with Expressions"). */
function unescapeQuotes(text: string): string {
  return text.replace(/%(22|25)/g, (_, digits: string) => (digits === '22' ? '"' : '%'));
}

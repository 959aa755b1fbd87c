/** Data types: primitive ones with facets, named ones, and what is derived from them. */
import type { Bounds, ValueKind } from '../../datamodel/schema.ts';
import type { Document, Documents } from './documents.ts';
import type { DefaultFact, Status, TypeFacts } from './facts.ts';
import { absolutePath } from './references.ts';
import { attributeOf, childOf, childrenOf, type Element } from './xml.ts';

const primitives: readonly string[] = [
  'string',
  'boolean',
  'int',
  'unsignedInt',
  'long',
  'unsignedLong',
  'decimal',
  'dateTime',
  'base64',
  'hexBinary',
] satisfies ValueKind[];

/** Facets without a kind: what a derived type says of its own. */
type Facets = Partial<TypeFacts>;

/** Where a type is used: whose names it uses, and the path that its relative references start from. */
export interface TypeScope {
  documents: Documents;
  document: Document;
  path: string;
}

function number(element: Element, name: string): number | undefined {
  const text = element.attributes[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isNaN(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Error(`${name}="${text}"`);
  return value;
}

function bounds(element: Element, minName: string, maxName: string): Bounds {
  const [min, max, step] = [number(element, minName), number(element, maxName), number(element, 'step')];
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step !== undefined && { step }),
  };
}

/** All bounds that say anything: `<size/>` is there to take an inherited one away, and a minimum of 0 is none. */
function sizes(elements: readonly Element[]): Bounds[] {
  return elements
    .map(element => bounds(element, 'minLength', 'maxLength'))
    .map(({ min, max }): Bounds => ({ ...(min && { min }), ...(max !== undefined && { max }) }))
    .filter(size => Object.keys(size).length > 0);
}

function enumeration(elements: readonly Element[]): Facets {
  const values = elements.map(element => attributeOf(element, 'value'));
  const status = elements
    .filter(element => (element.attributes.status ?? 'current') !== 'current')
    .map(element => [attributeOf(element, 'value'), element.attributes.status as Status] as const);
  return { enumeration: values, ...(status.length > 0 && { enumerationStatus: Object.fromEntries(status) }) };
}

function reference(element: Element, path: string): Facets {
  const parents = (element.attributes.targetParent ?? '').split(/\s+/).filter(Boolean);
  return {
    reference: attributeOf(element, 'refType') as 'weak' | 'strong',
    target: {
      type: element.attributes.targetType ?? 'any',
      parents: parents.map(parent => absolutePath(parent, path)),
    },
  };
}

function enumerationRef(element: Element, path: string): Facets {
  const nullValue = element.attributes.nullValue;
  return {
    enumerationRef: {
      path: absolutePath(attributeOf(element, 'targetParam'), path),
      ...(nullValue !== undefined && { nullValue }),
    },
  };
}

/** The facets that `element` states itself; those of one sort are stated together or not at all. */
function statedFacets(element: Element, path: string): Facets {
  const [ranges, lengths, words, patterns] = ['range', 'size', 'enumeration', 'pattern'].map(name =>
    childrenOf(element, name),
  ) as [Element[], Element[], Element[], Element[]];
  const pathRef = childOf(element, 'pathRef');
  const listed = childOf(element, 'enumerationRef');
  return {
    ...(ranges.length > 0 && { ranges: ranges.map(range => bounds(range, 'minInclusive', 'maxInclusive')) }),
    ...(lengths.length > 0 && { sizes: sizes(lengths) }),
    ...(words.length > 0 && enumeration(words)),
    ...(patterns.length > 0 && { patterns: patterns.map(pattern => attributeOf(pattern, 'value')) }),
    ...(pathRef && reference(pathRef, path)),
    ...(listed && enumerationRef(listed, path)),
  };
}

/** `<list>` beside the type of its items. */
function listFacets(parent: Element): Facets {
  const element = childOf(parent, 'list');
  if (!element) return {};
  const items = bounds(element, 'minItems', 'maxItems');
  const maxLength = sizes(childrenOf(element, 'size'))[0]?.max;
  return {
    list: { ...(Object.keys(items).length > 0 && { items }), ...(maxLength !== undefined && { maxLength }) },
    ...(element.attributes.nestedBrackets === 'required' && { nestedBrackets: true }),
  };
}

function namedType(name: string, scope: TypeScope): Facets {
  const { element, document } = scope.documents.find('dataType', scope.document, name);
  const inner = { ...scope, document };
  const base = element.attributes.base === undefined ? {} : namedType(element.attributes.base, inner);
  return { ...base, ...statedFacets(element, scope.path), ...typeIn(element, inner) };
}

/** The type that stands in `parent`, a `<syntax>` or a named `<dataType>`: a primitive, or one by reference or base. */
function typeIn(parent: Element, scope: TypeScope): Facets {
  const list = listFacets(parent);
  for (const child of parent.children) {
    const { ref, base } = child.attributes;
    if (child.name === 'dataType') {
      const named = namedType(ref ?? base ?? '', scope);
      return { ...named, ...statedFacets(child, scope.path), ...list };
    }
    if (primitives.includes(child.name)) {
      return { kind: child.name as ValueKind, ...statedFacets(child, scope.path), ...list };
    }
  }
  return list;
}

/** The type of a new parameter. */
export function typeOf(syntax: Element, scope: TypeScope): TypeFacts {
  const { kind, ...facets } = typeIn(syntax, scope);
  if (!kind) throw new Error(`${scope.path}: a syntax without a type`);
  return { kind, ...facets };
}

/** An amended type: facets that are not restated stay, enumerations grow, and a value's status may be promoted. */
export function amendedType(old: TypeFacts, syntax: Element, scope: TypeScope): TypeFacts {
  const stated = typeIn(syntax, scope);
  const amended = { ...old, ...stated };
  if (old.enumeration && stated.enumeration) {
    amended.enumeration = [...new Set([...old.enumeration, ...stated.enumeration])];
    amended.enumerationStatus = { ...old.enumerationStatus, ...stated.enumerationStatus };
  }
  return amended;
}

/** The default of a `<syntax>`. A list's stands in square brackets: `[]` is the empty list. */
export function defaultOf(syntax: Element, isList: boolean): DefaultFact | undefined {
  const element = childOf(syntax, 'default');
  if (!element) return undefined;
  const written = attributeOf(element, 'value');
  const value = isList ? written.replace(/^\[(.*)\]$/s, '$1') : written;
  return { type: attributeOf(element, 'type') as DefaultFact['type'], value };
}

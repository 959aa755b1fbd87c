/** XML documents as trees of elements: no text, no comments, entities expanded. */
import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
}

/** Entities that the document type declares: `<!ENTITY octet "(25[0-5]|...)">`. */
function declaredEntities(documentType: string): Record<string, string> {
  const declarations = documentType.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g);
  return Object.fromEntries([...declarations].map(([, name, double, single]) => [name, double ?? single ?? '']));
}

/** The root element of `text`. Throws with `file`, line and column where it is not well-formed. */
export function parseXml(text: string, file: string): Element {
  const parser = new SaxesParser({ xmlns: false, fileName: file });
  const open: Element[] = [];
  let root: Element | undefined;
  parser.on('error', error => {
    throw error;
  });
  parser.on('doctype', documentType => {
    // In the types file, patterns are written with such entities.
    Object.assign(parser.ENTITIES, declaredEntities(documentType));
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (!root) throw new Error(`${file}: no element`);
  return root;
}

/** The first child of that name. */
export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find(child => child.name === name);
}

/** All children of that name, in order. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter(child => child.name === name);
}

/** An attribute that must be there. */
export function attributeOf(element: Element, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`<${element.name}> has no ${name}: ${JSON.stringify(element.attributes)}`);
  return value;
}

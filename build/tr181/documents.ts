/**
 * The XML files of a release and the names in them. Data types, components and models are scoped by document: a name is
 * one of the document's own, or one that it imports, perhaps under another name and through several files.
 */
import { attributeOf, type Element, parseXml } from './xml.ts';

export type Kind = 'dataType' | 'component' | 'model';

interface ImportedName {
  file: string;
  name: string;
}

export interface Document {
  file: string;
  own: ReadonlyMap<string, Element>;
  imported: ReadonlyMap<string, ImportedName>;
}

/** A definition and the document whose names its body uses. */
export interface Definition {
  element: Element;
  document: Document;
}

/** Reads a file of the release by its name. */
export type ReadFile = (file: string) => string;

const typesFile = 'tr-106-types.xml';
const kinds: readonly string[] = ['dataType', 'component', 'model'] satisfies Kind[];

const keyOf = (kind: string, name: string) => `${kind} ${name}`;

function readDocument(root: Element, file: string): Document {
  const own = new Map<string, Element>();
  const imported = new Map<string, ImportedName>();
  for (const child of root.children) {
    if (kinds.includes(child.name)) own.set(keyOf(child.name, attributeOf(child, 'name')), child);
    if (child.name !== 'import') continue;
    // The spec attribute leaves the corrigendum out, so a file is known by its name alone.
    const from = attributeOf(child, 'file');
    for (const entry of child.children) {
      const name = attributeOf(entry, 'name');
      imported.set(keyOf(entry.name, name), { file: from, name: entry.attributes.ref ?? name });
    }
  }
  return { file, own, imported };
}

export class Documents {
  readonly #readFile: ReadFile;
  readonly #byFile = new Map<string, Document>();
  readonly #root: Document;
  readonly #virtual = new Map<string, Definition>();

  /** `rootFile` is the file whose model is resolved; its imports say what stands for the virtual components. */
  constructor(readFile: ReadFile, rootFile: string) {
    this.#readFile = readFile;
    this.#root = this.#open(rootFile);
    this.#overrideVirtual();
  }

  get root(): Document {
    return this.#root;
  }

  /** Definitions that the root document has of its own, of a kind. */
  rootDefinitions(kind: Kind): Definition[] {
    const elements = [...this.#root.own.values()].filter(element => element.name === kind);
    return elements.map(element => ({ element, document: this.#root }));
  }

  /** What `name` means in `document`. Data types that a file uses without importing them are those of TR-106. */
  find(kind: Kind, document: Document, name: string): Definition {
    const found =
      this.#lookUp(kind, document, name) ??
      (kind === 'dataType' ? this.#lookUp(kind, this.#open(typesFile), name) : undefined);
    if (!found) throw new Error(`${document.file}: ${kind} ${name} is neither defined nor imported`);
    return this.#virtual.get(`${found.document.file} ${keyOf(kind, attributeOf(found.element, 'name'))}`) ?? found;
  }

  #lookUp(kind: Kind, document: Document, name: string): Definition | undefined {
    const element = document.own.get(keyOf(kind, name));
    if (element) return { element, document };
    const entry = document.imported.get(keyOf(kind, name));
    return entry && this.#lookUp(kind, this.#open(entry.file), entry.name);
  }

  #open(file: string): Document {
    let document = this.#byFile.get(file);
    if (!document) {
      document = readDocument(parseXml(this.#readFile(file), file), file);
      this.#byFile.set(file, document);
    }
    return document;
  }

  /** The root's `<component name="Alias" ref="_AliasUSP"/>` holds in every document, where Alias is virtual. */
  #overrideVirtual(): void {
    for (const [key, { file, name: replacement }] of this.#root.imported) {
      const [kind, name] = key.split(' ') as [Kind, string];
      if (kind === 'model' || replacement === name) continue;
      const virtual = this.#lookUp(kind, this.#open(file), name);
      if (virtual?.element.attributes.virtual !== 'true') continue;
      const actual = this.#lookUp(kind, this.#open(file), replacement);
      if (actual) this.#virtual.set(`${virtual.document.file} ${key}`, actual);
    }
  }
}

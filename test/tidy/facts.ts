// What the rules ask about a source file, read from the compiler's own syntax tree.
import {
  isCallExpression,
  isDecorator,
  isExportDeclaration,
  isFunctionLikeDeclaration,
  isIdentifier,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteral,
  isTypeAliasDeclaration,
  isUnionTypeNode,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

export interface ImportFact {
  line: number;
  specifier: string;
  /** `import type`, `export type` or a type's `import()`: gone at run time. */
  isType: boolean;
  /** `await import()`: loaded when it is reached. */
  isLazy: boolean;
}

export interface FunctionFact {
  line: number;
  name: string;
  lines: number;
}

/** A name of the platform in use: `Date.now`, `new Date()`, `setTimeout`. */
export interface WordFact {
  line: number;
  word: string;
}

/** A type whose values are words: `type DeviceErrorCode = 'missing' | ...`. */
export interface WordsFact {
  line: number;
  name: string;
  values: string[];
}

export interface FileFacts {
  path: string;
  text: string;
  lines: number;
  imports: ImportFact[];
  functions: FunctionFact[];
  words: WordFact[];
  wordTypes: WordsFact[];
  /** Lines of `export *`. */
  starExports: number[];
  decorators: number[];
  /** Nothing but re-exports. */
  isBarrel: boolean;
}

/** Parses `files` (path to text) without resolving anything between them. */
export function readFacts(files: ReadonlyMap<string, string>): FileFacts[] {
  const config = { compilerOptions: { noLib: true, noResolve: true, types: [] }, files: [...files.keys()] };
  const contents = { ...Object.fromEntries(files), 'tsconfig.json': JSON.stringify(config) };
  const rooted = Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/tidy/${path}`, text]));
  const api = new API({ cwd: '/tidy', fs: createVirtualFileSystem(rooted) });
  try {
    const snapshot = api.updateSnapshot({ openProjects: ['/tidy/tsconfig.json'] });
    const project = snapshot.getProjects()[0]!;
    const facts = [...files.keys()].map(path => collect(path, project.program.getSourceFile(`/tidy/${path}`)!));
    snapshot.dispose();
    return facts;
  } finally {
    api.close();
  }
}

function collect(path: string, source: SourceFile): FileFacts {
  const facts: FileFacts = {
    path,
    text: source.text,
    lines: source.text.trimEnd().split('\n').length,
    imports: [],
    functions: [],
    words: [],
    wordTypes: [],
    starExports: [],
    decorators: [],
    isBarrel:
      source.statements.length > 0 &&
      source.statements.every(each => isExportDeclaration(each) && each.moduleSpecifier),
  };
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: Node): void => {
    note(facts, node, lineAt(node.getStart()), lineAt);
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return facts;
}

function note(facts: FileFacts, node: Node, line: number, lineAt: (position: number) => number): void {
  noteModule(facts, node, line);
  if (isDecorator(node)) facts.decorators.push(line);
  if (isFunctionLikeDeclaration(node) && node.body) {
    facts.functions.push({ line, name: nameOf(node), lines: lineAt(node.end) - line + 1 });
  }
  const word = wordOf(node);
  if (word) facts.words.push({ line, word });
  if (isTypeAliasDeclaration(node)) {
    const values = (isUnionTypeNode(node.type) ? [...node.type.types] : [node.type]).flatMap(literalOf);
    if (values.length > 0) facts.wordTypes.push({ line, name: node.name.text, values });
  }
}

/** A function's own name, or that of the constant or property that holds it. */
function nameOf(node: Node): string {
  const named = [node, node.parent]
    .map(each => (each as { name?: Node }).name)
    .find(name => name && isIdentifier(name));
  return named && isIdentifier(named) ? named.text : 'a function';
}

function literalOf(node: Node): string[] {
  return isLiteralTypeNode(node) && isStringLiteral(node.literal) ? [node.literal.text] : [];
}

function noteModule(facts: FileFacts, node: Node, line: number): void {
  const add = (specifier: Node | undefined, isType: boolean, isLazy = false) => {
    if (specifier && isStringLiteral(specifier))
      facts.imports.push({ line, specifier: specifier.text, isType, isLazy });
  };
  if (isImportDeclaration(node)) {
    add(node.moduleSpecifier, node.importClause?.phaseModifier === SyntaxKind.TypeKeyword);
  } else if (isExportDeclaration(node)) {
    add(node.moduleSpecifier, node.isTypeOnly);
    if (node.moduleSpecifier && !node.exportClause) facts.starExports.push(line);
  } else if (isImportTypeNode(node)) {
    if (isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
  } else if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
    add(node.arguments[0], false, true);
  }
}

/** The platform's name that `node` uses: a global's own name, a member of it, or `new Date()`. */
function wordOf(node: Node): string | undefined {
  if (isPropertyAccessExpression(node) && isIdentifier(node.expression))
    return `${node.expression.text}.${node.name.text}`;
  if (isNewExpression(node) && isIdentifier(node.expression) && !node.arguments?.length)
    return `new ${node.expression.text}()`;
  return isIdentifier(node) && isUse(node) ? node.text : undefined;
}

/** An identifier that stands for a value: neither a declaration's name, nor a member's, nor a type's. */
function isUse(node: Node): boolean {
  const parent = node.parent as Node & { name?: Node; propertyName?: Node };
  if (parent.name === node || parent.propertyName === node) return false;
  return parent.kind !== SyntaxKind.TypeReference && parent.kind !== SyntaxKind.QualifiedName;
}

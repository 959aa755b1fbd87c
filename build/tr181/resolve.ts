/**
 * Resolves a model: expands components where they are referenced, applies amendments in document order, and gives every
 * element its full path, type and status.
 */
import type { Definition, Document, Documents } from './documents.ts';
import type { Access, CommandFact, EventFact, ObjectFact, ParamFact, Status } from './facts.ts';
import { laterStatus, lineage } from './facts.ts';
import { amendedType, defaultOf, typeOf } from './types.ts';
import { attributeOf, childOf, childrenOf, type Element } from './xml.ts';

/** Where definitions land: all objects of a model, or those of one argument list, by path. */
type Objects = Map<string, ObjectFact>;

interface Scope {
  documents: Documents;
  document: Document;
  objects: Objects;
  /** Path of the object that the definitions belong to, relative to `owner`; '' outside of any. */
  path: string;
  /** The command or event whose arguments these are, `Device.Reboot().`; '' in the model itself. */
  owner: string;
}

const statusOf = (element: Element) => (element.attributes.status ?? 'current') as Status;

/** A named element that is new, or the one that `base` amends. */
function findOrAdd<T extends { name: string }>(all: T[], element: Element, where: string, create: () => T): T {
  const { name, base } = element.attributes;
  const old = all.find(item => item.name === (name ?? base));
  if (base !== undefined && !old) throw new Error(`${where}: ${base} is amended but not there`);
  if (name !== undefined && old) throw new Error(`${where}: ${name} is defined twice`);
  if (old) return old;
  const created = create();
  all.push(created);
  return created;
}

function emptyObject(path: string): ObjectFact {
  return {
    path,
    access: 'readOnly',
    status: 'current',
    minEntries: 1,
    maxEntries: 1,
    mountPoint: false,
    uniqueKeys: [],
    params: [],
    commands: [],
    events: [],
  };
}

function objectAt(scope: Scope, path: string): ObjectFact {
  const object = scope.objects.get(path);
  if (!object) throw new Error(`${scope.document.file}: there is no object ${path}`);
  return object;
}

function applyObjectAttributes(object: ObjectFact, { attributes }: Element): void {
  const { access, minEntries, maxEntries, numEntriesParameter, discriminatorParameter, mountType } = attributes;
  if (access) object.access = access as ObjectFact['access'];
  if (minEntries) object.minEntries = Number(minEntries);
  if (maxEntries) object.maxEntries = maxEntries === 'unbounded' ? maxEntries : Number(maxEntries);
  if (numEntriesParameter) object.numEntriesParameter = numEntriesParameter;
  if (discriminatorParameter) object.discriminatorParameter = discriminatorParameter;
  if (mountType) object.mountPoint = mountType === 'mountPoint';
}

function expandObject(element: Element, scope: Scope): void {
  const { name, base } = element.attributes;
  const path = scope.path + (name ?? attributeOf(element, 'base'));
  if (base === undefined) {
    if (scope.objects.has(path)) throw new Error(`${scope.document.file}: ${path} is defined twice`);
    scope.objects.set(path, emptyObject(path));
  }
  const object = objectAt(scope, path);
  applyObjectAttributes(object, element);
  object.status = laterStatus(object.status, statusOf(element));
  for (const key of childrenOf(element, 'uniqueKey')) {
    const params = childrenOf(key, 'parameter').map(param => attributeOf(param, 'ref'));
    object.uniqueKeys.push({ params, functional: key.attributes.functional !== 'false' });
  }
  expand(element, { ...scope, path });
}

function expandParameter(element: Element, scope: Scope): void {
  const { params, path } = objectAt(scope, scope.path);
  const { access, activeNotify, mandatory } = element.attributes;
  const syntax = childOf(element, 'syntax');
  const typeScope = { documents: scope.documents, document: scope.document, path: scope.owner + path };
  const param = findOrAdd(params, element, `${scope.document.file}: ${path}`, (): ParamFact => {
    if (!syntax) throw new Error(`${path}${element.attributes.name} has no syntax`);
    return {
      name: attributeOf(element, 'name'),
      type: typeOf(syntax, typeScope),
      access: 'readOnly',
      status: 'current',
      secured: false,
      hidden: false,
      canDeny: false,
      mandatory: false,
    };
  });
  if (access) param.access = access as Access;
  if (activeNotify) param.canDeny = activeNotify === 'canDeny';
  if (mandatory) param.mandatory = mandatory === 'true';
  param.status = laterStatus(param.status, statusOf(element));
  if (!syntax) return;
  if (element.attributes.base !== undefined) param.type = amendedType(param.type, syntax, typeScope);
  const { hidden, secured } = syntax.attributes;
  if (hidden) param.hidden = hidden === 'true';
  if (secured) param.secured = secured === 'true';
  const value = defaultOf(syntax, param.type.list !== undefined);
  if (value) param.default = value;
}

/** An argument's default is a parameter default, whatever it is called in a component that objects share. */
function asArgument(param: ParamFact, prefix: string): ParamFact {
  const { default: value, ...rest } = param;
  const argument = { ...rest, name: prefix + param.name };
  return value ? { ...argument, default: { ...value, type: 'parameter' } } : argument;
}

/** Expands the definitions of an argument list onto what is there already, flat, nested ones by relative path. */
function expandArguments(element: Element | undefined, scope: Scope, owner: string, old: ParamFact[]): ParamFact[] {
  if (!element) return old;
  const objects: Objects = new Map([['', { ...emptyObject(''), params: old }]]);
  expand(element, { ...scope, objects, path: '', owner });
  return [...objects.values()].flatMap(({ path, params }) => params.map(param => asArgument(param, path)));
}

function expandCommand(element: Element, scope: Scope): void {
  const object = objectAt(scope, scope.path);
  const command = findOrAdd(object.commands, element, scope.path, (): CommandFact => {
    return { name: attributeOf(element, 'name'), async: false, status: 'current', input: [], output: [] };
  });
  if (element.attributes.async) command.async = element.attributes.async === 'true';
  command.status = laterStatus(command.status, statusOf(element));
  const owner = `${scope.path}${command.name}.`;
  command.input = expandArguments(childOf(element, 'input'), scope, owner, command.input);
  command.output = expandArguments(childOf(element, 'output'), scope, owner, command.output);
}

function expandEvent(element: Element, scope: Scope): void {
  const object = objectAt(scope, scope.path);
  const event = findOrAdd(object.events, element, scope.path, (): EventFact => {
    return { name: attributeOf(element, 'name'), status: 'current', arguments: [] };
  });
  event.status = laterStatus(event.status, statusOf(element));
  event.arguments = expandArguments(element, scope, `${scope.path}${event.name}.`, event.arguments);
}

function expandComponent(element: Element, scope: Scope): void {
  const { ref = '', path = '' } = element.attributes;
  const { element: component, document } = scope.documents.find('component', scope.document, ref);
  expand(component, { ...scope, document, path: scope.path + path });
}

const expanders: Readonly<Record<string, (element: Element, scope: Scope) => void>> = {
  component: expandComponent,
  object: expandObject,
  parameter: expandParameter,
  command: expandCommand,
  event: expandEvent,
};

/** Applies the children of a model, component, object or argument list in order. */
function expand(element: Element, scope: Scope): void {
  for (const child of element.children) expanders[child.name]?.(child, scope);
}

function expandModel({ element, document }: Definition, documents: Documents, objects: Objects): void {
  const { base } = element.attributes;
  // The base has the model's own name in another document, under an imported one in this.
  if (base !== undefined) expandModel(documents.find('model', document, base), documents, objects);
  expand(element, { documents, document, objects, path: '', owner: '' });
}

/** A deleted object's elements are deleted, a deprecated one's at least deprecated; and so its objects. */
function inheritStatus(objects: Objects): void {
  for (const object of objects.values()) {
    for (const path of lineage(object.path)) {
      object.status = laterStatus(object.status, objects.get(path)?.status ?? 'current');
    }
    for (const item of [...object.params, ...object.commands, ...object.events]) {
      item.status = laterStatus(item.status, object.status);
    }
  }
}

/** All objects of the model of the root document, by path, in the order of their definition. */
export function resolveModel(documents: Documents): ReadonlyMap<string, ObjectFact> {
  const [model] = documents.rootDefinitions('model');
  if (!model) throw new Error(`${documents.root.file} defines no model`);
  const objects: Objects = new Map();
  expandModel(model, documents, objects);
  inheritStatus(objects);
  return objects;
}

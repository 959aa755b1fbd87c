import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ObjectFact, ParamFact, TypeFacts } from '../../../build/tr181/facts.ts';
import { parseFacts } from '../../../build/tr181/facts-text.ts';
import { graft } from '../../../build/tr181/graft.ts';
import { factsFile } from '../../../build/tr181/import.ts';
import { packTable } from '../../../build/tr181/pack.ts';
import type { ArgumentSchema, ObjectSchema, TypeSchema } from '../../../datamodel/schema.ts';
import { findObject, openTable } from '../../../datamodel/tr181/table.ts';

/** The whole model, but for the lists in square brackets, which cannot be packed. */
const facts = graft(parseFacts(readFileSync(factsFile, 'utf8'))).map((object): ObjectFact => {
  const isPlain = ({ type }: ParamFact) => !type.nestedBrackets;
  return {
    ...object,
    params: object.params.filter(isPlain),
    commands: object.commands.map(command => ({
      ...command,
      input: command.input.filter(isPlain),
      output: command.output.filter(isPlain),
    })),
  };
});
const root = openTable(packTable(facts));

function find(path: string): ObjectSchema {
  const object = findObject(root, path);
  if (!object) throw new Error(`no ${path}`);
  return object;
}

/** What the agent is to know of a type. */
function schemaOf({ enumerationStatus, nestedBrackets, target, enumerationRef, ...type }: TypeFacts): TypeSchema {
  return type;
}

function argumentOf({ name, type, mandatory, default: value }: ParamFact): ArgumentSchema {
  return { name, type: schemaOf(type), mandatory, ...(value && { default: value.value }) };
}

test('nothing is lost in packing, of any object of TR-181', () => {
  for (const fact of facts) {
    const object = find(fact.path);
    assert.is(object.isTable, fact.path.endsWith('{i}.'));
    assert.is(object.canCreate, fact.access === 'readWrite');
    assert.is(object.canDelete, object.canCreate);
    assert.is(object.mounted, fact.mounted === true);
    assert.is(object.discriminator, fact.discriminatorParameter);
    assert.equal(object.uniqueKeys, fact.uniqueKeys);
    assert.equal(
      object.params,
      fact.params.map((param, slot) => ({
        name: param.name,
        slot,
        type: schemaOf(param.type),
        access: param.access,
        ...(param.default?.type === 'object' && { default: param.default.value }),
        secured: param.secured,
        hidden: param.hidden,
        canDeny: param.canDeny,
      })),
    );
    assert.equal(
      object.commands,
      fact.commands.map(({ name, async, input, output }) => {
        return { name, async, input: input.map(argumentOf), output: output.map(argumentOf) };
      }),
    );
    assert.equal(
      object.events,
      fact.events.map(event => ({ name: event.name, arguments: event.arguments.map(argumentOf) })),
    );
  }
});

test('children are in table order and know their parent', () => {
  const seen: string[] = [];
  const walk = (object: ObjectSchema) => {
    seen.push(object.path);
    for (const [name, child] of object.children) {
      assert.is(child.name, name);
      assert.is(child.parent, object);
      walk(child);
    }
  };
  walk(root);
  assert.equal(
    seen,
    facts.map(({ path }) => path),
  );
});

test('parameters are found by name, at their slot', () => {
  const { params, paramByName } = find('Device.LocalAgent.Controller.{i}.');
  assert.is(paramByName.size, params.length);
  for (const [slot, param] of params.entries()) {
    assert.is(param.slot, slot);
    assert.is(paramByName.get(param.name), param);
  }
});

test('only the default of an object is one', () => {
  assert.is(find('Device.LocalAgent.Controller.{i}.').paramByName.get('Enable')?.default, 'false');
  assert.is(find('Device.LocalAgent.Controller.{i}.').paramByName.get('EndpointID')?.default, '');
  assert.is(find('Device.LocalAgent.').paramByName.get('SupportedNumberOfSubscriptions')?.default, undefined);
});

test('a path must be that of the table, placeholders and all', () => {
  assert.is(find('Device.').path, 'Device.');
  assert.is(findObject(root, 'Device.LocalAgent.Controller.'), undefined);
  assert.is(findObject(root, 'Device.LocalAgent.{i}.'), undefined);
  assert.is(findObject(root, 'Device.LocalAgent'), undefined);
  assert.is(findObject(root, 'Device.Nothing.'), undefined);
  assert.is(findObject(root, 'LocalAgent.'), undefined);
  assert.is(findObject(root, ''), undefined);
});

test('a row is parsed when it is first touched, once, and types are shared', () => {
  const controller = find('Device.LocalAgent.Controller.{i}.');
  assert.is(controller.params, controller.params);
  assert.is(controller.children, controller.children);
  const alias = (path: string) => find(path).paramByName.get('Alias')?.type;
  assert.is(alias('Device.LocalAgent.Controller.{i}.'), alias('Device.LocalAgent.MTP.{i}.'));
  // A row that nobody touches is not looked at: this one could not be parsed.
  const broken = openTable('nonsense\tfacet=1\n\n0 Device\n1 Good\n1 Bad\tP:r0');
  assert.equal([...broken.children.keys()], ['Good', 'Bad']);
  assert.equal(findObject(broken, 'Device.Good.')?.params, []);
  assert.throws(() => findObject(broken, 'Device.Bad.')?.params, /unknown facet "facet=1"/);
});

test.run();

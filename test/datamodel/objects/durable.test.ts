// Whatever a controller may write survives a restart: outputs alone begin anew, at their initial value.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Bound } from '../../../datamodel/bound.ts';
import { bound } from '../../helpers/world.ts';

interface Writable {
  path: string;
  word: string;
  isVolatile: boolean;
}

function* writableIn(object: Bound, isInVolatile = false): Generator<Writable> {
  const isVolatile = isInVolatile || object.definition?.volatile === true;
  for (const { name, slot } of object.schema.params) {
    if (object.access[slot] === 'readOnly') continue;
    yield { path: object.schema.path + name, word: object.entries[slot]?.word ?? '', isVolatile };
  }
  for (const child of object.children.values()) yield* writableIn(child, isVolatile);
}

const writable = [...writableIn(bound)];

test('every parameter that may be written is kept, or is an output', () => {
  assert.ok(writable.length > 100, `${writable.length}`);
  const others = writable.filter(({ word, isVolatile }) => word !== 'keep' || isVolatile).map(({ path }) => path);
  const outputs = others.filter(path => /\.(Binary|Level|Enum)Control\.Value$/.test(path));
  assert.ok(outputs.length >= 3);
  assert.equal(
    others.filter(path => !outputs.includes(path)),
    [],
  );
});

test('what a trigger does, what a monitor looks at and how are among them', () => {
  const paths = new Set(writable.map(({ path }) => path));
  const subscription = ['Enable', 'TriggerAction', 'TriggerConfigSettings', 'Persistent', 'NotifRetry'];
  for (const name of subscription) assert.ok(paths.has(`Device.LocalAgent.Subscription.{i}.${name}`), name);
  for (const name of ['Enable', 'Interval', 'ReferenceList']) {
    assert.ok(paths.has(`Device.LocalAgent.Monitor.{i}.${name}`), name);
  }
});

test.run();

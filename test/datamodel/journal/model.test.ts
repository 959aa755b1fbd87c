/** The journal against a Map: any commits, with restarts, compactions and failures in between. */
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openJournal } from '../../../datamodel/journal/journal.ts';
import type { Operation } from '../../../datamodel/journal/operation.ts';
import { put, remove, removeSubtree } from '../../../datamodel/journal/operation.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';

/** What the operations mean, said once more and simply. */
function applyToModel(model: Map<string, string>, operations: readonly Operation[]): void {
  for (const operation of operations) {
    if (operation.kind === 'put') model.set(operation.key, operation.value);
    else if (operation.kind === 'delete') model.delete(operation.key);
    else for (const key of [...model.keys()].filter(k => k.startsWith(operation.prefix))) model.delete(key);
  }
}

const prefix = fc.constantFrom('A.', 'A.1.', 'A.10.', '#instance/A.', '#seed/');
const key = fc.tuple(prefix, fc.string({ unit: 'grapheme', maxLength: 3 })).map(([p, s]) => p + s);
const operation = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, fc.string({ unit: 'grapheme' })).map(([k, v]) => put(k, v)) },
  { weight: 2, arbitrary: key.map(remove) },
  { weight: 1, arbitrary: prefix.map(removeSubtree) },
);
const group = fc.array(fc.array(operation, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
const step = fc.oneof(
  { weight: 6, arbitrary: group },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
  { weight: 1, arbitrary: fc.constantFrom('append' as const, 'truncate' as const, 'replace' as const) },
);

test('behaves as a Map does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer(), async (steps, seed) => {
      const random = seededRandom(seed);
      const model = new Map<string, string>();
      const start = async (content: Uint8Array) => {
        const store = new SimStore(random, content);
        return { store, journal: await openJournal(store, { log: () => {}, compactBytesMin: 300 }) };
      };
      let { store, journal } = await start(new Uint8Array());
      for (const what of steps) {
        if (what === 'restart') {
          await journal.close();
          ({ store, journal } = await start(store.durable));
        } else if (typeof what === 'string') {
          const failing = store.calls[what] + 1;
          store.fails = (method, call) => (method === what && call === failing ? 'EIO' : undefined);
        } else {
          const made = what.map(operations => journal.commit(operations).then(() => applyToModel(model, operations)));
          await Promise.allSettled(made);
        }
        assert.equal(new Map(journal.state), model);
      }
    }),
    { numRuns: 300 },
  );
});

test.run();

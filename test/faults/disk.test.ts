// A disk that takes nothing more, under a running agent: changes are refused with 7005 and undone, the rest goes on, and
// once there is room again nobody has to help.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startTestAgent } from '../helpers/agent.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { SimStore } from '../helpers/store.ts';
import { burst } from './burst.ts';
import { addRow, deleteRow, readRows, setRow } from './rows.ts';

const agentToml = '[agent]\nendpoint = "os::012345-test"\n';

async function refusal(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => 'done',
    (cause: Error) => cause.message,
  );
  return /"?err_code"?:7005/.test(outcome) ? '7005' : outcome;
}

for (const [errno, what] of [
  ['ENOSPC', 'full'],
  ['EROFS', 'read-only'],
  ['EIO', 'broken'],
] as const) {
  test(`a disk that is ${what} refuses changes with 7005, until it is well again`, async () => {
    const store = new SimStore(seededRandom(1));
    const agent = await startTestAgent(agentToml, { store });
    const controller = await LocalController.connect(agent.socketPath);
    try {
      const kept = await addRow(controller, 'kept', '1');
      store.fails = () => errno;
      assert.is(await refusal(addRow(controller, 'new', '2')), '7005');
      assert.is(await refusal(setRow(controller, kept, '3')), '7005');
      assert.is(await refusal(deleteRow(controller, kept)), '7005');
      assert.equal([...(await readRows(controller))], [[kept, '1']], 'nothing has changed');
      for (let i = 0; i < 50; i++) await refusal(setRow(controller, kept, `${i}`));
      const complaints = agent.log.filter(line => line.startsWith('error:'));
      assert.is(complaints.length, 2, `once by the journal, once for the change: ${complaints}`);

      store.fails = () => undefined;
      await setRow(controller, kept, '4');
      const added = await addRow(controller, 'new', '5');
      const expected = [
        [kept, '4'],
        [added, '5'],
      ];
      assert.equal([...(await readRows(controller))], expected);
      await controller.close();
      await agent.stop();

      const again = await startTestAgent(agentToml, { store: new SimStore(seededRandom(2), store.content) });
      const after = await LocalController.connect(again.socketPath);
      assert.equal([...(await readRows(after))], expected, 'after a restart');
      await after.close();
      await again.stop();
    } finally {
      store.fails = () => undefined;
    }
  });
}

test('changes that wait while the disk hangs are bounded, and refused beyond', async () => {
  const store = new SimStore(seededRandom(1));
  const agent = await startTestAgent(agentToml, { store });
  const controller = await LocalController.connect(agent.socketPath);
  const row = await addRow(controller, 'row', '0');
  let goOn = () => {};
  store.gate = new Promise(resolve => {
    goOn = resolve;
  });
  const setting = (i: number) => ({
    set: {
      update_objs: [{ obj_path: row, param_settings: [{ param: 'NotifExpiration', value: `${i}`, required: true }] }],
    },
  });
  const changes = burst(
    agent.socketPath,
    Array.from({ length: 300 }, (_, i) => setting(i)),
  );
  assert.is((await readRows(controller)).size, 1, 'reading goes on');
  goOn();
  const fates = await changes;
  assert.equal(new Set(fates), new Set(['response', 7005]));
  assert.is(
    (await readRows(controller)).get(row),
    `${fates.lastIndexOf('response')}`,
    'the last that was taken counts',
  );
  await controller.close();
  await agent.stop();
});

test.run();

// A disk that takes nothing more, under a running agent: changes are refused with 7005 and undone, the rest goes on, and
// once there is room again nobody has to help.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openStore } from '../../drivers/host/store.ts';
import { startTestAgent } from '../helpers/agent.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { type DiskCall, SimDisk } from '../helpers/sim-disk.ts';
import { SimStore } from '../helpers/store.ts';
import { burst } from './burst.ts';
import { journalPath } from './on-disk.ts';
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

const controllerToml = (name: string) => `
[[controller]]
endpoint = "self::${name}"
role = "Full Access"
mqtt = { broker = "mqtt://127.0.0.1:1", agent-topic = "usp/agent/${name}", controller-topic = "usp/controller/${name}" }
`;

/** Starts on `disk`, asks who the controllers are, and stops. */
async function controllersAtStart(toml: string, disk: SimDisk): Promise<string[]> {
  const agent = await startTestAgent(toml, { store: await openStore(journalPath, disk) });
  const controller = await LocalController.connect(agent.socketPath);
  const response = await controller.request({ get: { param_paths: ['Device.LocalAgent.Controller.*.EndpointID'] } });
  const results = response.resp_type === 'get_resp' ? response.get_resp.req_path_results : [];
  await controller.close();
  await agent.stop();
  return results.flatMap(each => each.resolved_path_results.map(({ result_params }) => result_params.EndpointID ?? ''));
}

test('an agent starts on a full disk with what it has; what the disk does not take of a new configuration ends it', async () => {
  const disk = new SimDisk();
  const [toml, longer] = [agentToml + controllerToml('a'), agentToml + controllerToml('a') + controllerToml('b')];
  const isFull = ({ name }: DiskCall) => (name === 'write' ? 'ENOSPC' : undefined);
  disk.fails = isFull;
  assert.match(await refusal(controllersAtStart(toml, disk)), /ENOSPC/, 'nothing that could be asked runs');
  disk.fails = () => undefined;
  const known = await controllersAtStart(toml, disk);
  disk.fails = isFull;
  assert.equal(await controllersAtStart(toml, disk), known);
  assert.match(await refusal(controllersAtStart(longer, disk)), /ENOSPC/);
  disk.fails = () => undefined;
  assert.equal(await controllersAtStart(longer, disk), [...known, 'self::b'], 'whoever starts it again helps');
});

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

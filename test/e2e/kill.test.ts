// kill -9 at any moment loses nothing that was acknowledged: Add, Set and Delete, a kill, a restart, a comparison.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundledProgram } from '../helpers/bundle.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

const kills = Number(process.env.USPI_KILLS ?? 60);
const seed = Number(process.env.USPI_SEED ?? 1);
const table = 'Device.LocalAgent.Subscription.';

/** What an agent must hold: NotifExpiration by path. A row under way may or may not be there, with either value. */
class Expected {
  readonly rows = new Map<string, string>();
  /** The one request that was not answered: what it would have done. */
  underway: { path?: string; value?: string } | undefined;

  /** Compares, and takes over what the unanswered request turned out to have done. */
  meet(actual: ReadonlyMap<string, string>): void {
    const { path: touched, value } = this.underway ?? {};
    for (const [path, text] of this.rows) {
      const isTouched = path === touched;
      if (isTouched && (actual.get(path) === value || (value === undefined && !actual.has(path)))) continue;
      assert.is(actual.get(path), text, `${path} after the kill`);
    }
    const strangers = [...actual.keys()].filter(path => !this.rows.has(path));
    assert.ok(
      strangers.length <= (this.underway && touched === undefined ? 1 : 0),
      `rows that nobody added: ${strangers}`,
    );
    this.rows.clear();
    for (const [path, text] of actual) this.rows.set(path, text);
    this.underway = undefined;
  }
}

function startAgent(config: string): ChildProcess {
  return spawn(process.execPath, [bundledProgram(), 'run', '--config', config], { stdio: 'ignore' });
}

async function readRows(controller: LocalController): Promise<Map<string, string>> {
  const response = await controller.request({ get: { param_paths: [`${table}*.NotifExpiration`] } });
  assert.ok(response.resp_type === 'get_resp');
  const results = response.get_resp.req_path_results[0]?.resolved_path_results ?? [];
  return new Map(results.map(result => [result.resolved_path, result.result_params.NotifExpiration ?? '']));
}

async function addRow(controller: LocalController, expected: Expected, id: string, value: string): Promise<void> {
  const values = { Enable: 'true', Persistent: 'true', ID: id, NotifType: 'Event', NotifExpiration: value };
  const settings = Object.entries(values).map(([param, text]) => ({ param, value: text, required: true }));
  expected.underway = {};
  const response = await controller.request({ add: { create_objs: [{ obj_path: table, param_settings: settings }] } });
  const status = response.resp_type === 'add_resp' ? response.add_resp.created_obj_results[0]?.oper_status : undefined;
  assert.ok(status?.oper_status === 'oper_success');
  expected.rows.set(status.oper_success.instantiated_path, value);
}

async function setRow(controller: LocalController, expected: Expected, path: string, value: string): Promise<void> {
  expected.underway = { path, value };
  const settings = [{ param: 'NotifExpiration', value, required: true }];
  await controller.request({ set: { update_objs: [{ obj_path: path, param_settings: settings }] } });
  expected.rows.set(path, value);
}

async function deleteRow(controller: LocalController, expected: Expected, path: string): Promise<void> {
  expected.underway = { path };
  await controller.request({ delete: { obj_paths: [path] } });
  expected.rows.delete(path);
}

/** Changes rows until the agent dies under it. */
async function work(controller: LocalController, expected: Expected, random: () => number): Promise<void> {
  for (;;) {
    const paths = [...expected.rows.keys()];
    const path = paths[Math.floor(random() * paths.length)];
    const choice = random();
    const value = String(Math.floor(random() * 1e6));
    if (!path || (choice < 0.4 && paths.length < 50)) await addRow(controller, expected, `kill-${random()}`, value);
    else if (choice < 0.8) await setRow(controller, expected, path, value);
    else await deleteRow(controller, expected, path);
    expected.underway = undefined;
  }
}

test(`${kills} kills lose nothing that was acknowledged (seed ${seed})`, async () => {
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const socket = join(directory, 'uspi.sock');
  writeFileSync(config, `[agent]\nstate = "${directory}/state"\nsocket = "${socket}"\n`);
  const random = seededRandom(seed).fraction;
  const expected = new Expected();
  let acknowledged = 0;
  for (let i = 0; i <= kills; i++) {
    const agent = startAgent(config);
    const ended = new Promise(resolve => agent.once('exit', resolve));
    const controller = await LocalController.connect(socket);
    expected.meet(await readRows(controller));
    const before = new Map(expected.rows);
    setTimeout(() => agent.kill('SIGKILL'), random() * 60);
    await work(controller, expected, random).catch(() => {});
    await ended;
    if ([...expected.rows].some(([path, value]) => before.get(path) !== value)) acknowledged++;
    await controller.close();
  }
  assert.ok(acknowledged > kills / 3, `only ${acknowledged} runs changed anything`);
});

test.run();

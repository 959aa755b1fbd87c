// kill -9 at any moment loses nothing that was acknowledged: Add, Set and Delete, a kill, a restart, a comparison.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundledProgram } from '../helpers/bundle.ts';
import { ExpectedRows, type Values } from '../helpers/expected-rows.ts';
import { LocalController } from '../helpers/local-controller.ts';
import { seededRandom } from '../helpers/random.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

const kills = Number(process.env.USPI_KILLS ?? 200);
const seed = Number(process.env.USPI_SEED ?? 1);
/** Agents that are killed side by side, each with its own state: starting them is what takes the time. */
const agents = 2;
const table = 'Device.LocalAgent.Subscription.';
const rowsWanted = 50;
const references = ['Device.Boot!', 'Device.LocalAgent.Periodic!', 'Device.Boot!,Device.LocalAgent.Periodic!'];

function startAgent(config: string): ChildProcess {
  return spawn(process.execPath, [bundledProgram(), 'run', '--config', config], { stdio: 'ignore' });
}

const settingsOf = (values: Values) =>
  Object.entries(values).map(([param, value]) => ({ param, value, required: true }));

async function readRows(controller: LocalController): Promise<Map<string, Values>> {
  const response = await controller.request({ get: { param_paths: [`${table}*.`] } });
  assert.ok(response.resp_type === 'get_resp');
  const results = response.get_resp.req_path_results[0]?.resolved_path_results ?? [];
  return new Map(results.map(result => [result.resolved_path, result.result_params]));
}

/** The requests of one life of an agent, each until it is acknowledged. */
class Requests {
  readonly #controller: LocalController;
  readonly #expected: ExpectedRows;
  readonly #random: () => number;

  constructor(controller: LocalController, expected: ExpectedRows, random: () => number) {
    this.#controller = controller;
    this.#expected = expected;
    this.#random = random;
  }

  /** Adds, sets or deletes one or two rows: all of them, or none. */
  next(): Promise<void> {
    const paths = this.#expected.paths();
    const first = Math.floor(this.#random() * paths.length);
    const some = paths.slice(first, first + 1 + Math.floor(this.#random() * 2));
    const choice = this.#random();
    if (some.length === 0 || (choice < 0.4 && paths.length < rowsWanted)) return this.#add();
    return choice < 0.8 ? this.#set(some) : this.#delete(some);
  }

  /** What a Set may change: ReferenceList stays what it was made with. */
  #values(): Values {
    return { Enable: String(this.#random() < 0.5), NotifExpiration: String(Math.floor(this.#random() * 1e6)) };
  }

  #newRow(): Values {
    const reference = references[Math.floor(this.#random() * references.length)] ?? '';
    return { ID: `kill-${this.#random()}`, ReferenceList: reference, ...this.#values() };
  }

  async #add(): Promise<void> {
    const rows = this.#random() < 0.5 ? [this.#newRow()] : [this.#newRow(), this.#newRow()];
    this.#expected.isAdding(rows);
    const objects = rows.map(row => ({
      obj_path: table,
      param_settings: settingsOf({ Persistent: 'true', NotifType: 'Event', ...row }),
    }));
    const response = await this.#controller.request({ add: { create_objs: objects } });
    assert.ok(response.resp_type === 'add_resp');
    const paths = response.add_resp.created_obj_results.map(({ oper_status: status }) => {
      assert.ok(status?.oper_status === 'oper_success');
      return status.oper_success.instantiated_path;
    });
    this.#expected.acknowledged(paths);
  }

  async #set(paths: readonly string[]): Promise<void> {
    const values = this.#values();
    this.#expected.isSetting(paths, values);
    const objects = paths.map(path => ({ obj_path: path, param_settings: settingsOf(values) }));
    const response = await this.#controller.request({ set: { update_objs: objects } });
    assert.ok(response.resp_type === 'set_resp');
    for (const result of response.set_resp.updated_obj_results)
      assert.is(result.oper_status?.oper_status, 'oper_success');
    this.#expected.acknowledged([]);
  }

  async #delete(paths: readonly string[]): Promise<void> {
    this.#expected.isDeleting(paths);
    const response = await this.#controller.request({ delete: { obj_paths: [...paths] } });
    assert.ok(response.resp_type === 'delete_resp');
    for (const result of response.delete_resp.deleted_obj_results)
      assert.is(result.oper_status?.oper_status, 'oper_success');
    this.#expected.acknowledged([]);
  }
}

/** Starts an agent, compares, and changes rows until it dies under that. */
async function life(config: string, socket: string, expected: ExpectedRows, random: () => number): Promise<void> {
  const agent = startAgent(config);
  const ended = new Promise(resolve => agent.once('exit', resolve));
  try {
    const controller = await LocalController.connect(socket);
    expected.meet(await readRows(controller));
    const requests = new Requests(controller, expected, random);
    // Counted, since a slow machine would change nothing in a few milliseconds; then at any moment.
    const last = Math.floor(random() * 6);
    try {
      for (let number = 0; ; number++) {
        if (number === last) setTimeout(() => agent.kill('SIGKILL'), random() * 10);
        await requests.next();
      }
    } catch (cause) {
      if (!agent.killed || cause instanceof assert.Assertion) throw cause;
    }
    await controller.close();
  } finally {
    agent.kill('SIGKILL');
    await ended;
  }
}

/** Kills one agent again and again; how many of its lives changed anything that was acknowledged. */
async function series(count: number, seriesSeed: number): Promise<number> {
  const directory = temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  const socket = join(directory, 'uspi.sock');
  writeFileSync(config, `[agent]\nstate = "${directory}/state"\nsocket = "${socket}"\n`);
  const random = seededRandom(seriesSeed).fraction;
  const expected = new ExpectedRows();
  let fruitful = 0;
  // One life more than kills, so that what the last kill left is compared too.
  for (let i = 0; i <= count; i++) {
    const before = expected.acknowledgements;
    await life(config, socket, expected, random);
    if (expected.acknowledgements > before) fruitful++;
  }
  return fruitful;
}

test(`${kills} kills lose nothing that was acknowledged (seed ${seed})`, async () => {
  const seeds = Array.from({ length: agents }, (_, i) => seed * agents + i);
  const fruitful = await Promise.all(seeds.map(one => series(Math.ceil(kills / agents), one)));
  const sum = fruitful.reduce((total, one) => total + one, 0);
  assert.ok(sum > kills / 3, `only ${sum} lives changed anything`);
});

test.run();

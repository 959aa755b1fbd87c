/** Records through Inbound into the whole core: decoder, security, messages, data model, notifications, the answer. */
import { fullAccessRole, trusted, World } from '../../helpers/world.ts';
import type { Dice } from '../mutate.ts';
import type { Target, Victim } from '../target.ts';
import { own, recordFrom } from './controller.ts';

const inputsPerTurn = 16;
const turnsPerMinute = 200;
/** Of the Notify requests that nobody has answered, the last so many are answered by inputs. */
const waitingMax = 32;
const subscriptions = 'Device.LocalAgent.Subscription.';

/** An agent with two capabilities and a controller that hears of readings, of changes and of itself, and must answer. */
async function startWorld(): Promise<World> {
  const world = await World.start();
  world.addCapability('level', 'LevelSensor');
  world.addCapability('fan', 'BinaryControl');
  const common = { Enable: 'true', NotifType: 'ValueChange', NotifRetry: 'true' };
  const heard = ['Device.IoTCapability.*.LevelSensor.Value', 'Device.LocalAgent.'];
  for (const [i, path] of heard.entries()) {
    const values = { ...common, ID: `heard ${i}`, Persistent: String(i > 0), ReferenceList: path };
    await world.controller.added(subscriptions, values);
  }
  return world;
}

/** The row of the controller who may do all, while an input has not taken that from it. */
function ownRow(world: World) {
  const rows = [...world.model.table('Device.LocalAgent.Controller.').rows.values()];
  const row = rows.find(each => each.stored('EndpointID') === own);
  const mayAll = String(row?.stored('AssignedRole')).split(',').includes(fullAccessRole);
  return row?.stored('Enable') === true && mayAll ? row : undefined;
}

async function ask(world: World): Promise<void> {
  if (!ownRow(world)) return; // An input has ended it, as it may.
  const controller = world.peer(own);
  const msgId = controller.send({ get: { param_paths: ['Device.LocalAgent.EndpointID'] } }, `probe-${Math.random()}`);
  await world.settle();
  if (!controller.answer(msgId)) throw new Error('the agent no longer answers');
}

class Core implements Victim {
  #world: World;
  #turn = 0;
  #waiting: string[] = [];

  static async start(): Promise<Core> {
    return new Core(await startWorld());
  }

  private constructor(world: World) {
    this.#world = world;
  }

  next(dice: Dice): Uint8Array {
    return recordFrom(dice, this.#waiting);
  }

  async take(bytes: Uint8Array): Promise<void> {
    this.#world.receive(bytes, trusted);
    if (++this.#turn % inputsPerTurn !== 0) return;
    await new Promise(resolve => setImmediate(resolve));
    this.#look();
    this.#read();
    if (this.#turn % (inputsPerTurn * turnsPerMinute) !== 0) return;
    await this.#world.clock.advance(60_000);
    // Whoever has lost its rights is refused from then on, and reaches nothing any more.
    if (ownRow(this.#world)) return;
    this.#world.close();
    this.#world = await startWorld();
  }

  async end(): Promise<void> {
    await this.#world.settle();
    await ask(this.#world);
    const again = await this.#world.restart();
    await ask(again);
    again.close();
  }

  /** Takes note of what waits for an answer, and lets go of the rest. A handler that broke has said so in the log. */
  #look(): void {
    const { told, services, transports } = this.#world;
    this.#waiting = [...this.#waiting, ...told.map(({ msgId }) => msgId)].slice(-waitingMax);
    const broken = services.lines.find(line => /failed inside|broke its handler/.test(line));
    if (broken) throw new Error(broken);
    for (const transport of transports) transport.sent.length = 0;
    services.lines.length = 0;
  }

  /** A reading of the sensor, of which a subscription tells. */
  #read(): void {
    const node = this.#world.model.node('Device.IoTCapability.1.').child('LevelSensor');
    if (node) this.#world.model.update(node, { Value: this.#turn });
  }
}

export const messageTarget: Target = {
  name: 'message',
  inputsPerVictim: 10_000,
  inputsInCi: 180_000,
  start: Core.start,
};

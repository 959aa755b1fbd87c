/** The floor of whatever goes through the broker: a second client in the driver's own process, which sends bytes back. */
import type { MqttClient } from 'mqtt';
import { connectQuick, Pump, type Pumped } from './pump.ts';

export class Echo {
  readonly #client: MqttClient;
  readonly #pump: Pump;
  #answer = Buffer.alloc(0);

  static async start(port: number): Promise<Echo> {
    const client = await connectQuick(port);
    const echo = new Echo(client, await Pump.connect({ port, to: 'echo/to', from: 'echo/from' }));
    await client.subscribeAsync('echo/to', { qos: 0 });
    return echo;
  }

  private constructor(client: MqttClient, pump: Pump) {
    this.#client = client;
    this.#pump = pump;
    client.on('message', () => client.publish('echo/from', this.#answer, { qos: 0 }));
  }

  /** As many requests of the same sizes, each answered with `answerBytes`. */
  run(requests: readonly Uint8Array[], inFlight: number, answerBytes: number): Promise<Pumped> {
    this.#answer = Buffer.alloc(answerBytes);
    return this.#pump.run(requests, inFlight);
  }

  async close(): Promise<void> {
    await this.#client.endAsync(true);
    await this.#pump.close();
  }
}

/** A driver of messages over MQTT that does as little as can be: it counts what comes back, and keeps so many under way. */
import { connectAsync, type MqttClient } from 'mqtt';

export interface PumpOptions {
  port: number;
  /** Where requests go, and where answers come. */
  to: string;
  from: string;
}

export interface Pumped {
  seconds: number;
  /** Processor time of this whole process meanwhile. */
  cpuMs: number;
  /** The last answer. */
  answer: Uint8Array;
}

const answerMsMax = 60_000;

export class Pump {
  readonly #client: MqttClient;
  readonly #to: string;
  #answered: (answer: Uint8Array) => void = () => {};

  static async connect({ port, to, from }: PumpOptions): Promise<Pump> {
    const client = await connectQuick(port);
    await client.subscribeAsync(from, { qos: 0 });
    return new Pump(client, to, from);
  }

  private constructor(client: MqttClient, to: string, from: string) {
    this.#client = client;
    this.#to = to;
    const properties = { responseTopic: from, contentType: 'usp.msg' };
    this.#publish = payload => this.#client.publish(this.#to, payload, { qos: 0, properties });
    client.on('message', (_, payload) => this.#answered(payload));
  }

  readonly #publish: (payload: Buffer) => void;

  /** Sends all of `requests`, `inFlight` of them at a time, and waits for as many answers. */
  run(requests: readonly Uint8Array[], inFlight: number): Promise<Pumped> {
    const buffers = requests.map(bytes => Buffer.from(bytes));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('answers stay away')), answerMsMax);
      const [startedMs, before] = [performance.now(), process.cpuUsage()];
      let [sent, answers] = [0, 0];
      this.#answered = answer => {
        if (++answers === buffers.length) {
          clearTimeout(late);
          this.#answered = () => {};
          const { user, system } = process.cpuUsage(before);
          resolve({ seconds: (performance.now() - startedMs) / 1_000, cpuMs: (user + system) / 1_000, answer });
        } else if (sent < buffers.length) this.#publish(buffers[sent++]!);
      };
      while (sent < Math.min(inFlight, buffers.length)) this.#publish(buffers[sent++]!);
    });
  }

  close(): Promise<void> {
    return this.#client.endAsync(true);
  }
}

/** A client whose packets leave at once. */
export async function connectQuick(port: number): Promise<MqttClient> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5, reconnectPeriod: 0 });
  (client.stream as { setNoDelay?(on: boolean): void }).setNoDelay?.(true);
  return client;
}

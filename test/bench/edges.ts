/**
 * Preset: from a change outside of the agent's process to its ValueChange at a controller. A GPS receiver's sentences come in on
 * a serial line, a pseudo-terminal behind socat, each with another altitude: the kernel wakes the agent as a real line would.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ReadStream } from 'node:tty';
import type { MqttClient } from 'mqtt';
import { xorChecksum } from '../../drivers/bytes.ts';
import { mqttControllerOptions } from '../helpers/agent.ts';
import { socatIsMissing, startSocat } from '../helpers/pseudo-terminals.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { connectQuick } from './pump.ts';
import { type Bench, NotRun, type Sample } from './row.ts';
import { type Station, settledStation } from './station.ts';
import { percentile } from './statistics.ts';

/** A notification that has not come by then is lost. */
const lateMs = 10_000;
const floorTopic = 'floor';

/** Each makes something and resolves with the milliseconds until it has arrived. */
export interface Edges {
  /** Written to the line, told by the agent. */
  own(): Promise<number>;
  /** Written to another such line; whoever reads it publishes as many bytes as the agent through the same broker. */
  floor(): Promise<number>;
}

const capability = (port: string) => `
[[capability]]
name = "altitude"
driver = "serial-nmea"
channel = "altitude"
at = "${port}:9600,8N1"
`;

function sentence(altitude: number): Buffer {
  const body = `GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,${altitude},M,46.9,M,,`;
  return Buffer.from(`$${body}*${xorChecksum(body).toString(16).padStart(2, '0')}\r\n`);
}

const sentences = [sentence(545.4), sentence(546.4)] as const;

/** A line: what is written to `end` comes in at `port`. */
interface Line {
  port: string;
  end: number;
  close(): void;
}

async function openLine(): Promise<Line> {
  const directory = temporaryDirectory();
  const [port, far] = [join(directory, 'port'), join(directory, 'far')];
  const socat = await startSocat(port, far);
  const end = openSync(far, 'w');
  const close = () => {
    closeSync(end);
    socat.kill();
  };
  return { port, end, close };
}

/** Runs `work` with an agent that is settled and listens to a line. */
export async function withEdges<T>(bench: Bench, work: (edges: Edges) => Promise<T>): Promise<T> {
  if (socatIsMissing) throw new NotRun(socatIsMissing);
  const [line, floorLine] = [await openLine(), await openLine()];
  const withClients = async ({ broker, controller }: Station) => {
    await controller.subscribe('edges', 'ValueChange', 'Device.IoTCapability.*.LevelSensor.Value');
    await controller.close();
    const [listener, from] = [await connectQuick(broker.port), await connectQuick(broker.port)];
    await listener.subscribeAsync([mqttControllerOptions(broker.port).controllerTopic, floorTopic], { qos: 0 });
    const reader = new ReadStream(openSync(floorLine.port, 'r+'));
    try {
      const notify = await arrival(listener, () => writeSync(line.end, sentences[1]));
      reader.on('data', () => from.publish(floorTopic, notify.payload, { qos: 1 }));
      return await work(edgesOver(listener, line, floorLine));
    } finally {
      reader.destroy();
      await listener.endAsync(true);
      await from.endAsync(true);
    }
  };
  try {
    return await settledStation(bench, capability(line.port), withClients);
  } finally {
    line.close();
    floorLine.close();
  }
}

function edgesOver(listener: MqttClient, line: Line, floorLine: Line): Edges {
  let count = 1;
  const over = async ({ end }: Line) =>
    (await arrival(listener, () => writeSync(end, sentences[count % 2 ? 1 : 0]))).ms;
  return {
    own: () => {
      count++;
      return over(line);
    },
    floor: () => over(floorLine),
  };
}

/** The next message that comes after `make`, and when. */
function arrival(listener: MqttClient, make: () => void): Promise<{ ms: number; payload: Buffer }> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('what was made has not arrived')), lateMs);
    const startedMs = performance.now();
    listener.once('message', (_, payload) => {
      clearTimeout(late);
      resolve({ ms: performance.now() - startedMs, payload });
    });
    make();
  });
}

/** Such a share of the latencies lies below. */
export const shareOf = (share: number, own: readonly number[], floor: readonly number[]): Sample => ({
  value: percentile(own, share),
  floor: percentile(floor, share),
});

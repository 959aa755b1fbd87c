/**
 * Waits until all that is real has come to rest: what the TCP sockets of this process say to each other, and whatever else
 * the engine has asked of the machine. Virtual time that waits for this does not run ahead of sockets, however slow the
 * machine is.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { VirtualClock } from './clock.ts';

/** Turns of the event loop in which nothing happens: promises have settled by then. */
const turnsOfRest = 20;
/** Only ends a test that would never end. */
const restMsMax = 60_000;

/** The two ends of each connection, as far as they are known, under the ports that they have. */
const connections = new Map<string, readonly Socket[]>();

function know(socket: Socket, from: number | undefined, to: number | undefined): void {
  if (from === undefined || to === undefined) return; // No TCP, or it is gone already.
  const key = `${from} to ${to}`;
  const ends = [...(connections.get(key) ?? []).filter(({ closed }) => !closed), socket];
  connections.set(key, ends);
  socket.once('close', () => {
    if (connections.get(key)?.every(({ closed }) => closed)) connections.delete(key);
  });
}

subscribe('net.client.socket', message => {
  const { socket } = message as { socket: Socket };
  socket.once('connect', () => know(socket, socket.localPort, socket.remotePort));
});

subscribe('net.server.socket', message => {
  const { socket } = message as { socket: Socket };
  know(socket, socket.remotePort, socket.localPort);
});

/** One end has said what the other has not heard. Nothing is expected of an end that does not listen. */
function isUnderWay(from: Socket, to: Socket): boolean {
  if (to.destroyed || to.isPaused()) return false;
  const hasEnded = from.destroyed || (from.writableEnded && !to.readableEnded);
  return hasEnded || from.bytesWritten !== to.bytesRead;
}

/** Connections, by their ports, on which something is under way. */
function* speaking(): Generator<string> {
  for (const [ports, [one, other]] of connections) {
    if (one && other && (isUnderWay(one, other) || isUnderWay(other, one))) yield ports;
  }
}

/** A number that changes whenever a socket is heard, comes or goes. */
function heardBytes(): number {
  let sum = 0;
  for (const ends of connections.values()) for (const end of ends) sum += 1 + end.bytesRead;
  return sum;
}

/** Connections that are being made, and files. A name that nobody resolves is not among them: that may last. */
const works = new Set(['TCPConnectWrap', 'PipeConnectWrap', 'FSReqPromise', 'FSReqCallback']);

const isWorking = () => process.getActiveResourcesInfo().some(name => works.has(name));

/** Resolves when nothing has happened for some turns of the event loop, and nothing is under way. */
export async function atRest(): Promise<void> {
  const deadlineMs = performance.now() + restMsMax;
  for (let turns = 0, heard = heardBytes(); turns < turnsOfRest || isWorking(); turns++) {
    await new Promise(resolve => setImmediate(resolve));
    if (performance.now() > deadlineMs) throw new Error(`no rest between ports ${[...speaking()]}`);
    const nowHeard = heardBytes();
    if (nowHeard === heard && speaking().next().done) continue;
    heard = nowHeard;
    turns = 0;
  }
}

/** Virtual time that does not run ahead of sockets. */
export class PatientClock extends VirtualClock {
  override settle(): Promise<void> {
    return atRest();
  }
}

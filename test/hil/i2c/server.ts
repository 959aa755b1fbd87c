/** Serves a simulated I2C bus to processes that have i2c-sim.c's library preloaded, over a UNIX socket. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { DeviceError } from '../../../drivers/errors.ts';
import type { DeviceErrorCode, I2cBus } from '../../../drivers/ports.ts';
import type { SimI2cBus } from '../../../drivers/sim/i2c.ts';

/** struct request of i2c-sim.c: address, bytes to write and bytes to read, 16 bits each. */
const requestBytes = 6;

/** What Linux says of them; nobody acknowledging is EREMOTEIO, as on the BCM2835. */
const errnos: Partial<Record<DeviceErrorCode, number>> = { 'no-answer': 121, busy: 16, timeout: 110, missing: 19 };
const otherErrno = 5;

export class I2cServer {
  readonly #server: Server;
  /** Pending while the bus hangs. */
  #healed: Promise<void> = Promise.resolve();
  #heal = () => {};
  readonly #sockets = new Set<Socket>();

  /** Listens at `path`, whose last part is the bus's name: "i2c-1". */
  static async listen(path: string, sim: SimI2cBus): Promise<I2cServer> {
    const server = new I2cServer(await sim.open());
    server.#server.listen(path);
    await once(server.#server, 'listening');
    return server;
  }

  private constructor(bus: I2cBus) {
    this.#server = createServer(socket => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {}); // the agent has ended
      serve(socket, request => this.#healed.then(() => answer(bus, request)));
    });
  }

  /** From now on no transfer ends: whoever asked waits in the system call, until `heal`. */
  hang(): void {
    this.#healed = new Promise(resolve => {
      this.#heal = resolve;
    });
  }

  /** Transfers end again, also those that hang. */
  heal(): void {
    this.#heal();
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

interface Request {
  address: number;
  write: Uint8Array;
  readLength: number;
}

/** One request after another, each answered before the next is sent. */
function serve(socket: Socket, answered: (request: Request) => Promise<Uint8Array>): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', chunk => {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length < requestBytes) return;
    const [address, writeLength, readLength] = [0, 2, 4].map(at => bytes.readUInt16LE(at)) as [number, number, number];
    if (bytes.length < requestBytes + writeLength) return;
    const write = new Uint8Array(bytes.subarray(requestBytes));
    bytes = Buffer.alloc(0);
    void answered({ address, write, readLength }).then(reply => socket.write(reply));
  });
}

async function answer(bus: I2cBus, { address, write, readLength }: Request): Promise<Uint8Array> {
  try {
    return Uint8Array.of(0, 0, ...(await bus.transfer(address, write, readLength)));
  } catch (cause) {
    const errno = (cause instanceof DeviceError && errnos[cause.code]) || otherErrno;
    return Uint8Array.of(errno & 0xff, errno >> 8);
  }
}

/** QEMU's own control socket, as far as a job turns the outside world: one command at a time, and events. */
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Also on a machine that does several times what it can. */
const eventMsMax = 120_000;

/** What QEMU says: an answer or an event. */
interface Said {
  return?: object;
  error?: { desc: string };
  event?: string;
}

export class Qmp {
  readonly #socket: Socket;
  readonly #answers: ((answer: Said) => void)[] = [];
  readonly #events = new EventEmitter();
  #line = '';

  static async connect(path: string): Promise<Qmp> {
    const socket = connect(path);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const qmp = new Qmp(socket);
    await qmp.execute('qmp_capabilities', {});
    return qmp;
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.once('close', () => {
      for (const answer of this.#answers.splice(0)) answer({ error: { desc: 'QEMU has gone' } });
    });
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#line + text).split('\n');
      this.#line = lines.pop() ?? '';
      // The greeting has none of these.
      for (const said of lines.map(line => JSON.parse(line) as Said)) {
        if (said.event) this.#events.emit(said.event);
        else if (said.return || said.error) this.#answers.shift()?.(said);
      }
    });
  }

  /** Rejects with QEMU's description of what is wrong, or when QEMU has gone. */
  async execute(command: string, args: object): Promise<void> {
    const answer = new Promise<Said>(resolve => this.#answers.push(resolve));
    this.#socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    const { error } = await answer;
    if (error) throw new Error(`${command}: ${error.desc}`);
  }

  /** Resolves at the next such event; rejects when it does not come. */
  async tells(event: string): Promise<void> {
    await once(this.#events, event, { signal: AbortSignal.timeout(eventMsMax) });
  }

  close(): void {
    this.#socket.destroy();
  }
}

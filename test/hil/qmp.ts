/** QEMU's own control socket, as far as a job turns the outside world: one command at a time. */
import { connect, type Socket } from 'node:net';

interface Answer {
  return?: object;
  error?: { desc: string };
}

export class Qmp {
  readonly #socket: Socket;
  readonly #answers: ((answer: Answer) => void)[] = [];
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
      // The greeting and events have neither of the two keys of an answer.
      for (const answer of lines.map(line => JSON.parse(line) as Answer))
        if (answer.return || answer.error) this.#answers.shift()?.(answer);
    });
  }

  /** Rejects with QEMU's description of what is wrong, or when QEMU has gone. */
  async execute(command: string, args: object): Promise<void> {
    const answer = new Promise<Answer>(resolve => this.#answers.push(resolve));
    this.#socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    const { error } = await answer;
    if (error) throw new Error(`${command}: ${error.desc}`);
  }

  close(): void {
    this.#socket.destroy();
  }
}

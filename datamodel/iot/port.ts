/** The port of one device: opened by one at a time, never before it has really been closed, however long that takes. */
import { DeviceFailure } from './errors.ts';
import { attempt } from './lane.ts';
import { type Link, type Opening, type Outside, openLink } from './open.ts';

const tooLate = new DeviceFailure('timeout', 'opened too late');

export class Port {
  /** It is being opened, even if nobody waits for that any more. */
  isOpening = false;
  #closed: Promise<unknown> = Promise.resolve();

  /** Opens it, once it is closed. A link that comes when it `isLate` is closed again. Rejects with the reason. */
  async open(opening: Opening, outside: Outside, isLate: () => boolean): Promise<Link> {
    await this.#closed;
    if (isLate()) throw tooLate;
    this.isOpening = true;
    const link = await openLink(opening, outside).finally(() => {
      this.isOpening = false;
    });
    if (!isLate()) return link;
    await this.close(link);
    throw tooLate;
  }

  close(link: Link): Promise<unknown> {
    this.#closed = attempt(() => link.close());
    return this.#closed;
  }

  /** The next opening does not wait for the last closing, which may never end. */
  forget(): void {
    this.#closed = Promise.resolve();
  }
}

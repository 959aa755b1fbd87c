/** What running commands and rules may do to the tree. */
import { Fault, UNSUPPORTED_PARAMETER } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Commands } from '../../datamodel/services.ts';
import type { Requests } from '../msg/requests.ts';

/** Filled in once the tree and the requests stand, which the services must precede. */
export class TreeCommands implements Commands {
  model: DataModel | undefined;
  requests: Requests | undefined;

  async write(node: ObjectNode, param: string, text: string): Promise<Fault | undefined> {
    if (!this.model) return new Fault(UNSUPPORTED_PARAMETER, 'not started');
    const done = await this.model.exclusively(async begin => {
      const transaction = begin();
      const fault = transaction.write(node, param, text) ?? transaction.check(node);
      if (fault) return { fault };
      const committed = await transaction.commit();
      return Array.isArray(committed) ? { fault: committed[0]?.fault } : { durable: committed.durable };
    });
    if (done instanceof Fault) return done;
    return done.durable ? await done.durable : done.fault;
  }

  async remember(notes: Readonly<Record<string, string | undefined>>): Promise<Fault | undefined> {
    if (!this.model) return new Fault(UNSUPPORTED_PARAMETER, 'not started');
    const transaction = this.model.begin();
    for (const key in notes) transaction.note(key, notes[key]);
    return transaction.commitNow().durable;
  }

  cancel(request: ObjectNode): boolean {
    return this.requests?.cancel(request) ?? false;
  }
}

/** Ways to a Controller: which transport, which address there. Kept by agent/run from the data model's MTP rows. */
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Transport } from './transport.ts';

export interface Route {
  transport: Transport;
  /** As Transport.send takes it. */
  address: string;
}

/** Parameters of Controller.{i}.MTP.{i}.MQTT. that have the broker keep the last Response, or Notify, of a topic. */
export type RetainParam = 'PublishRetainResponse' | 'PublishRetainNotify';

export interface Routes {
  /** Ways to a Controller by the Order of its MTP rows, connected or not. */
  to(controller: ObjectNode): readonly Route[];
  /** The transport that a Record came through. */
  named(transport: string): Transport | undefined;
  /** What the Controller's MTP row over that transport says; absent: nothing is retained. */
  retains?(controller: ObjectNode, transport: Transport, param: RetainParam): boolean;
}

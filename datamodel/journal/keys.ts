/**
 * What the keys of the state are.
 *
 * A key is the full instance path of a parameter ("Device.LocalAgent.Subscription.3.Enable"), or a reserved key: a fact
 * that is no parameter, as "#kind/name". Reserved keys begin with "#", which no path does, so that deleting a subtree
 * of the data model never touches them: an instance number is not given twice, though its row is gone.
 */
export type ReservedKind =
  /** Name: path of a table, with its last dot. Value: the instance number that its next row gets. */
  | 'next'
  /** Name: a part of the configuration file. Value: what it last put into the data model, and where. */
  | 'seed'
  /** Name: a part of the configuration file. Value: the instance number of its row, kept after the row is gone. */
  | 'instance'
  /** Name: path of a sensor's boolean. Value: `true`, as persistent subscriptions know it. */
  | 'told'
  /** Name: path of a Request row. Value: the input that its command goes on with after a restart. */
  | 'request'
  /** Name: a msg_id. Value: a notification that has not been answered yet. */
  | 'outbox'
  /** Name: path of a Challenge row. Value: how many wrong values it has had, and how long it is locked. */
  | 'challenge'
  /** Name: path of a Certificate row. Value: the certificate, in PEM. */
  | 'certificate'
  /** Name: what the next start has to know. */
  | 'boot'
  /** Name: a fact about the agent itself, such as its generated endpoint ID. */
  | 'agent';

export function reservedKey(kind: ReservedKind, name: string): string {
  return `#${kind}/${name}`;
}

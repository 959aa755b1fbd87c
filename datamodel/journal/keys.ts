/**
 * What the keys of the state are.
 *
 * A key is the full instance path of a parameter ("Device.LocalAgent.Subscription.3.Enable"), or a reserved key: a fact
 * that is no parameter, as "#kind/name". Reserved keys begin with "#", which no path does, so that deleting a subtree
 * of the data model never touches them: an instance number is not given twice, though its row is gone.
 */
export type ReservedKind =
  /** Name: path of a table, with its last dot. Value: the instance number that its next row gets. */
  | 'instance'
  /** Name: path of a parameter. Value: what the configuration file last seeded it with. */
  | 'seed'
  /** Name: name of a capability, or path of a parameter. Value: what persistent subscriptions last heard of it. */
  | 'notified'
  /** Name: command key of a ScheduleTimer(). Value: what is left of it. */
  | 'timer'
  /** Name: a fact about the agent itself, such as its generated endpoint ID. */
  | 'agent';

export function reservedKey(kind: ReservedKind, name: string): string {
  return `#${kind}/${name}`;
}

/** A made-up data model with one of everything: each type, each kind of key and reference, a union, an actuator. */
import { fullAccess } from '../../datamodel/access.ts';
import { bindSchema } from '../../datamodel/bound.ts';
import { apply, count, type Entry, keep, live, type ObjectDefinition } from '../../datamodel/define.ts';
import { Fault, INVALID_VALUE } from '../../datamodel/errors.ts';
import { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { restore } from '../../datamodel/restore.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import { openTable } from '../../datamodel/tr181/table.ts';
import type { NodeFault, Transaction } from '../../datamodel/transaction.ts';
import { MemoryPersistence } from './persistence.ts';
import { type FakeServices, fakeServices } from './services.ts';

const types = [
  'string',
  'boolean',
  'int',
  'unsignedInt',
  'long',
  'unsignedLong',
  'decimal',
  'dateTime',
  'base64',
  'hexBinary',
  'string\tlist',
  'int\tlist',
  'string\tref=strong',
  'string\tref=weak',
  'string\tlist\tref=strong',
  'unsignedInt\trange=1:10',
  'string\tsize=1:8',
  'string\tenum=None|Left|Right',
  'dateTime\tlist',
];

const thing =
  'Alias:o0 Name:w0 Code:w0 Number:w3 S:w0 B:w1 I:w2 U:w3 L:w4 UL:w5 D:w6 T:w7 B64:w8 Hex:w9 List:w10 Ints:w11 ' +
  'Times:w18 Strong:w12 Weak:w13 Refs:w14 Range:w15=5 Size:w16 Kind:w17=None Out:w3 Secret:ws0 Hidden:wh0 Fixed:r0 ' +
  'Odd:w3 ChildNumberOfEntries:r3';

const rows = [
  '0 Device\tText:w0 Main:w12 ThingNumberOfEntries:r3',
  `1tc Thing\t${thing}\t-Alias Name -Code,Number`,
  '2 Stats\tCount:r3 Limit:w3',
  '2tc Child\tAlias:o0 Value:w0\t-Alias',
  '2 Left Kind\tL:w0 Of:r0',
  '2 Right Kind\tR:w0',
  '1tc Brief\tAlias:o0\t-Alias',
];

const keeps = (...names: string[]) => Object.fromEntries(names.map(name => [name, keep() as Entry]));

const definitions: readonly ObjectDefinition[] = [
  { path: 'Device.', params: { ...keeps('Text', 'Main'), ThingNumberOfEntries: count('Thing') } },
  {
    path: 'Device.Thing.{i}.',
    rowsMax: 20,
    params: {
      ...keeps('Alias', 'Name', 'Code', 'Number', 'S', 'B', 'I', 'U', 'L', 'UL', 'D', 'T', 'B64', 'Hex'),
      ...keeps('List', 'Ints', 'Times', 'Strong', 'Weak', 'Refs', 'Range', 'Size', 'Kind', 'Secret', 'Hidden', 'Fixed'),
      Out: apply((value, row, { actuators }) => actuators.drive(row.node, value as Scalar)) as Entry,
      Odd: keep({
        check: value => (Number(value) % 2 === 0 ? new Fault(INVALID_VALUE, 'odd!', 'Odd') : undefined),
        initial: 1 as Scalar,
      }),
      ChildNumberOfEntries: count('Child'),
    },
    check: row => (row.get('S') === 'forbidden' ? new Fault(INVALID_VALUE, 'no such S', 'S') : undefined),
  },
  { path: 'Device.Thing.{i}.Stats.', params: { Count: live() as Entry, Limit: keep() as Entry } },
  { path: 'Device.Thing.{i}.Child.{i}.', params: keeps('Alias', 'Value') },
  { path: 'Device.Thing.{i}.Left.', params: { L: keep() as Entry, Of: live('left' as Scalar) } },
  { path: 'Device.Thing.{i}.Right.', params: keeps('R') },
  { path: 'Device.Brief.{i}.', volatile: true, rowsMax: 3, params: keeps('Alias') },
];

const bound = bindSchema(openTable(`${types.join('\n')}\n\n${rows.join('\n')}`), definitions);

export const thingTable = 'Device.Thing.';

export class SmallModel {
  readonly services: FakeServices;
  readonly persistence: MemoryPersistence;
  readonly model: DataModel;

  constructor(persistence = new MemoryPersistence()) {
    this.services = fakeServices();
    this.persistence = persistence;
    this.model = new DataModel(bound, this.services, persistence);
    restore(this.model, persistence.state);
  }

  /** What comes up after the agent went down. */
  restarted(): SmallModel {
    return new SmallModel(new MemoryPersistence(this.persistence.state));
  }

  node(path: string): ObjectNode {
    return this.model.node(path);
  }

  /** Stages a row as a controller's Add would; throws the fault. */
  stageThing(transaction: Transaction, values: Readonly<Record<string, string>> = {}): ObjectNode {
    const node = transaction.add(this.model.table(thingTable));
    if (node instanceof Fault) throw node;
    for (const [name, text] of Object.entries(values)) {
      const fault = write(transaction, node, name, text);
      if (fault) throw fault;
    }
    transaction.fillKeys(node);
    return node;
  }

  /** Adds a row that must come into being. */
  addThing(values: Readonly<Record<string, string>> = {}): ObjectNode {
    const transaction = this.model.begin();
    const node = this.stageThing(transaction, values);
    transaction.commitNow();
    return node;
  }

  addChild(thing: ObjectNode): ObjectNode {
    const transaction = this.model.begin();
    const table = thing.tableNamed('Child');
    const node = table && transaction.add(table);
    if (!node || node instanceof Fault) throw node;
    transaction.fillKeys(node);
    transaction.commitNow();
    return node;
  }

  /** Writes one parameter in a transaction of its own; the fault, or undefined. */
  async set(node: ObjectNode, name: string, text: string): Promise<Fault | undefined> {
    const transaction = this.model.begin();
    const fault = write(transaction, node, name, text) ?? transaction.check(node);
    if (fault) return fault;
    const committed = await transaction.commit();
    return Array.isArray(committed) ? (committed as NodeFault[])[0]?.fault : committed.durable;
  }

  delete(node: ObjectNode): void {
    const transaction = this.model.begin();
    transaction.delete(node);
    transaction.commitNow();
  }

  /** The paths that a path comes to, or the code of its fault. */
  resolve(text: string, access = fullAccess): string[] | number {
    const path = this.model.parse(text);
    if (path instanceof Fault) return path.code;
    const resolved = this.model.resolve(path, access);
    return resolved instanceof Fault ? resolved.code : resolved.nodes.map(node => node.path);
  }
}

/** Writes a parameter of the object or of a single object below it. */
export function write(transaction: Transaction, node: ObjectNode, name: string, text: string): Fault | undefined {
  const steps = name.split('.');
  const last = steps.pop() ?? '';
  let target: ObjectNode | undefined = node;
  for (const step of steps) target = target && transaction.childOf(target, step);
  if (!target) throw new Error(`${node.path}${name} is not there`);
  return transaction.write(target, last, text);
}

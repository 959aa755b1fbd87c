// The power is cut after every call of a store to its disk, and all that the medium may then hold is tried: what was
// promised is there, and nothing half-done but a tail that was never promised. Each sync of the store is needed for it.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type FileStore, openStore } from '../../../drivers/host/store.ts';
import { byChance, type Choose, tryAll } from '../../helpers/choices.ts';
import { seededRandom } from '../../helpers/random.ts';
import { type DiskCall, SimDisk } from '../../helpers/sim-disk.ts';

const path = '/state/journal';
const survivorsMax = 20_000;
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

/** What the file may hold: what was promised, or something that begins so (a tail that was never promised). */
interface Promised {
  whole: string[];
  begins: string | undefined;
  aside: string | undefined;
}

/** A call of the store, and what its file holds when it is done. */
interface Step {
  act(store: FileStore): Promise<unknown>;
  makes(content: string): string;
  /** What is there while it lasts; absent: the old content, whole, or the new. */
  begins?(content: string): string;
  aside?: string;
}

const append = (text: string): Step => ({
  act: store => store.append(encode(text)),
  makes: content => content + text,
  begins: content => content,
});
const truncate = (length: number): Step => ({
  act: store => store.truncate(length),
  makes: content => content.slice(0, length),
  begins: content => content.slice(0, length),
});
const replace = (text: string): Step => ({ act: store => store.replace(encode(text)), makes: () => text });
const setAside = (text: string): Step => ({
  act: store => store.setAside(encode(text)),
  makes: content => content,
  aside: text,
});

const script = [
  append('one, '),
  append('a second one, '),
  append('torn'),
  truncate(19),
  append('the third, '),
  setAside('damaged bytes'),
  replace('a snapshot'),
  append(', and more'),
  append(', and again'),
  replace('short'),
  append(' tail'),
];

interface Cut {
  disk: SimDisk;
  after: string;
  promised: Promised;
}

/** The disk after each call, and what had been promised by then. */
async function run(skips: (call: DiskCall) => boolean = () => false): Promise<Cut[]> {
  const disk = new SimDisk({ sectorBytes: 8 });
  disk.skips = skips;
  let content = '';
  let promised: Promised = { whole: [''], begins: undefined, aside: undefined };
  const cuts: Cut[] = [];
  const cut = (after: string) => cuts.push({ disk: disk.clone(), after, promised });
  disk.done = ({ name, path }) => cut(`${name} ${path}`);
  const store = await openStore(path, disk);
  for (const [i, step] of script.entries()) {
    const next = step.makes(content);
    promised = { ...promised, whole: [content, next], begins: step.begins?.(content) };
    await step.act(store);
    content = next;
    promised = { whole: [content], begins: undefined, aside: step.aside ?? promised.aside };
    cut(`step ${i}`);
  }
  return cuts;
}

/** What is wrong with what a start finds on `disk`; undefined when nothing is. */
function flaw(disk: SimDisk, { whole, begins, aside }: Promised): string | undefined {
  const found = decode(disk.content(path)) ?? '';
  const isKept = whole.includes(found) || (begins !== undefined && found.startsWith(begins));
  if (!isKept) return `the file holds "${found}", promised was ${JSON.stringify(whole)}`;
  const kept = decode(disk.content(`${path}.damaged-1`));
  if (aside !== undefined && kept !== aside) return `set aside was "${aside}", there is "${kept}"`;
}

/** All that the medium may hold; the first flaw found. */
function flawOf({ disk, after, promised }: Cut): string | undefined {
  let found: string | undefined;
  const look = (choose: Choose) => {
    found ??= flaw(disk.afterPowerCut(choose), promised);
  };
  assert.ok(tryAll(look, survivorsMax), `more than ${survivorsMax} ways for ${after}`);
  return found && `power cut after ${after}: ${found}`;
}

const firstFlaw = (cuts: readonly Cut[]) => cuts.map(flawOf).find(flaw => flaw !== undefined);

test('whatever survives a power cut after any call, what was promised is there', async () => {
  const cuts = await run();
  assert.ok(cuts.length > 40, `${cuts.length} cuts`);
  assert.is(firstFlaw(cuts), undefined);
});

const isSync = ({ name }: DiskCall) => name === 'fsync' || name === 'fdatasync';

/** The syncs of the script, in order. */
const syncs: string[] = [];
await run(call => {
  if (isSync(call)) syncs.push(`${call.name} ${call.path}`);
  return false;
});

test('syncs of data, of a new file and of the directory are among those of the script', () => {
  const kinds = new Set(syncs);
  const expected = [
    'fsync /state',
    `fdatasync ${path}`,
    `fsync ${path}`,
    `fsync ${path}.new`,
    `fsync ${path}.damaged-1`,
  ];
  assert.equal([...kinds].sort(), expected.sort());
});

for (const [number, name] of syncs.entries()) {
  test(`without sync ${number + 1}, ${name}, something is lost`, async () => {
    let count = 0;
    const cuts = await run(call => isSync(call) && count++ === number);
    assert.ok(firstFlaw(cuts));
  });
}

test('the next store on what a power cut has left reads, appends and replaces', async () => {
  const random = seededRandom(1);
  for (const { disk, after } of await run()) {
    const left = disk.afterPowerCut(byChance(random));
    const store = await openStore(path, left);
    const found = decode(await store.read())!;
    await store.append(encode(', appended'));
    assert.is(decode(left.afterPowerCut(() => 0).content(path)), `${found}, appended`, after);
    await store.replace(encode('replaced'));
    assert.is(decode(left.afterPowerCut(() => 0).content(path)), 'replaced', after);
  }
});

test.run();

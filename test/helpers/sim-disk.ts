/**
 * A disk in memory, under drivers/host/store.ts, that loses power.
 *
 * Processes see what they wrote; the medium has surely only what was synced. After a power cut each sector written since
 * holds any of what it has held, the file's length is any of what it has been, and of the names that were made, moved or
 * removed any have been and any have not: nothing keeps the order in which it was asked for. A sync that fails leaves
 * this open for ever, and later syncs do not mend it, as Linux has it: only what is written again is synced again.
 */
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreFile, StoreFiles } from '../../drivers/host/store.ts';
import type { Choose } from './choices.ts';

/** What is asked of the disk, as strace would show it. */
export interface DiskCall {
  name: 'open' | 'write' | 'fdatasync' | 'fsync' | 'ftruncate' | 'rename' | 'unlink';
  path: string;
}

export interface SimDiskOptions {
  /** What is written whole or not at all; small ones tear a record of the journal. */
  sectorBytes?: number;
}

/** One directory entry made, moved over another, or removed: all of it or nothing. */
type NameChange = ReadonlyMap<string, Inode | undefined>;

/** Sectors are never changed in place, so that copies of the disk share them. */
class Inode {
  length = 0;
  sectors: Uint8Array[] = [];
  /** What the medium may hold in a sector's place, oldest first; absent: it holds the sector. */
  history = new Map<number, Uint8Array[]>();
  /** Lengths that the medium may hold in place of `length`, oldest first. */
  lengths: number[] = [];
  /** Sectors that the next sync writes. */
  dirty = new Set<number>();

  clone(): Inode {
    const copy = new Inode();
    copy.length = this.length;
    copy.sectors = [...this.sectors];
    copy.history = new Map([...this.history].map(([at, versions]) => [at, [...versions]]));
    copy.lengths = [...this.lengths];
    copy.dirty = new Set(this.dirty);
    return copy;
  }
}

export class SimDisk implements StoreFiles {
  /** Called when something has been done. */
  done: (call: DiskCall) => void = () => {};
  /** Asked before each call; names the errno that it is to fail with. */
  fails: (call: DiskCall) => string | undefined = () => undefined;
  /** Syncs that say they have synced and have not. */
  skips: (call: DiskCall) => boolean = () => false;
  /** Bytes that all files together may have. */
  capacityBytes = Number.POSITIVE_INFINITY;
  readonly sectorBytes: number;
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #nameChanges: NameChange[] = [];

  constructor({ sectorBytes = 512 }: SimDiskOptions = {}) {
    this.sectorBytes = sectorBytes;
  }

  async open(path: string, flags: number): Promise<StoreFile> {
    // A store reads its files through descriptors that it also writes to.
    const isDirectory = flags === constants.O_RDONLY;
    if (isDirectory) return this.#directory(path);
    this.#begin({ name: 'open', path });
    const there = this.#names.get(path);
    if (there && flags & constants.O_EXCL) throw errno('EEXIST', path);
    if (!there && !(flags & constants.O_CREAT)) throw errno('ENOENT', path);
    const inode = there ?? new Inode();
    if (!there) this.#rename(new Map([[path, inode]]));
    if (flags & constants.O_TRUNC) this.#resize(inode, 0);
    this.done({ name: 'open', path });
    return this.#file(inode, path);
  }

  async rename(from: string, to: string): Promise<void> {
    const inode = this.#names.get(from);
    if (!inode) throw errno('ENOENT', from);
    const change = new Map([
      [from, undefined],
      [to, inode],
    ]);
    this.#do({ name: 'rename', path: from }, () => this.#rename(change));
  }

  async unlink(path: string): Promise<void> {
    if (!this.#names.has(path)) throw errno('ENOENT', path);
    this.#do({ name: 'unlink', path }, () => this.#rename(new Map([[path, undefined]])));
  }

  /** What a process reads. */
  content(path: string): Uint8Array | undefined {
    const inode = this.#names.get(path);
    return inode && this.#read(inode);
  }

  get paths(): string[] {
    return [...this.#names.keys()].sort();
  }

  /** The disk as it is, apart from this one. Handles stay with this one. */
  clone(): SimDisk {
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode) => {
      const copy = copies.get(inode) ?? inode.clone();
      copies.set(inode, copy);
      return copy;
    };
    const copied = (names: Iterable<[string, Inode | undefined]>) =>
      new Map([...names].map(([name, inode]) => [name, inode && copyOf(inode)] as const));
    const clone = new SimDisk(this);
    clone.#names = copied(this.#names) as Map<string, Inode>;
    clone.#durableNames = copied(this.#durableNames) as Map<string, Inode>;
    clone.#nameChanges = this.#nameChanges.map(copied);
    clone.skips = this.skips;
    return clone;
  }

  /** What the next start finds, where `choose` may choose; its first choice is what was synced, its last what was done. */
  afterPowerCut(choose: Choose): SimDisk {
    const after = new SimDisk(this);
    after.skips = this.skips;
    const names = new Map(this.#durableNames);
    for (const change of this.#nameChanges) if (choose(2) === 1) assign(names, change);
    for (const [name, inode] of names) {
      const left = this.#survivor(inode, choose);
      after.#names.set(name, left);
      after.#durableNames.set(name, left);
    }
    return after;
  }

  #survivor(inode: Inode, choose: Choose): Inode {
    const left = new Inode();
    const lengths = [...new Set([...inode.lengths, inode.length])];
    left.length = lengths[choose(lengths.length)]!;
    for (let at = 0; at * this.sectorBytes < left.length; at++) {
      const now = inode.sectors[at] ?? new Uint8Array(this.sectorBytes);
      const versions = [...(inode.history.get(at) ?? []), now];
      const sector = versions[choose(versions.length)]!.slice();
      left.sectors.push(sector.fill(0, Math.max(0, left.length - at * this.sectorBytes)));
    }
    return left;
  }

  /** Its calls tell of the name that it has by then. */
  #file(inode: Inode, opened: string): StoreFile {
    const path = () => [...this.#names].find(([, each]) => each === inode)?.[0] ?? opened;
    const sync = (name: 'fsync' | 'fdatasync') => async () => {
      const call = { name, path: path() };
      const synced = () => this.skips(call) || this.#sync(inode);
      this.#do(call, synced, () => inode.dirty.clear());
    };
    const write = async (bytes: Uint8Array) => {
      const half = bytes.subarray(0, bytes.length >> 1);
      const put = (what: Uint8Array) => () => this.#append(inode, what, path());
      this.#do({ name: 'write', path: path() }, put(bytes), put(half));
    };
    return {
      stat: async () => ({ size: inode.length }),
      read: async (into, offset, length, position) => {
        const bytes = this.#read(inode).subarray(position, position + length);
        into.set(bytes, offset);
        return { bytesRead: bytes.length };
      },
      writeFile: write,
      truncate: async length => this.#do({ name: 'ftruncate', path: path() }, () => this.#resize(inode, length)),
      datasync: sync('fdatasync'),
      sync: sync('fsync'),
      close: async () => {},
    };
  }

  #directory(path: string): StoreFile {
    const unsupported = async () => {
      throw errno('EISDIR', path);
    };
    const call = { name: 'fsync', path } as const;
    const sync = async () => this.#do(call, () => this.skips(call) || this.#syncNames(path));
    const other = { stat: unsupported, read: unsupported, writeFile: unsupported, truncate: unsupported };
    return { ...other, datasync: sync, sync, close: async () => {} };
  }

  #begin(call: DiskCall): void {
    const code = this.fails(call);
    if (code !== undefined) throw errno(code, `${call.name} ${call.path}`);
  }

  /** Does it, or what is left of it when it is to fail. */
  #do(call: DiskCall, act: () => void, fail = () => {}): void {
    try {
      this.#begin(call);
    } catch (cause) {
      fail();
      throw cause;
    }
    act();
    this.done(call);
  }

  #read(inode: Inode): Uint8Array {
    const bytes = new Uint8Array(inode.sectors.length * this.sectorBytes);
    for (const [at, sector] of inode.sectors.entries()) bytes.set(sector, at * this.sectorBytes);
    return bytes.slice(0, inode.length);
  }

  /** Sector by sector, as far as there is room. */
  #append(inode: Inode, bytes: Uint8Array, path: string): void {
    const used = [...new Set(this.#names.values())].reduce((sum, each) => sum + each.length, 0);
    const room = Math.max(0, this.capacityBytes - used);
    for (let from = 0; from < Math.min(room, bytes.length); ) {
      const offset = inode.length % this.sectorBytes;
      const piece = bytes.subarray(from, Math.min(from + this.sectorBytes - offset, room, bytes.length));
      const at = Math.floor(inode.length / this.sectorBytes);
      const sector = inode.sectors[at]?.slice() ?? new Uint8Array(this.sectorBytes);
      sector.set(piece, offset);
      this.#put(inode, at, sector);
      inode.lengths.push(inode.length);
      inode.length += piece.length;
      from += piece.length;
    }
    if (room < bytes.length) throw errno('ENOSPC', path);
  }

  #resize(inode: Inode, length: number): void {
    inode.lengths.push(inode.length);
    inode.length = length;
    const whole = Math.floor(length / this.sectorBytes);
    for (let at = whole; at < inode.sectors.length; at++) {
      const keep = Math.max(0, length - at * this.sectorBytes);
      this.#put(inode, at, inode.sectors[at]!.slice().fill(0, keep));
    }
    inode.sectors.length = Math.ceil(length / this.sectorBytes);
  }

  #put(inode: Inode, at: number, sector: Uint8Array): void {
    const before = inode.sectors[at] ?? new Uint8Array(this.sectorBytes);
    inode.history.set(at, [...(inode.history.get(at) ?? []), before]);
    inode.sectors[at] = sector;
    inode.dirty.add(at);
  }

  #sync(inode: Inode): void {
    for (const at of inode.dirty) inode.history.delete(at);
    inode.dirty.clear();
    inode.lengths = [];
  }

  #rename(change: NameChange): void {
    assign(this.#names, change);
    this.#nameChanges.push(change);
  }

  #syncNames(directory: string): void {
    const isHere = (change: NameChange) => [...change.keys()].some(name => dirname(name) === directory);
    for (const change of this.#nameChanges.filter(isHere)) assign(this.#durableNames, change);
    this.#nameChanges = this.#nameChanges.filter(change => !isHere(change));
  }
}

function assign(names: Map<string, Inode>, change: NameChange): void {
  for (const [name, inode] of change) {
    if (inode) names.set(name, inode);
    else names.delete(name);
  }
}

function errno(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}

/** The Store port on a real file system. */
import * as fs from 'node:fs';
import { rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Store } from '../ports.ts';

const { constants } = fs;

/** A file larger than this is not read (EFBIG): twice what the journal lets its file grow to. */
const fileBytesMax = 67_108_864;

/** Files that setAside makes beside one store. A person has to look before more are kept. */
const setAsideFilesMax = 4;

/** State holds passwords and tokens. */
const ownerOnly = 0o600;

/** An open file, as far as a store uses it; a FileHandle of node:fs/promises is one. */
export interface StoreFile {
  stat(): Promise<{ size: number }>;
  read(into: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  /** At the end of the file, all of `bytes`. */
  writeFile(bytes: Uint8Array): Promise<void>;
  truncate(length: number): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The file system, as far as a store uses it: node:fs/promises, or a test's disk that loses power. */
export interface StoreFiles {
  open(path: string, flags: number, mode?: number): Promise<StoreFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

const [openLater, writeFile, truncate, datasync, sync, close] = [
  promisify(fs.open),
  promisify(fs.writeFile),
  promisify(fs.ftruncate),
  promisify(fs.fdatasync),
  promisify(fs.fsync),
  promisify(fs.close),
];

/** It is read at once: that happens while an agent starts, when nothing else waits. */
class HostFile implements StoreFile {
  #file: number;

  constructor(file: number) {
    this.#file = file;
  }

  async stat(): Promise<{ size: number }> {
    return fs.fstatSync(this.#file);
  }

  async read(into: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }> {
    return { bytesRead: fs.readSync(this.#file, into, offset, length, position) };
  }

  writeFile(bytes: Uint8Array): Promise<void> {
    return writeFile(this.#file, bytes);
  }

  truncate(length: number): Promise<void> {
    return truncate(this.#file, length);
  }

  datasync(): Promise<void> {
    return datasync(this.#file);
  }

  sync(): Promise<void> {
    return sync(this.#file);
  }

  async close(): Promise<void> {
    const file = this.#file;
    // By the time of a second call the number may be another file's.
    this.#file = -1;
    if (file >= 0) await close(file);
  }
}

const hostFiles: StoreFiles = {
  open: async (path, flags, mode) => new HostFile(await openLater(path, flags, mode)),
  rename,
  unlink,
};

/** While an agent starts: threads that take a call would have to be made first. */
const hostFilesNow: Pick<StoreFiles, 'open'> = {
  open: async (path, flags, mode) => new HostFile(fs.openSync(path, flags, mode)),
};

/** A Store that can also keep a copy of damaged bytes. */
export interface FileStore extends Store {
  /** Writes `bytes` to the first free of `<path>.damaged-1` to `-4` and resolves to its path; EEXIST when none is. */
  setAside(bytes: Uint8Array): Promise<string>;
}

/**
 * Opens the file at `path`, made when it is not there; its directory must be. Rejects with errno's name as `code`.
 * One call at a time: the next one is made when the one before has settled.
 */
export async function openStore(path: string, files?: StoreFiles): Promise<FileStore> {
  return new AppendFile(files ?? hostFiles, path, await openFor(files ?? hostFilesNow, path, constants.O_CREAT));
}

/** Written by `replace`; one that is there before the first append was left by a power cut before its rename. */
function temporaryOf(path: string): string {
  return `${path}.new`;
}

function openFor(files: Pick<StoreFiles, 'open'>, path: string, flags: number): Promise<StoreFile> {
  return files.open(path, constants.O_RDWR | constants.O_APPEND | flags, ownerOnly);
}

class AppendFile implements FileStore {
  readonly #files: StoreFiles;
  readonly #path: string;
  #file: StoreFile;
  /**
   * Whether the directory's entry for the file is on the medium. False at first, since the file may be new, and while
   * a rename could not be synced: appends to a file that a power cut may replace by its predecessor are not durable.
   */
  #entryIsDurable = false;
  /** Whether what a power cut may have left of a replacement is gone. Not before the first append: until then nothing is written. */
  #isSwept = false;

  constructor(files: StoreFiles, path: string, file: StoreFile) {
    this.#files = files;
    this.#path = path;
    this.#file = file;
  }

  async read(): Promise<Uint8Array> {
    const { size } = await this.#file.stat();
    if (size > fileBytesMax) throw Object.assign(new Error(`EFBIG: ${size} bytes in ${this.#path}`), { code: 'EFBIG' });
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await this.#file.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  }

  async append(bytes: Uint8Array): Promise<void> {
    if (!this.#isSwept) await unlinkIfThere(this.#files, temporaryOf(this.#path));
    this.#isSwept = true;
    await this.#syncEntry();
    await this.#file.writeFile(bytes);
    await this.#file.datasync();
  }

  async truncate(length: number): Promise<void> {
    await this.#file.truncate(length);
    await this.#file.sync();
  }

  /**
   * When this rejects, the file is as it was. Once the new one is in place it does not reject any more: a directory
   * that cannot be synced is left to the next append, which is what would be lost without it.
   */
  async replace(bytes: Uint8Array): Promise<void> {
    const temporary = temporaryOf(this.#path);
    const file = await openFor(this.#files, temporary, constants.O_CREAT | constants.O_TRUNC);
    try {
      await file.writeFile(bytes);
      await file.sync();
      await this.#files.rename(temporary, this.#path);
    } catch (cause) {
      await file.close().catch(() => {});
      await this.#files.unlink(temporary).catch(() => {});
      throw cause;
    }
    const replaced = this.#file;
    this.#file = file;
    this.#isSwept = true;
    this.#entryIsDurable = false;
    await replaced.close().catch(() => {});
    await this.#syncEntry().catch(() => {});
  }

  async setAside(bytes: Uint8Array): Promise<string> {
    for (let n = 1; ; n++) {
      const path = `${this.#path}.damaged-${n}`;
      try {
        await writeNew(this.#files, path, bytes);
        return path;
      } catch (cause) {
        if (codeOf(cause) !== 'EEXIST' || n === setAsideFilesMax) throw cause;
      }
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #syncEntry(): Promise<void> {
    if (this.#entryIsDurable) return;
    await syncDirectoryOf(this.#files, this.#path);
    this.#entryIsDurable = true;
  }
}

async function syncDirectoryOf(files: StoreFiles, path: string): Promise<void> {
  const directory = await files.open(dirname(path), constants.O_RDONLY);
  try {
    await directory.sync();
  } catch (cause) {
    // Some file systems have nothing to sync in a directory.
    if (codeOf(cause) !== 'EINVAL') throw cause;
  } finally {
    await directory.close();
  }
}

async function writeNew(files: StoreFiles, path: string, bytes: Uint8Array): Promise<void> {
  const file = await openFor(files, path, constants.O_CREAT | constants.O_EXCL);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await syncDirectoryOf(files, path);
  } catch (cause) {
    await files.unlink(path).catch(() => {});
    throw cause;
  } finally {
    await file.close();
  }
}

async function unlinkIfThere(files: Pick<StoreFiles, 'unlink'>, path: string): Promise<void> {
  await files.unlink(path).catch(cause => {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  });
}

function codeOf(cause: unknown): unknown {
  return (cause as NodeJS.ErrnoException).code;
}

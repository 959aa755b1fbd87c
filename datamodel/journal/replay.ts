/** From the bytes of a journal to the state that they stand for. */
import { decodeOperations } from './operation.ts';
import type { Flaw, Position } from './record.ts';
import { countRecordsAfter, formatVersion, readHeader, readRecord, startOfFile } from './record.ts';
import { State } from './state.ts';

/** What lies behind the last whole record, why it is not trusted, and how many whole commits are seen in it. */
export interface Dropped {
  bytes: Uint8Array;
  because: Flaw | 'no header';
  commitsAtLeast: number;
}

/** What was found in a file, whatever its format. */
export interface Replay {
  state: State;
  /** End of the last whole record. */
  end: Position;
  dropped?: Dropped;
}

/** Reads the records of a file whose header has been read, the first of them being at `start`. */
export type Reader = (bytes: Uint8Array, start: Position) => Replay;

/** Every format that this version reads. One that is not the current one is rewritten when it is opened. */
export type Formats = Readonly<Record<number, Reader>>;

export const formats: Formats = { [formatVersion]: readRecords };

/** Reads up to the first flaw: after it nothing is applied, since a commit may rest on the one that is missing. */
function readRecords(bytes: Uint8Array, start: Position): Replay {
  const state = new State();
  let end = start;
  while (end.length < bytes.length) {
    const record = readRecord(bytes, end);
    if (typeof record === 'string') return { state, end, dropped: dropFrom(bytes, end, record) };
    const operations = decodeOperations(record.payload);
    if (!operations) return { state, end, dropped: dropFrom(bytes, end, 'unreadable operations') };
    state.apply(operations);
    end = record.end;
  }
  return { state, end };
}

function dropFrom(bytes: Uint8Array, end: Position, because: Flaw | 'no header'): Dropped {
  return { bytes: bytes.subarray(end.length), because, commitsAtLeast: countRecordsAfter(bytes, end.length) };
}

/** A file's version and what was found in it; nothing when none of `readers` reads that version. */
export function replay(bytes: Uint8Array, readers: Formats): { version: number; found: Replay | undefined } {
  const header = readHeader(bytes);
  if (header) return { version: header.version, found: readers[header.version]?.(bytes, header.end) };
  const found: Replay = { state: new State(), end: startOfFile };
  if (bytes.length > 0) found.dropped = dropFrom(bytes, startOfFile, 'no header');
  return { version: formatVersion, found };
}

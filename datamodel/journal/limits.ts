/** Limits of the journal. Beyond one of them a commit is refused with a coded error and nothing has changed. */

/** UTF-8 bytes of one key: the longest path (pathCharsMax) and a reserved prefix. */
export const keyBytesMax = 1_280;

/** UTF-8 bytes of one value: valueCharsMax characters of four bytes. */
export const valueBytesMax = 262_144;

/** Operations of one commit: some thousand of a message, and as many notifications of what it changes. */
export const commitOperationsMax = 8_192;

/** Bytes of one commit as it is written, framing left out: a large message, and the notifications of what it changes. */
export const commitBytesMax = 1_572_864;

/** Commits that wait for the append in flight to end. */
export const queuedCommitsMax = 1_024;

/** Bytes of the commits that wait; so also of one append. */
export const queuedBytesMax = 4_194_304;

/** Keys of the state. */
export const stateEntriesMax = 50_000;

/** UTF-8 bytes of all keys and values of the state. Notifications that wait may go beyond it, to a limit of agent/notify's. */
export const stateBytesMax = 4_194_304;

/** Bytes of one record as it is read: the whole state in one snapshot, and 8 bytes of framing an entry. */
export const recordBytesMax = 8_388_608;

/** Bytes checksummed in vain, at most, in search of whole records behind a damaged one. */
export const searchBytesMax = 16_777_216;

/** A file no larger than this is never compacted. */
export const compactBytesMin = 65_536;

/** A file is compacted when it is larger than this many times the live state. */
export const compactRatio = 4;

/** Bytes by which the file grows before a compaction that failed is tried again. */
export const compactRetryBytes = 65_536;

/** A file that would grow beyond this, because compaction keeps failing, takes no more commits. */
export const fileBytesMax = 33_554_432;

/** Why the journal refused, for code to branch on. docs/journal.md explains each. */
export type JournalErrorCode =
  | 'bad-operation' // a key, value or prefix that cannot be stored
  | 'too-large' // one commit beyond the limits of a commit
  | 'state-full' // the state would outgrow its limits
  | 'busy' // too many commits wait
  | 'storage' // the medium refused; `cause` is the Store's error with errno's name as its `code`
  | 'newer-format' // the file was written by a newer version
  | 'closed'; // commit after close

/** The journal's only error. A commit that was rejected with it has changed nothing in the state. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'JournalError';
    this.code = code;
  }
}

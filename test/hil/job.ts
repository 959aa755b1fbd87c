/** What a job is: one machine, or one bus, that the agent is proven on. */

/** Figures of one run, for the table. */
export interface Figures {
  /** Resident memory of the agent in the guest, in MB. */
  residentMb?: number;
  /** What was seen, in a few words. */
  seen: string;
}

export interface Job {
  name: string;
  /** Whether every CI runs it; the others are for releases, and for changes of drivers. */
  inCi: boolean;
  /** Rejects with NotRun where this machine lacks something, with any other error when the agent failed. */
  run(directory: string): Promise<Figures>;
}

/**
 * By how much the agent may surely grow a day of its own time, while it does the chores of test/soak/chores.ts. A leak of
 * one small object a request is 10 to 20 times as much as what a month is allowed here.
 */

/** Heap after a collection. 16 kB a day are 6 MB a year. */
export const heapKilobytesPerDayMax = 16;

/** Handles and timers: none may stay behind. */
export const handlesPerDayMax = 0.5;

/** The journal's file: it swings between its compactions (64 kB), and must not drift. */
export const journalKilobytesPerDayMax = 16;

/**
 * Private dirty memory of the process, in MB. It is seen coarsely: an engine goes on compiling and spreading out for days,
 * by some 2 MB in each of the first two, where the heap after a collection stays. For what is smaller there is virtual time.
 */
export const privateMegabytesPerDayMax = 3;

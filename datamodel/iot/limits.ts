/** Limits of the capability engine: how long, how often, how many. */
import { applyMsMax } from '../limits.ts';

/** Samples that a filter may look back on. */
export const windowSamplesMax = 99;

/** Points of a calibration. */
export const calibrationPointsMax = 32;

/** The longest time that a filter may be given. */
export const filterMsMax = 24 * 60 * 60 * 1000;

/** A sample that has not come after this long has failed. Sensirion's slowest single shot takes 5 s. */
export const sampleMsMax = 10_000;

/** Opening a device, setting it up and giving its outputs their values takes no longer than this. */
export const openMsMax = 10_000;

/** A write to an actuator ends before the transaction that waits for it gives up. */
export const driveMsMax = applyMsMax - 500;

/** Closing a device; after that it is forgotten, closed or not. */
export const closeMsMax = 2_000;

/** Whatever a device does, its supervisor has gone on after this long: each of its steps has a deadline. */
export const turnMsMax = openMsMax + driveMsMax + sampleMsMax + closeMsMax;

/** Operations of one device that may wait for the one that is under way. */
export const operationsWaitingMax = 32;

/** Failures in a row, after which a device is closed and opened again. */
export const failuresBeforeReopening = 3;

/** A device that did not answer is asked again after this long, then twice as long, and so on up to its poll interval. */
export const retryMsMin = 1_000;

/** The wait before a device is opened again: doubled from the smallest to the largest, and jittered. */
export const reopenMsMin = 1_000;
export const reopenMsMax = 60_000;

/** A device is taken from its kernel driver so often without an answer after; then no more, until it has answered. */
export const takingsInVainMax = 3;

/** A device that has answered for this long is well: its next outage begins with the shortest wait again. */
export const wellMsMin = 60_000;

/** How long a device is left closed for an operation that never ended, so that no two overlap. An opening is waited for. */
export const hungMsMax = 60_000;

/** Poll interval where neither the configuration nor the chip names one. */
export const pollMsDefault = 10_000;

/** How often an output that can be read back is compared with what it was given. */
export const outputCheckMs = 60_000;

/** The shortest poll interval of all. */
export const pollMsMin = 10;

/** A trouble that is cured and comes back is logged again, so often within such a time; a flapping device no more. */
export const troubleTellingsMax = 3;
export const troubleWindowMs = 10 * 60 * 1000;

/** LastContactTime alone, with no other change, is published no more often than this: a chattering input is bounded. */
export const contactMsMin = 500;

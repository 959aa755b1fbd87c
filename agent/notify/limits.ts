/** Notifications that wait for one Controller. Beyond it the oldest that need no answer goes first, then the oldest. */
export const outboxMax = 1_000;

/** Notify requests of one Controller that are on their way into the transport. */
export const sendsInFlightMax = 16;

/** Notify requests of one Controller that wait for their NotifyResp; later ones wait behind them, in order. */
export const unansweredMax = 64;

/** The longest interval between two tries of a notification (R-NOT.2 with the largest parameters would be years). */
export const retryMsMax = 86_400_000;

/** Paths in one Subscription's ReferenceList. */
export const referencesMax = 32;

/** Notifications that wait for one Controller. Beyond it the oldest that need no answer goes first, then the oldest. */
export const outboxMax = 1_000;

/** Notify requests of one Controller that are on their way into the transport. */
export const sendsInFlightMax = 16;

/** Notify requests of one Controller that wait for their NotifyResp; later ones wait behind them, in order. */
export const unansweredMax = 64;

/** Paths in one Subscription's ReferenceList. */
export const referencesMax = 32;

/** How often a computed parameter is read while a Threshold looks at it [R-NOT.0a]. */
export const computedValueMs = 5_000;

/** Changes in one OnChange!; a Monitor that has gathered so many tells of them before its interval is over. */
export const monitorChangesMax = 256;

/** TR-181: characters of a value in an OnChange!. */
export const monitorValueCharsMax = 256;

/** Notifications that the journal keeps until they are answered, over all Controllers; others live in memory alone. */
export const undeliveredMax = 500;

/** Characters of one of them in the journal. */
export const undeliveredCharsMax = 8_192;

/** How often a Subscription's TriggerAction changes something within so long; what comes on top does nothing. */
export const triggersMax = 60;
export const triggersWindowMs = 60_000;

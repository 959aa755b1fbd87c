/**
 * Notifications that wait for one Controller, where the configuration does not say otherwise: a day of 100 changes an
 * hour, two parameters each. Beyond it the oldest that needs no answer goes first, then the oldest.
 */
export const outboxMaxDefault = 5_000;

/** Notify requests of one Controller that are on their way into the transport, half of what one takes for a peer at most. */
export const sendsInFlightMax = 16;

/** Notify requests of one Controller that wait for their NotifyResp; later ones wait behind them, in order. */
export const unansweredMax = 64;

/** How often a computed parameter is read while a Threshold looks at it [R-NOT.0a]. */
export const computedValueMs = 5_000;

/** Changes in one OnChange!; a Monitor that has gathered so many tells of them before its interval is over. */
export const monitorChangesMax = 256;

/** TR-181: characters of a value in an OnChange!. */
export const monitorValueCharsMax = 256;

/** UTF-8 bytes of notifications that the journal keeps until they are answered, over all Controllers; others live in memory alone. */
export const undeliveredBytesMax = 2_097_152;

/** UTF-8 bytes of one of them in the journal. */
export const undeliveredBytesMaxEach = 8_192;

/** UTF-8 bytes of them on their way to the medium: what a commit may weigh on top of what it changes. */
export const undeliveredBytesUnderWayMax = 524_288;

/** Of those that are over, how many leave the journal with one commit. */
export const removedTogetherMax = 1_024;

/** Notifications that leave the journal in one record with their Subscription; of more, the rest leaves after it. */
export const removedWithSubscriptionMax = 6_000;

/** How often a Subscription's TriggerAction changes something within so long; what comes on top does nothing. */
export const triggersMax = 60;
export const triggersWindowMs = 60_000;

/** Requests of one Controller that are being answered; what comes on top is answered with 7005 Resources exceeded. */
export const requestsInFlightMax = 128;

/** Requests of all Controllers together. */
export const requestsInFlightTotalMax = 512;

/** Characters of a request's msg_id: they are kept while it is being answered. Controllers use UUIDs or counters. */
export const msgIdCharsMax = 256;

/** Endpoint IDs whose part of each Record is kept ready: a few dozen bytes for each. */
export const envelopesKeptMax = 64;

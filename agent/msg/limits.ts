/** Limits of what is kept between messages. */

/** Bytes of the GetSupportedDM answers that are kept: Device. whole takes some 20,000, and few Controllers ask for more. */
export const supportedAnswersBytesMax = 262_144;

/** When the journal will not let the row of an ended command go: how long until the next try, twice as long each time. */
export const endedRetryMsMin = 5_000;
export const endedRetryMsMax = 600_000;

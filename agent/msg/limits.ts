/** Limits of what is kept between messages. */

/** Bytes of the GetSupportedDM answers that are kept: Device. whole takes some 20,000, and few Controllers ask for more. */
export const supportedAnswersBytesMax = 262_144;

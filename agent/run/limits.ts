/** What controllers are given to take our goodbye when the agent stops; a service has 5 s to stop in all. */
export const goodbyeMsMax = 1_500;

/** How long before its end a certificate is told of, and how often the files are looked at. */
export const certificateWarningMs = 30 * 86_400_000;
export const certificateLookMs = 86_400_000;

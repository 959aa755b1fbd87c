/** Limits of the command line: how long it waits. */

/** The agent has not answered after this long: it hangs, or a device behind it does. */
export const answerMsMax = 30_000;

/** After the first SIGTERM the agent has this long for its goodbyes; then the process ends. */
export const stopMsMax = 8_000;

/** `demo --once` has seen a Notify by then, or has failed. */
export const demoOnceMsMax = 10_000;

/** The demo's agent listens by then. */
export const demoConnectMsMax = 5_000;

/** A subscription of `watch` that nobody takes back, because `watch` was killed, ends by itself after this long. */
export const watchSecondsMax = 86_400;

/** A `watch` renews its subscriptions so often: several times before they would end. */
export const watchRenewalSeconds = watchSecondsMax / 4;

/** What controllers are given to take our goodbye when the agent stops; a service has 5 s to stop in all. */
export const goodbyeMsMax = 1_500;

/** How long before its end a certificate is told of, and how often the files are looked at. */
export const certificateWarningMs = 30 * 86_400_000;
export const certificateLookMs = 86_400_000;

/** When the local socket listens, so that the way to the first Record is free: a command needs longer to start than this. */
export const socketAfterMs = 50;

/** When systemd is told that the service runs: by then the local socket listens. */
export const readyAfterMs = 2 * socketAfterMs;

/** How soon after its start an agent that has nothing to write asks the kernel whether its state directory is its own. */
export const lockAfterMs = 50;

if (lockAfterMs > socketAfterMs) throw new Error('a socket is for the agent whose directory is its own');

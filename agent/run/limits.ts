/** What controllers are given to take our goodbye when the agent stops; a service has 5 s to stop in all. */
export const goodbyeMsMax = 1_500;

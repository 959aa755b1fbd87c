/** What a target that is warm may keep of however many inputs, of the whole process. */
export const rssGrowthBytesMax = 2_000_000;

/** The same, of live objects. */
export const heapGrowthBytesMax = 1_000_000;

/** Stretches of code that the inputs of any target reach in seconds: with fewer, nothing has been counted. */
export const regionsMin = 40;

/** Limits of the drivers' room: what may wait, how long, and how much is read. */

/** A port that is not open after this long has failed: shorter than the time for opening and setting up a device. */
export const openPortMsMax = 8_000;

/**
 * Ports that are being opened at the same time, also where nobody waits for that any more. Each holds a thread of libuv's
 * pool, and may hold it for ever.
 */
export const openingsMax = 2;

/** A serial port that is not closed after this long is taken for one that never will be. */
export const closePortMsMax = 60_000;

/** Transfers of one I2C bus that may wait behind the one in flight. */
export const i2cTransfersWaitingMax = 32;

/** An I2C transfer that has not ended after this long has failed; the kernel's own limit is 1 s on most adapters. */
export const i2cTransferMsMax = 2_000;

/** Bytes that one I2C transfer may read or write. The kernel allows 8192; no chip here needs more than a page. */
export const i2cTransferBytesMax = 256;

/** Bytes handed to a serial port that it has not sent yet. */
export const serialUnsentBytesMax = 4_096;

/** A serial write that has not left the machine after this long has failed. */
export const serialWriteMsMax = 5_000;

/** Bytes that a serial port may hold for a reader that is slow. */
export const serialUnreadBytesMax = 4_096;

/** Exchanges of one Modbus line that may wait behind the one in flight. */
export const modbusExchangesWaitingMax = 256;

/** Bytes of a Modbus line that are looked through for an answer: two frames of the longest kind. */
export const modbusHeldBytesMax = 512;

/** After its deadline, how much later a Modbus device may still answer; until then it is asked nothing else. */
export const modbusLateMsMax = 2_000;

/** A file that is read whole. */
export const fileBytesMax = 1_048_576;

/**
 * Files that are read or written at the same time. Each holds one of the few threads that the journal and name resolution
 * need too, and a sensor's file may take a second, or never end.
 */
export const fileOperationsMax = 2;

/** File operations that wait for their turn: on one device, and devices. */
export const fileOperationsWaitingMax = 256;

/**
 * Threads of libuv's pool that I2C leaves to others that may hang too: files, openings, a kernel's driver that is bound anew;
 * and one to the journal and names. A transfer that never returns keeps its thread, so that no more run at a time than there
 * are others; but one always may.
 */
export const threadsWithoutI2c = fileOperationsMax + openingsMax + 2;

/** After this long nobody waits any more for a kernel driver to let go of a device, or to take it. */
export const rebindMsMax = 5_000;

/** Names that are taken from one directory. */
export const directoryEntriesMax = 1_024;

/** One line of the log, prefix not counted. */
export const logLineCharsMax = 2_000;

/** An NMEA 0183 sentence has 82 characters; receivers with more digits send somewhat longer ones. */
export const nmeaSentenceCharsMax = 120;

/** Bytes without one valid sentence after which the port is not what the configuration says. */
export const nmeaNoiseBytesMax = 8_192;

/** Edges of one GPIO line that the kernel holds for a reader that is slow: over a second of 200 edges a second. */
export const gpioEdgesWaitingMax = 256;

/** Edges that the kernel counted but no longer holds and that are told after all, one by one, from their number. */
export const gpioEdgesLateMax = 4_096;

/** GPIO lines that are looked through for one of a name. */
export const gpioLinesNamedMax = 1_024;

/** A trace of a route that has not ended by itself: 255 hops of a few tries each take long. */
export const tracerouteMsMax = 600_000;

/** Programs that run at a time for their readings, those that wait for that, and what one of them may print. */
export const programsRunningMax = 4;
export const programsWaitingMax = 256;
export const programOutputBytesMax = 65_536;

/** What the program prints: a line a hop. */
export const tracerouteOutputBytesMax = 65_536;

/** Limits of what is decoded. Beyond one of them a Record or Message is refused before it costs memory. */

/** Bytes of one Message, in either direction. A Get of the whole data model stays well below. */
export const msgBytesMax = 1_048_576;

/** Bytes of one Record: a Message, plus room for a certificate chain, two Endpoint IDs and the framing. */
export const recordBytesMax = msgBytesMax + 65_536;

/** Fields of one Message, nested ones and map keys included. A field can cost 2 bytes on the wire and 100 in memory. */
export const msgFieldsMax = 65_536;

/** Fields of one Record; a session context carries its payload in several. */
export const recordFieldsMax = 1_024;

/** Messages or unknown groups inside each other. The schema itself goes 9 deep. */
export const nestingLevelsMax = 16;

/** Bytes of the buffer that Messages are written into; a longer Message gets a buffer of its own. */
export const writerBytesKept = 65_536;

/** Such buffers that are kept: one for a Message's body, and one for the Record around it. */
export const writersKeptMax = 2;

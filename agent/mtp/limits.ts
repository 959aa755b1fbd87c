/** Limits of the transports. They bound the memory and time that a peer, or a broken network, can cost. */

/** A USP Record that is taken in. A larger one is dropped where it arrives. */
export const recordBytesMax = 262_144;

/** What recurs is told again when it has been away for so long; and how many such things, in words of peers, are remembered. */
export const recurringQuietMs = 3_600_000;
export const recurringKeysMax = 16;

/** A connection that lived this long was a good one: the next retry begins again with the first interval. */
export const connectionStableMs = 30_000;

/** An MQTT packet that is taken in; a longer one ends the connection. Between the two limits its Record is dropped. */
export const mqttPacketBytesMax = 4 * recordBytesMax;

/** Topic names and filters: MQTT writes their UTF-8 length in two bytes. */
export const mqttTopicBytesMax = 65_535;

/** Subscription rows of one MQTT client. */
export const mqttSubscriptionsMax = 32;

/** From the first packet of the TCP handshake to the SUBACK. */
export const mqttConnectMsMax = 30_000;

/** A try to connect has come to its end after this long, the loading of the package included. */
export const tryMsMax = 2 * mqttConnectMsMax;

/** A broker that has not acknowledged a PUBLISH after this long is taken for dead. */
export const mqttAcknowledgeMsMax = 60_000;

/** A DISCONNECT that has not closed the connection after this long is followed by a reset. */
export const mqttCloseMsMax = 3_000;

/** PUBLISH packets that wait for their PUBACK; the broker's Receive Maximum may be lower. */
export const mqttInFlightMax = 16;

/** Records that wait for a place among those in flight, and their bytes: all requests in flight may be answered at once. */
export const mqttWaitingMax = 512;
export const mqttWaitingBytesMax = 1_048_576;

/** Bytes held back for a common write within one turn of the event loop; what Node's own streams take before they ask to wait. */
export const mqttCorkedBytesMax = 16_384;

/** Topics whose part of a PUBLISH packet is kept ready: those of the Controllers that we speak with. */
export const mqttTopicsReadyMax = 64;

/** PUBLISH packets that the broker may send us without waiting for our PUBACK. */
export const mqttReceiveMaximum = 16;

/** Messages that arrive between CONNACK and SUBACK, kept until we may answer them, and their bytes. */
export const mqttEarlyMax = 64;
export const mqttEarlyBytesMax = 1_048_576;

/** How long a TLS connection waits for the machine to learn the time [R-MTP.2], and how often it looks. */
export const timeWaitMsMax = 60_000;
export const timeLookMs = 1_000;

/** Certificates from a broker's own up to a trusted one. */
export const certificateChainMax = 8;

/** Connections to the local socket. */
export const udsConnectionsMax = 8;

/** A connection whose peer has not said who it is after this long is closed. [R-UDS.18] */
export const udsHandshakeMsMax = 30_000;

/** A peer that has not taken our last words after this long is cut off. */
export const udsCloseMsMax = 1_000;

/** The part of a frame after its 8-byte header, as the agent takes it in: one Record, a TLV header and a margin. */
export const udsFrameBytesMax = recordBytesMax + 1_024;

/** Bytes that a peer has not yet read; also the largest frame that the command line takes in. */
export const udsUnreadBytesMax = 2_097_152;

/** An Endpoint ID as a peer states it in its handshake. */
export const udsEndpointIdBytesMax = 256;

/** Records that the command line has received and not yet looked at; beyond it the socket is not read. */
export const udsReceivedMax = 64;

/** Linux keeps a socket's path in 108 bytes, one of them for the closing zero. */
export const udsPathBytesMax = 107;

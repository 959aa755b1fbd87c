/**
 * The limits of the CoAP transport. A LAN is full of strangers and UDP sources can be forged, so nothing that a
 * datagram asks for is held without a bound in count, bytes and time.
 */

// RFC 7252 section 4.8: transmission parameters, with their default values.
export const ackTimeoutMs = 2000;
export const ackRandomFactor = 1.5;
export const retransmissionsMax = 4;
/** EXCHANGE_LIFETIME: how long a message ID may still be answered, or come again. */
export const exchangeLifetimeMs = 247_000;
/** MAX_TRANSMIT_WAIT: no sender goes on repeating one message for longer. */
export const transmitWaitMsMax = 93_000;

/** What we read of a datagram: an Ethernet frame. RFC 7252 section 4.6 asks senders for 1152 or less. */
export const datagramBytesMax = 1500;
/** Options in one message; a USP request has seven or so. */
export const optionsCountMax = 32;
/** SZX of the largest block: 2^(6+4) = 1024 bytes [RFC 7959 section 2.2]. */
export const blockSizeExponentMax = 6;
/** A Record in one message without Block1 [RFC 7252 section 4.6]. */
export const blockBytesMax = 2 ** (blockSizeExponentMax + 4);

/** A Record that a peer uploads. Requests of controllers are small. */
export const recordReceivedBytesMax = 64 * 1024;
/** A Record that we upload: a GetResp of the whole data model fits. */
export const recordSentBytesMax = 512 * 1024;

/** Unfinished uploads: in all, from one address, and the bytes that they hold together. */
export const uploadsCountMax = 32;
export const uploadsPerAddressCountMax = 4;
export const uploadsBytesMax = 256 * 1024;
/** An upload is forgotten when no block came for this long. */
export const uploadIdleMsMax = transmitWaitMsMax;
/** An upload that was idle for this long makes room for a new one; a live one had two repetitions until then. */
export const uploadYieldMs = 10_000;

/** Requests whose answers are remembered, to recognise a repeated datagram. */
export const recentCountMax = 512;

/** Answers that package coap keeps, each with a timer. The guard recognises repetitions, so few will do. */
export const packageCacheBytes = 512;

/** An answer is at most this many times as long as what it answers, so that we are no use in reflecting floods. */
export const amplificationFactorMax = 3;
/** Max-Age of a 5.03, which tells a peer when to try again [RFC 7252 section 5.9.3.4]. */
export const busySeconds = 30;

/**
 * Records waiting for one peer, of which one is in flight (NSTART is 1: RFC 7252 section 4.7). Notifications take half of
 * them at most (sendsInFlightMax of agent/notify; a test compares), so that answers find a place [R-MSG.0].
 */
export const queueRecordsPerPeerMax = 32;
/** Bytes waiting for all peers together. */
export const queueBytesMax = 1024 * 1024;
/** Peers that we send to at a time. With NSTART it bounds what forged requests could make us send to silent peers. */
export const peersCountMax = 32;
/** One Record's upload, all its blocks together. */
export const uploadSentMsMax = 600_000;

/** Uri-Path and Uri-Query values are 255 bytes at most [RFC 7252 section 5.10]. */
export const uriOptionBytesMax = 255;
export const uriPathSegmentsMax = 8;
export const urlCharactersMax = uriOptionBytesMax - 'reply-to='.length;

/** Between attempts to bind the socket: from one second, doubling, to a minute. */
export const bindRetry = { minimumWaitIntervalSeconds: 1, intervalMultiplier: 2000, maximumIntervalSeconds: 60 };

/** Causes that were logged and are not yet cured, such as peers that we cannot send to. */
export const causesLoggedMax = 32;

if (uploadsBytesMax < uploadsPerAddressCountMax * recordReceivedBytesMax)
  throw new Error('one address that uploads its fair share must fit');
if (queueBytesMax < recordSentBytesMax) throw new Error('the largest record must fit into the queue');

/**
 * The edge between USP Records and the Message Transfer Protocols (MTPs): what agent/mtp implements and agent/record
 * uses. A transport moves opaque Record bytes; it knows topics, URLs and sockets, never a Message.
 */

/** As in TR-181 LocalAgent.MTP.{i}.Protocol. */
export type TransportProtocol = 'MQTT' | 'CoAP' | 'UDS';

/** Where a Record came from, and how to answer it. */
export interface Origin {
  protocol: TransportProtocol;
  /** Which transport instance it came through; the name it was given when it was made. */
  transport: string;
  /** Where the answer goes when the peer named a place (MQTT Response Topic, CoAP reply-to, a UDS connection). */
  replyTo?: string;
  /** The transport is encrypted and the peer's certificate chain was verified. */
  isSecure: boolean;
  /** The peer is on this machine (a UNIX socket, or a loopback address). */
  isLoopback: boolean;
  /** The Endpoint ID that the MTP itself conveyed (UDS handshake), when it does. */
  endpointId?: string;
}

/**
 * What became of received bytes, for transports that must tell (CoAP response codes).
 * 'accepted' also when the answer is a USP Error; 'malformed' when the bytes are no Record for us at all.
 */
export type Verdict = 'accepted' | 'malformed' | 'refused' | 'busy';

/** What a transport tells its owner. None of these may throw. */
export interface TransportListener {
  received(record: Uint8Array, origin: Origin): Verdict;
  /**
   * Ready to send. `details` fill the Connect record: MQTT's version and the topic that the peer shall answer on. Where
   * each peer has a connection of its own (UDS), once for each: its address for `send`, and who it is.
   */
  connected(details: {
    mqttVersion?: '3.1.1' | '5.0';
    subscribedTopic?: string;
    address?: string;
    endpointId?: string;
  }): void;
  /** No longer ready; the transport goes on by itself unless it was closed. `address`: only that connection (UDS). */
  disconnected(reason: string, address?: string): void;
}

/** Why a Record could not be sent. */
export type TransportErrorCode =
  | 'not-connected' // try again when connected
  | 'too-large' // the peer or the protocol cannot take it
  | 'queue-full' // our bounded queue is full
  | 'refused' // the peer answered, but no
  | 'timeout'
  | 'bad-address'
  | 'closed';

export class TransportError extends Error {
  readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, message: string) {
    super(message);
    this.name = 'TransportError';
    this.code = code;
  }
}

/** One MTP instance. */
export interface Transport {
  readonly protocol: TransportProtocol;
  /** Begins to connect or listen, and keeps at it until closed. Returns at once. */
  open(listener: TransportListener): void;
  isConnected(): boolean;
  /** Neither connected nor about to try: a defect, which a restart alone cures. Absent: that cannot be. */
  isStalled?(): boolean;
  /**
   * Sends one Record. `address`: an MQTT topic, a CoAP URL or a UDS connection, as in `Origin.replyTo` or from the
   * Controller's MTP object. Resolves when the MTP has taken responsibility (MQTT QoS 1: PUBACK; CoAP: 2.04; UDS:
   * written); rejects with a TransportError. Records for one address leave in the order in which they were given, whether
   * that is awaited or not. `isRetained`: an MQTT broker is to keep it for who subscribes later.
   */
  send(record: Uint8Array, address: string, isRetained?: boolean): Promise<void>;
  /** Says goodbye where the protocol can (MQTT DISCONNECT), closes sockets, and is final. */
  close(): Promise<void>;
}

/** Retry parameters with TR-369's semantics: see R-MQTT.36 and the notification retry of R-NOT.2. */
export interface RetryParameters {
  /** First interval's minimum, in seconds. */
  minimumWaitIntervalSeconds: number;
  /** Per mille: 2000 doubles the interval at each try. */
  intervalMultiplier: number;
  /** No interval is longer than this many seconds; 0 or absent = no bound. */
  maximumIntervalSeconds?: number;
}

/** Why an MQTT connection ended or never began: one word for the program, one line for a person. Pure. */

/** MQTT.Client.{i}.Status of TR-181. */
export type MqttStatus =
  | 'Disabled'
  | 'Connecting'
  | 'Connected'
  | 'Error_Misconfigured'
  | 'Error_BrokerUnreachable'
  | 'Error';

export interface MqttCause {
  /** A word of ours, an errno name, an OpenSSL code or "reason-<number>": a bounded set. */
  key: string;
  status: 'Error_Misconfigured' | 'Error_BrokerUnreachable' | 'Error';
  text: string;
  /** The MTP is disabled: trying again is of no use until the configuration changes. [R-MQTT.16] */
  isFinal?: true;
}

export const causes = {
  closed: { key: 'closed', status: 'Error_BrokerUnreachable', text: 'the broker closed the connection' },
  connectTimeout: {
    key: 'connect-timeout',
    status: 'Error_BrokerUnreachable',
    text: 'the broker did not answer in time',
  },
  noAcknowledgement: {
    key: 'no-acknowledgement',
    status: 'Error_BrokerUnreachable',
    text: 'the broker acknowledges no more',
  },
  packetTooLong: { key: 'packet-too-long', status: 'Error', text: 'the broker sent a packet longer than our limit' },
  unexpectedQos: {
    key: 'unexpected-qos',
    status: 'Error',
    text: 'the broker delivered at a QoS that it did not grant',
  },
  subscribeRefused: {
    key: 'subscribe-refused',
    status: 'Error_Misconfigured',
    text: 'the broker refused every subscription that makes us reachable',
  },
  noSubscription: {
    key: 'no-subscription',
    status: 'Error_Misconfigured',
    text: 'no Subscription is configured and the broker offers none; not trying again',
    isFinal: true,
  },
} as const satisfies Record<string, MqttCause>;

/** What an operator must repair: version, ClientId, credentials, permissions. 1 to 5 are of 3.1.1, the others of 5.0. */
const operatorsReasons = new Set([1, 2, 4, 5, 0x84, 0x85, 0x86, 0x87, 0x8a, 0x8c]);

/** A reason code of CONNACK or DISCONNECT. `text` comes from a table of constants, not from the broker. */
export function causeOfReason(code: number, text: string): MqttCause {
  const status = operatorsReasons.has(code) ? 'Error_Misconfigured' : 'Error_BrokerUnreachable';
  return { key: `reason-${code}`, status, text: `${text} (reason code ${code})` };
}

/** Any error of a socket, of TLS or of the package `mqtt`. */
export function causeOfError(error: unknown): MqttCause {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'number') return causeOfReason(code, String(message));
  const key = typeof code === 'string' ? code : 'protocol-error';
  // OpenSSL's own errors are about our files: a key that does not fit its certificate, a PEM file that is none.
  const status = key.startsWith('ERR_OSSL_') ? 'Error_Misconfigured' : 'Error_BrokerUnreachable';
  return { key, status, text: message ? `${message} (${key})` : key };
}

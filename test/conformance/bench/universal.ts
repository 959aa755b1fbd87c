/** The plan's universal test metrics: what every Record and Message of the agent must be, whatever the case. */
import type { Message, UspRecord } from './messages.ts';

/** A Record as it came in, and the Message in it, if it holds one. */
export interface Heard {
  record: UspRecord;
  message: Message | undefined;
  /** Endpoint ID of the controller that it came to. */
  controllerId: string;
  agentId: string;
  /** Whether `message` is a response or an error to a request that the controller has sent. */
  isAsked: boolean;
}

interface Rule {
  shows: readonly string[];
  what: string;
  /** Whether the rule says anything about this one; absent: always. */
  about?(heard: Heard): boolean;
  holds(heard: Heard): boolean;
}

const endpointId = /^(oui|cid|pen|os|ops|self|user|uuid|imei|proto|doc|fqdn):([^:]*):([A-Za-z0-9._%-]{1,50})$/;
const scheme = ({ record }: Heard) => endpointId.exec(record.from_id)?.[1] ?? '';
const authority = ({ record }: Heard) => endpointId.exec(record.from_id)?.[2] ?? '';

/** An object, parameter, command or event path in instance-number addressing. */
const instancePath = /^Device\.(?:[A-Za-z_][\w-]*\.(?:\d+\.)*)*(?:[A-Za-z_][\w-]*(?:\(\)|!)?)?$/;

/** Fields that hold paths of the instantiated data model, in what an agent sends. */
const pathFields: ReadonlySet<string> = new Set([
  ...['resolved_path', 'affected_path', 'affected_paths', 'unaffected_path', 'instantiated_path'],
  ...['instantiated_obj_path', 'req_obj_path', 'obj_path'],
]);

/** Paths that the agent reports, wherever they stand in the Message; GetSupportedDM's are of the supported data model. */
function reportedPaths(message: Message | undefined): string[] {
  if (!message || message.header.msg_type === 'GET_SUPPORTED_DM_RESP') return [];
  const paths: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string' && pathFields.has(key) && value !== '') paths.push(value);
    else if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (value && typeof value === 'object') for (const [name, each] of Object.entries(value)) walk(each, name);
  };
  walk(message.body, '');
  return paths;
}

/** The msg_type that belongs to what the body holds: `get_resp` is GET_RESP. */
function typeOfBody({ body }: Message): string {
  if (body.msg_body === 'error') return 'ERROR';
  const name = body.msg_body === 'request' ? body.request?.req_type : body.response?.resp_type;
  return (name ?? '').toUpperCase().replace('PROTOCOL', 'PROTO');
}

const isAnswer = ({ message }: Heard) => message !== undefined && message.body.msg_body !== 'request';
const hasMessage = ({ message }: Heard) => message !== undefined;

const rules: readonly Rule[] = [
  {
    shows: ['R-ARC.2a', 'R-ARC.5', 'R-ARC.6'],
    what: 'from_id is an Endpoint ID of a known authority-scheme, its instance-id within characters and length',
    holds: heard => scheme(heard) !== '',
  },
  {
    shows: ['R-ARC.4'],
    what: 'the authority-scheme is one for production',
    holds: h => !/^(proto|doc)$/.test(scheme(h)),
  },
  { shows: ['R-ARC.3'], what: "the authority-id is not BBF's own", holds: h => !/^(00256D|3561)$/i.test(authority(h)) },
  {
    shows: ['R-ENC.1', 'R-ENC.3', 'R-MQTT.19', 'R-MTP.4b'],
    what: 'the Record has what the schema requires: version, to_id, from_id and one record_type',
    holds: ({ record }) => /^1\.\d+$/.test(record.version) && record.to_id !== '' && record.record_type !== undefined,
  },
  {
    shows: [],
    what: 'the Record goes from the agent to the controller on whose topic it came',
    holds: ({ record, agentId, controllerId }) => record.from_id === agentId && record.to_id === controllerId,
  },
  {
    shows: ['R-E2E.26'],
    what: 'a Record without a session context has a payload',
    about: ({ record }) => record.no_session_context !== undefined,
    holds: ({ record }) => (record.no_session_context?.payload.length ?? 0) > 0,
  },
  {
    shows: ['R-ENC.0', 'R-MSG.5', 'R-MSG.7', 'R-MSG.10'],
    what: 'msg_type goes with the body',
    about: hasMessage,
    holds: ({ message }) => message?.header.msg_type === typeOfBody(message as Message),
  },
  {
    shows: ['R-MSG.6', 'R-MSG.8'],
    what: 'there is a header with a msg_id',
    about: hasMessage,
    holds: ({ message }) => (message?.header.msg_id ?? '') !== '',
  },
  {
    shows: ['R-MSG.0a', 'R-MSG.9'],
    what: 'a response or error has the msg_id of a request that was sent, and comes in a Record of the same type',
    about: isAnswer,
    holds: ({ isAsked, record }) => isAsked && record.record_type === 'no_session_context',
  },
  {
    shows: ['R-ARC.7', 'R-MSG.3'],
    what: 'paths of the instantiated data model are well formed and use instance numbers',
    about: ({ message }) => reportedPaths(message).length > 0,
    holds: ({ message }) => reportedPaths(message).every(path => instancePath.test(path)),
  },
];

/** Collects what was wrong with anything that came, and which requirements were looked at. */
export class Universal {
  readonly faults: string[] = [];
  readonly shown = new Set<string>();

  look(heard: Heard): void {
    for (const rule of rules) {
      if (rule.about && !rule.about(heard)) continue;
      if (rule.holds(heard)) for (const id of rule.shows) this.shown.add(id);
      else this.faults.push(`not true: ${rule.what}: ${JSON.stringify(heard.message ?? heard.record).slice(0, 500)}`);
    }
  }

  /** Bytes that are no Record or Message. */
  unreadable(cause: unknown): void {
    this.faults.push(`not readable: ${String(cause)}`);
  }
}

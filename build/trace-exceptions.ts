/** Requirements that no test shows, and why. One that is shown after all fails the report. */
import type { Exception } from './trace-report.ts';

export const exceptions: readonly Exception[] = [
  { ids: /^R-STOMP\./, status: 'not built', why: 'no STOMP' },
  { ids: /^R-WS\./, status: 'not built', why: 'no WebSocket' },
  { ids: /^R-BULK\./, status: 'not built', why: 'no bulk data collection' },
  { ids: /^R-DIS\.([1-9]|10|11)[a-d]?$/, status: 'not built', why: 'no discovery' },
  { ids: /^R-(COAP\.3|MQTT\.36|MQTT\.38)$/, status: 'not built', why: 'no discovery, so no DNS-SD records' },
  { ids: /^R-COAP\.1[4-6]$/, status: 'not built', why: 'no DTLS' },
  { ids: /^R-SMM\./, status: 'not applicable', why: 'no software modules to manage' },
  { ids: /^R-(REG|DEREG)\./, status: 'not applicable', why: 'the agent is no USP Service: it registers nothing' },
  {
    ids: /^R-E2E\.([3-57-9]|6|6b|1\d|2[0-5]|2)$/,
    status: 'not built',
    why: 'no session contexts: whoever begins one is told so (R-E2E.6a)',
  },
  {
    ids: /^R-E2E\.(2[89]|3\d(\.1)?|4\d[ab]?)$/,
    status: 'not built',
    why: 'no signatures, and no TLS inside of Records',
  },
  { ids: /^R-ARC\.0$/, status: 'not applicable', why: 'allows something to those who give out Endpoint IDs' },
  { ids: /^R-ADD\.2$/, status: 'not applicable', why: 'deprecated: R-ADD.2a has taken its place' },
  { ids: /^R-SET\.2b$/, status: 'not applicable', why: 'allows to stop at an error; the agent tells all of them' },
  { ids: /^R-MQTT\.5$/, status: 'not built', why: 'of the profile MQTTClientExtended:1, PublishErrors is missing' },
  { ids: /^R-MQTT\.26a$/, status: 'not applicable', why: 'both ends speak with the broker, each in its own version' },
  {
    ids: /^R-MQTT\.49$|^R-UDS\.23b$/,
    status: 'not applicable',
    why: 'allows something to those who issue certificates',
  },
  { ids: /^R-UDS\.23a$/, status: 'not applicable', why: 'no TLS on the local socket' },
  {
    ids: /^R-(ARC\.4a|SEC\.(5|10|11|12))$/,
    status: 'not applicable',
    why: "the agent makes no certificate: the operator's is used",
  },
  {
    ids: /^R-(MTP\.4a|SEC\.(0|0a|3|4|4a|6|8|19|20|22|22a|23|23a|24|24a|25|26|26a))$/,
    status: 'not built',
    why: 'no certificates of Controllers: they are believed by the way that their Records come (docs/architecture.md, Trust)',
  },
  { ids: /^R-SEC\.1[345]$/, status: 'not applicable', why: 'no factory-default challenge' },
];

import { messageTarget } from './targets/message.ts';
import { modbusTarget } from './targets/modbus.ts';
import { mqttTarget } from './targets/mqtt.ts';
import { recordTarget } from './targets/record.ts';
import { coapTarget, journalTarget, udsTarget } from './targets/streams.ts';
import { configTarget, nmeaTarget, pathTarget } from './targets/texts.ts';

export const targets = [
  recordTarget,
  messageTarget,
  pathTarget,
  configTarget,
  nmeaTarget,
  modbusTarget,
  mqttTarget,
  coapTarget,
  udsTarget,
  journalTarget,
];

import { Fault, INVALID_VALUE } from '../errors.ts';

/** The MTPs that we speak, in the spelling of LocalAgent.SupportedProtocols. */
export const supportedProtocols: readonly string[] = ['CoAP', 'MQTT', 'UDS'];

/** MTP.{i}.Protocol takes a value of SupportedProtocols (TR-181 enumerationRef); empty until it is chosen. */
export function protocolCheck(value: string): Fault | undefined {
  if (value === '' || supportedProtocols.includes(value)) return undefined;
  return new Fault(INVALID_VALUE, `Protocol: one of ${supportedProtocols.join(', ')} is expected`, 'Protocol');
}

import { count, defineObject, keep, live, read } from '../define.ts';
import { protocolCheck, supportedProtocols } from './protocols.ts';

export const localAgent = defineObject('Device.LocalAgent.', {
  params: {
    EndpointID: read((_, { identity }) => identity.endpointId),
    SoftwareVersion: read((_, { identity }) => identity.softwareVersion),
    UpTime: read((_, { clock }) => Math.floor(clock.monotonicMs() / 1000)),
    SupportedProtocols: read(() => supportedProtocols.join(',')),
    MTPNumberOfEntries: count('MTP'),
    ControllerNumberOfEntries: count('Controller'),
    SubscriptionNumberOfEntries: count('Subscription'),
    RequestNumberOfEntries: count('Request'),
  },
  events: ['Periodic!'],
});

export const agentMtp = defineObject('Device.LocalAgent.MTP.{i}.', {
  rowsMax: 16,
  params: {
    Alias: keep(),
    Enable: keep(),
    Status: live('Down'),
    Protocol: keep({ check: protocolCheck }),
  },
});

export const agentMtpMqtt = defineObject('Device.LocalAgent.MTP.{i}.MQTT.', {
  params: {
    Reference: keep(),
    ResponseTopicConfigured: keep(),
    ResponseTopicDiscovered: live(),
    PublishQoS: keep({ initial: 1 }),
  },
});

export const agentMtpCoap = defineObject('Device.LocalAgent.MTP.{i}.CoAP.', {
  params: {
    Port: keep(),
    Path: keep(),
    // No DTLS yet: an encrypted CoAP endpoint would be a lie.
    EnableEncryption: keep({ initial: false, readOnly: true }),
  },
});

export const agentMtpUds = defineObject('Device.LocalAgent.MTP.{i}.UDS.', {
  params: {
    UnixDomainSocketRef: keep(),
  },
});

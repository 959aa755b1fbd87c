import { count, defineObject, keep, live, read } from '../define.ts';
import { subscriptionRowsMax } from '../limits.ts';
import { fingerprintAlgorithms } from './certificate.ts';
import { protocolCheck, supportedProtocols } from './protocols.ts';
import { thresholdOperators } from './threshold.ts';

export const localAgent = defineObject('Device.LocalAgent.', {
  params: {
    EndpointID: read((_, { identity }) => identity.endpointId),
    SoftwareVersion: read((_, { identity }) => identity.softwareVersion),
    UpTime: read((_, { clock }) => Math.floor(clock.monotonicMs() / 1000)),
    SupportedProtocols: read(() => supportedProtocols.join(',')),
    // Profile LocalAgent:1 wants it; there is no mDNS that would advertise it.
    AdvertisedDeviceSubtypes: keep(),
    SupportedFingerprintAlgorithms: read(() => fingerprintAlgorithms.join(',')),
    MTPNumberOfEntries: count('MTP'),
    ControllerNumberOfEntries: count('Controller'),
    CertificateNumberOfEntries: count('Certificate'),
    SupportedThresholdOperator: read(() => thresholdOperators.join(',')),
    ThresholdNumberOfEntries: count('Threshold'),
    WatchdogNumberOfEntries: count('Watchdog'),
    SubscriptionNumberOfEntries: count('Subscription'),
    RequestNumberOfEntries: count('Request'),
    MonitorNumberOfEntries: count('Monitor'),
    SupportedNumberOfSubscriptions: read(() => subscriptionRowsMax),
  },
  commands: {
    'AddCertificate()': async (_, { Certificate, Alias }, { services }) =>
      (await services.certificates.add(Certificate ?? '', Alias)) ?? {},
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

import { count, defineObject, keep, live } from '../define.ts';
import { controllerRowsMax } from '../limits.ts';
import { protocolCheck } from './protocols.ts';

export const controller = defineObject('Device.LocalAgent.Controller.{i}.', {
  rowsMax: controllerRowsMax,
  params: {
    Alias: keep(),
    EndpointID: keep(),
    ControllerCode: keep(),
    ProvisioningCode: keep(),
    Enable: keep(),
    AssignedRole: keep(),
    InheritedRole: live(),
    PeriodicNotifInterval: keep({ initial: 86_400 }),
    PeriodicNotifTime: keep(),
    USPNotifRetryMinimumWaitInterval: keep(),
    USPNotifRetryIntervalMultiplier: keep(),
    MTPNumberOfEntries: count('MTP'),
    BootParameterNumberOfEntries: count('BootParameter'),
  },
});

export const controllerMtp = defineObject('Device.LocalAgent.Controller.{i}.MTP.{i}.', {
  rowsMax: 8,
  params: {
    Alias: keep(),
    Enable: keep(),
    Protocol: keep({ check: protocolCheck }),
    Order: keep({ initial: 1 }),
  },
});

export const controllerMtpMqtt = defineObject('Device.LocalAgent.Controller.{i}.MTP.{i}.MQTT.', {
  params: {
    Topic: keep(),
    AgentMTPReference: keep(),
    PublishRetainResponse: keep(),
    PublishRetainNotify: keep(),
  },
});

export const controllerMtpCoap = defineObject('Device.LocalAgent.Controller.{i}.MTP.{i}.CoAP.', {
  params: {
    Host: keep(),
    Port: keep({ initial: 5683 }),
    Path: keep(),
    // No DTLS yet: a Set to true is refused rather than ignored.
    EnableEncryption: keep({ initial: false, readOnly: true }),
  },
});

export const controllerMtpUds = defineObject('Device.LocalAgent.Controller.{i}.MTP.{i}.UDS.', {
  params: {
    UnixDomainSocketRef: keep(),
  },
});

export const bootParameter = defineObject('Device.LocalAgent.Controller.{i}.BootParameter.{i}.', {
  rowsMax: 32,
  params: {
    Alias: keep(),
    Enable: keep(),
    ParameterName: keep(),
  },
});

import { count, defineObject, keep, live } from '../define.ts';
import { controllerRowsMax } from '../limits.ts';
import type { TableNode } from '../node.ts';
import { protocolCheck } from './protocols.ts';
import { onlyBanned } from './roles.ts';

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
    Credential: keep(),
    PeriodicNotifInterval: keep({ initial: 86_400 }),
    PeriodicNotifTime: keep(),
    USPNotifRetryMinimumWaitInterval: keep(),
    USPNotifRetryIntervalMultiplier: keep(),
    MTPNumberOfEntries: count('MTP'),
    BootParameterNumberOfEntries: count('BootParameter'),
    OnBoardingComplete: keep(),
    OnBoardingRestartTime: keep(),
  },
  commands: {
    'SendOnBoardRequest()': async (row, _, { services }) => {
      // Its turning false asks for the request by itself [R-NOT.5].
      if (row.get('OnBoardingComplete') === true) {
        return (await services.commands.write(row.node, 'OnBoardingComplete', 'false')) ?? {};
      }
      services.onboarding.request(row.node);
      return {};
    },
  },
  check: row => onlyBanned(row, 'AssignedRole'),
});

export const controllerMtp = defineObject('Device.LocalAgent.Controller.{i}.MTP.{i}.', {
  rowsMax: 8,
  params: {
    Alias: keep(),
    Enable: keep(),
    Protocol: keep({ check: protocolCheck }),
    // One more than the largest, says TR-181: a new MTP is the last to be tried.
    Order: keep({ initial: ({ node }) => 1 + Math.max(0, ...ordersIn(node.table)) }),
  },
});

function ordersIn(table: TableNode | undefined): number[] {
  return Array.from(table?.rows.values() ?? [], row => Number(row.stored('Order')));
}

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
    // Profile UDSController:1 wants it; there are no USP Services.
    USPServiceRef: live(),
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

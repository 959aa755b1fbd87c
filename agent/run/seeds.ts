/** What the configuration file puts into the data model: roles, MTPs, controllers, capabilities. */

import type { Seed } from '../../datamodel/seed.ts';
import type { Config, ControllerConfig, MqttConfig } from '../config/types.ts';
import { urlHost } from '../config/url.ts';
import { localEndpointId } from '../security/controllers.ts';
import { capabilitySeed } from './capability-seed.ts';
import { deviceSeed, nodeSeed } from './proxied.ts';
import { bannedRole, fullAccessRole, untrustedRole } from './vocabulary.ts';

const agent = 'Device.LocalAgent.';
const everything = { Param: 'rwxn', Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };

/** ID of the seed of the MQTT client behind a controller's connection: one client for all that share it. */
export const mqttClientId = ({ broker, user, clientId }: MqttConfig): string =>
  ['mqtt client', urlHost(broker), broker.port, user, clientId].filter(part => part !== undefined).join(' ');

const mqttMtpId = (mqtt: MqttConfig) => `mtp ${mqttClientId(mqtt)} ${mqtt.agentTopic ?? ''}`;

/** All seeds, each after those that it refers to. */
export function seedsOf(config: Config, endpointId: string): Seed[] {
  const seeds = [...roleSeeds(), ...localSeeds()];
  for (const controller of config.controllers) {
    if (controller.mqtt) addOnce(seeds, mqttSeeds(controller.mqtt, endpointId));
  }
  if (config.coap) seeds.push(coapSeed(config.coap));
  for (const controller of config.controllers) seeds.push(...controllerSeeds(controller));
  const owners = [...config.devices.map(deviceSeed), ...config.nodes.map(nodeSeed)];
  return [...seeds, ...owners, ...config.capabilities.map(capabilitySeed)];
}

function addOnce(seeds: Seed[], more: readonly Seed[]): void {
  for (const seed of more) if (!seeds.some(known => known.id === seed.id)) seeds.push(seed);
}

function roleSeeds(): Seed[] {
  const trust = `${agent}ControllerTrust.`;
  const role = (name: string): Seed => ({
    id: `role ${name}`,
    at: `${trust}Role.`,
    values: { Enable: 'true', Name: name },
  });
  return [
    role(fullAccessRole),
    {
      id: `permission ${fullAccessRole}`,
      at: `%role ${fullAccessRole}%Permission.`,
      // The lowest Order, so that any Permission that is added overrides it.
      values: { Enable: 'true', Order: '0', Targets: 'Device.', ...everything },
    },
    role(untrustedRole),
    ...untrustedPermissions(trust),
    role(bannedRole),
    {
      id: 'controller trust',
      at: trust,
      values: {
        UntrustedRole: `%role ${untrustedRole}%`,
        BannedRole: `%role ${bannedRole}%`,
        // Nobody reads passwords back until somebody says who may.
        SecuredRoles: '',
      },
    },
  ];
}

/** Those whom nobody named may find out what they can be asked, and answer; no more. */
function untrustedPermissions(trust: string): Seed[] {
  const challenges = `${trust}Challenge.`;
  const permission = (name: string, values: Readonly<Record<string, string>>): Seed => ({
    id: `permission ${untrustedRole} ${name}`,
    at: `%role ${untrustedRole}%Permission.`,
    values: { Enable: 'true', ...values },
  });
  return [
    permission('challenges', { Order: '1', Targets: challenges, Obj: 'r---', InstantiatedObj: 'r---' }),
    permission('descriptions', {
      Order: '2',
      Targets: `${challenges}*.Alias,${challenges}*.Description`,
      Param: 'r---',
    }),
    permission('answers', {
      Order: '3',
      Targets: `${trust}RequestChallenge(),${trust}ChallengeResponse()`,
      CommandEvent: 'r-x-',
    }),
  ];
}

/** The command line: the one controller that is always there, on the local socket. */
function localSeeds(): Seed[] {
  const socket = 'Device.UnixDomainSockets.UnixDomainSocket.1';
  return [
    {
      id: 'mtp local socket',
      at: `${agent}MTP.`,
      values: { Enable: 'true', Protocol: 'UDS', 'UDS.UnixDomainSocketRef': socket },
    },
    {
      id: `controller ${localEndpointId}`,
      at: `${agent}Controller.`,
      values: {
        EndpointID: localEndpointId,
        Enable: 'true',
        AssignedRole: `%role ${fullAccessRole}%`,
        OnBoardingComplete: 'true',
      },
    },
    {
      id: `controller ${localEndpointId} UDS`,
      at: `%controller ${localEndpointId}%MTP.`,
      values: { Enable: 'true', Protocol: 'UDS', 'UDS.UnixDomainSocketRef': socket },
    },
  ];
}

function mqttSeeds(mqtt: MqttConfig, endpointId: string): Seed[] {
  const id = mqttClientId(mqtt);
  const topic = topicOf(mqtt, endpointId);
  const client: Seed = {
    id,
    at: 'Device.MQTT.Client.',
    values: {
      Name: id.slice('mqtt client '.length).slice(0, 64),
      Enable: 'true',
      ProtocolVersion: mqtt.version,
      BrokerAddress: mqtt.broker.host,
      BrokerPort: String(mqtt.broker.port),
      TransportProtocol: mqtt.broker.tls ? 'TLS' : 'TCP/IP',
      KeepAliveTime: String(mqtt.keepAliveSeconds),
      ClientID: mqtt.clientId ?? '',
      Username: mqtt.user ?? '',
      Password: mqtt.password ?? '',
      ConnectRetryTime: String(mqtt.retry.minimumWaitIntervalSeconds),
      ConnectRetryIntervalMultiplier: String(mqtt.retry.intervalMultiplier),
      ConnectRetryMaxInterval: String(mqtt.retry.maximumIntervalSeconds),
    },
  };
  const subscription: Seed = {
    id: `${id} subscription ${topic}`,
    at: `%${id}%Subscription.`,
    values: { Enable: 'true', Topic: topic, QoS: String(mqtt.qos) },
  };
  const mtp: Seed = {
    id: mqttMtpId(mqtt),
    at: `${agent}MTP.`,
    values: {
      Enable: 'true',
      Protocol: 'MQTT',
      'MQTT.Reference': `%${id}%`,
      'MQTT.ResponseTopicConfigured': topic,
      'MQTT.PublishQoS': String(mqtt.qos),
    },
  };
  return topic === '' ? [client, mtp] : [client, subscription, mtp];
}

/** `{endpoint}` stands for the Endpoint ID, with what a topic cannot hold replaced. */
function topicOf({ agentTopic }: MqttConfig, endpointId: string): string {
  return (agentTopic ?? '').replaceAll('{endpoint}', endpointId.replace(/[/+#]/g, '_'));
}

function coapSeed({ listen }: NonNullable<Config['coap']>): Seed {
  const values = { Enable: 'true', Protocol: 'CoAP', 'CoAP.Port': String(listen.port), 'CoAP.Path': listen.path };
  return { id: 'mtp coap', at: `${agent}MTP.`, values };
}

function controllerSeeds(controller: ControllerConfig): Seed[] {
  const id = `controller ${controller.endpoint}`;
  const { mqtt, coap, notifyRetry, periodicNotifIntervalSeconds } = controller;
  const row: Seed = {
    id,
    at: `${agent}Controller.`,
    values: {
      EndpointID: controller.endpoint,
      Enable: 'true',
      AssignedRole: `%role ${controller.role}%`,
      // Whoever is named in the file has been introduced.
      OnBoardingComplete: 'true',
      USPNotifRetryMinimumWaitInterval: String(notifyRetry.minimumWaitIntervalSeconds),
      USPNotifRetryIntervalMultiplier: String(notifyRetry.intervalMultiplier),
      ...(periodicNotifIntervalSeconds && { PeriodicNotifInterval: String(periodicNotifIntervalSeconds) }),
    },
  };
  const seeds = [row];
  if (mqtt) {
    const reference = { 'MQTT.Topic': mqtt.controllerTopic, 'MQTT.AgentMTPReference': `%${mqttMtpId(mqtt)}%` };
    seeds.push({ id: `${id} MQTT`, at: `%${id}%MTP.`, values: { Enable: 'true', Protocol: 'MQTT', ...reference } });
  }
  if (coap) {
    const { host, port, path } = coap.url;
    const place = { 'CoAP.Host': host, 'CoAP.Port': String(port), 'CoAP.Path': path };
    const order = mqtt ? '2' : '1';
    const values = { Enable: 'true', Protocol: 'CoAP', Order: order, ...place };
    seeds.push({ id: `${id} CoAP`, at: `%${id}%MTP.`, values });
  }
  return seeds;
}

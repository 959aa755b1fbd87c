/** The conversation, wired: Records, messages, notifications and the transports under them. */
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Clock, Log, Random } from '../../drivers/ports.ts';
import { resolveBeside } from '../config/paths.ts';
import type { Config } from '../config/types.ts';
import { Requests } from '../msg/requests.ts';
import { SupportedAnswers } from '../msg/supportedanswers.ts';
import { isActive } from '../notify/audience.ts';
import type { NotifySender } from '../notify/outboxes.ts';
import { Inbound } from '../record/inbound.ts';
import { Outbound } from '../record/outbound.ts';
import type { Transport } from '../record/transport.ts';
import { AccessControl } from '../security/access.ts';
import { Controllers } from '../security/controllers.ts';
import { Behaviours } from './behaviours.ts';
import type { TreeCommands } from './commands.ts';
import { CertificateWatch } from './expiry.ts';
import { goodbyeMsMax } from './limits.ts';
import type { TlsFiles } from './mqtt-rows.ts';
import { mqttClientId } from './seeds.ts';
import { type BeyondRows, type TransportEvents, Transports } from './transports.ts';

export interface MessagingParts {
  config: Config;
  /** The configuration file's path: files that it names lie beside it. */
  configFile: string;
  /** The path of each of the configuration's seeds. */
  paths: ReadonlyMap<string, string>;
  socketPath: string;
  endpointId: string;
  model: DataModel;
  /** What the journal holds, a live view. */
  state: ReadonlyMap<string, string>;
  /** Completed here, before any can come in. */
  commands: TreeCommands;
  clock: Clock;
  random: Random;
  log: Log;
}

export interface Messaging {
  readonly transports: Transports;
  /** Takes another configuration over, once its seeds are in the tree, at `paths`. */
  reconfigure(next: Config, paths: ReadonlyMap<string, string>): void;
  open(): Promise<void>;
  /** Says goodbye to controllers, and closes the transports. */
  close(): Promise<void>;
}

/** Opens nothing: a Record can come in once `open` is called. */
export function wireMessaging(parts: MessagingParts): Messaging {
  const { config, configFile, endpointId, model, state, log } = parts;
  const transports = new Transports({ ...parts, ...beyondRows(config, configFile, parts.paths) });
  const accessControl = new AccessControl(model);
  const isSpokenTo = (controller: ObjectNode) => isActive(controller) && !accessControl.isBanned(controller);
  const insecureEndpointIds = new Set(insecureOf(config));
  const controllers = new Controllers(model, accessControl, { insecureEndpointIds });
  const requests = new Requests(model);
  const supported = new SupportedAnswers(model.feed);
  Object.assign(parts.commands, { model, requests });
  const outbound = new Outbound(endpointId, transports, log);
  const held = new Set(config.controllers.filter(controller => controller.holdBoot).map(({ endpoint }) => endpoint));
  const sender: NotifySender = {
    send: (msg, to) => outbound.send(msg, to),
    isConnected: to => transports.to(to).some(({ transport }) => transport.isConnected()),
    holdsBoot: to => held.has(String(to.stored('EndpointID'))),
  };
  const outboxLimits = config.agent.notifications;
  const behaviours = new Behaviours({ model, state, accessControl, requests, sender, outboxLimits });
  const { outboxes } = behaviours;
  const answers = {
    acknowledged: behaviours.acknowledged.bind(behaviours),
    refused: behaviours.refused.bind(behaviours),
    answered: (controller: ObjectNode) => {
      if (held.delete(String(controller.stored('EndpointID')))) outboxes.resume(controller);
    },
  };
  const inbound = new Inbound({ endpointId, model, controllers, requests, supported, outbound, answers });
  const certificates = new CertificateWatch({ ...parts, crypto: model.services.crypto });
  return {
    transports,
    reconfigure(next, paths) {
      certificates.look(next);
      insecureEndpointIds.clear();
      for (const endpointId of insecureOf(next)) insecureEndpointIds.add(endpointId);
      transports.reconfigure(beyondRows(next, configFile, paths));
    },
    async open() {
      certificates.look(config);
      await behaviours.open();
      await transports.open({
        received: (bytes, origin) => inbound.receive(bytes, origin),
        connected: (transport, details) => {
          outbound.connected(transport, details);
          for (const { controller, address } of reachedBy(transport, details, transports, model)) {
            if (isSpokenTo(controller)) void outbound.connect(controller, { transport, address });
            outboxes.connected(controller);
          }
        },
      });
    },
    async close() {
      certificates.close();
      behaviours.close();
      await sayGoodbye(parts, transports, outbound, isSpokenTo);
      await transports.close();
    },
  };
}

/** The Controllers that a transport leads to, and where; of one connection of the local socket, whoever is at its other end. */
function* reachedBy(
  transport: Transport,
  { address, endpointId }: Parameters<TransportEvents['connected']>[1],
  transports: Transports,
  model: DataModel,
): Generator<{ controller: ObjectNode; address: string }> {
  for (const controller of model.table('Device.LocalAgent.Controller.').rows.values()) {
    const route = transports.to(controller).find(each => each.transport === transport);
    const isMeant = endpointId === undefined || endpointId === controller.stored('EndpointID');
    if (route && isMeant) yield { controller, address: address ?? route.address };
  }
}

/** Tells every Controller that can be reached. One that is gone (CoAP tells only after minutes) does not keep the agent. */
async function sayGoodbye(
  { model, clock }: MessagingParts,
  transports: Transports,
  outbound: Outbound,
  isSpokenTo: (controller: ObjectNode) => boolean,
): Promise<void> {
  const goodbyes: Promise<void>[] = [];
  for (const controller of model.table('Device.LocalAgent.Controller.').rows.values()) {
    if (!isSpokenTo(controller)) continue;
    for (const route of transports.to(controller)) {
      if (route.transport.isConnected()) goodbyes.push(outbound.disconnect(controller, route, 'the agent stops'));
    }
  }
  await new Promise<void>(resolve => {
    const enough = clock.after(goodbyeMsMax, resolve);
    void Promise.allSettled(goodbyes).then(() => {
      enough.stop();
      resolve();
    });
  });
}

const insecureOf = ({ controllers }: Config): string[] =>
  controllers.filter(controller => controller.insecure).map(({ endpoint }) => endpoint);

/** What transports are told that TR-181 has no parameters for. */
function beyondRows(config: Config, configFile: string, paths: ReadonlyMap<string, string>): BeyondRows {
  const tlsFiles = new Map<string, TlsFiles>();
  const beside = (path: string | undefined) => path && resolveBeside(configFile, path);
  for (const { mqtt } of config.controllers) {
    const path = mqtt && paths.get(mqttClientId(mqtt));
    if (mqtt && path) tlsFiles.set(path, { ca: beside(mqtt.ca), cert: beside(mqtt.cert), key: beside(mqtt.key) });
  }
  return { coapHost: config.coap?.listen.host, tlsFiles };
}

// Profiles of TR-181 that TR-369 wants of an agent with our MTPs: no supported parameter of theirs is missing.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bound } from '../../helpers/world.ts';

const udsParams = {
  'LocalAgent.MTP.UDS': ['UnixDomainSocketRef'],
  'LocalAgent.Controller.MTP.UDS': ['UnixDomainSocketRef', 'USPServiceRef'],
  UnixDomainSockets: ['UnixDomainSocketNumberOfEntries'],
  'UnixDomainSockets.UnixDomainSocket': ['Alias', 'Mode', 'Path'],
};

/** Of these parameters, by path of their object below Device without `{i}`, those that are missing. */
function missing(wanted: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(wanted).flatMap(([path, names]) => {
    const object = path.split('.').reduce<typeof bound | undefined>((at, name) => at?.children.get(name), bound);
    return names.filter(name => !object?.schema.paramByName.has(name)).map(name => `${path}.${name}`);
  });
}

test('R-UDS.1: the profiles UDSAgent:1 and UDSController:1 are whole', () => {
  assert.equal(missing(udsParams), []);
  assert.equal(missing({ UnixDomainSockets: ['Other'] }), ['UnixDomainSockets.Other']);
});

test('the profile LocalAgent:1 is whole', () => {
  const own = ['EndpointID', 'AdvertisedDeviceSubtypes', 'MTPNumberOfEntries'];
  assert.equal(missing({ LocalAgent: own, 'LocalAgent.MTP': ['Alias', 'Protocol'] }), []);
});

test.run();

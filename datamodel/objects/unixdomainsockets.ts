import { count, defineObject, live } from '../define.ts';

export const unixDomainSockets = defineObject('Device.UnixDomainSockets.', {
  params: {
    UnixDomainSocketNumberOfEntries: count('UnixDomainSocket'),
  },
});

export const unixDomainSocket = defineObject('Device.UnixDomainSockets.UnixDomainSocket.{i}.', {
  rows: 'fixed',
  volatile: true,
  params: {
    Alias: live(),
    Mode: live('Listen'),
    Path: live(),
  },
});

import { set } from '../../soak/chores.ts';
import { coreRow } from '../core.ts';

export const row = coreRow({
  what: 'Set of 1 parameter, journalled',
  request: number => set('Device.LocalAgent.Controller.1.', { ProvisioningCode: `code ${number}` }),
});

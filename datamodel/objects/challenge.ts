import { defineObject, keep } from '../define.ts';
import { challengeRowsMax } from '../limits.ts';

/** Consecutive wrong answers before a lockout, where nobody has said otherwise [R-SEC.16]. */
const retriesDefault = 3;

/** What a Controller can be asked in order to get a role; agent/security/challenges.ts asks. */
export const challenge = defineObject('Device.LocalAgent.ControllerTrust.Challenge.{i}.', {
  rowsMax: challengeRowsMax,
  params: {
    Alias: keep(),
    Description: keep(),
    Role: keep(),
    Enable: keep(),
    Type: keep({ initial: 'Passphrase' }),
    Value: keep(),
    ValueType: keep({ initial: 'text/plain' }),
    Instruction: keep(),
    InstructionType: keep({ initial: 'text/plain' }),
    Retries: keep({ initial: retriesDefault }),
    LockoutPeriod: keep(),
  },
});

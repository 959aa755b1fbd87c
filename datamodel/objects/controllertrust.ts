import { count, defineObject, keep } from '../define.ts';
import { COMMAND_FAILURE, Fault, INVALID_VALUE } from '../errors.ts';
import { permissionRowsMax, roleRowsMax } from '../limits.ts';
import { parsePath } from '../path/parse.ts';
import { splitReferences } from '../references.ts';

/** TR-181 RequestChallenge().RequestExpiration says so in words. */
const challengeExpirationSecondsDefault = 900;

const permissionSyntax = /^[r-][w-][x-][n-]$/;

export const controllerTrust = defineObject('Device.LocalAgent.ControllerTrust.', {
  params: {
    UntrustedRole: keep(),
    BannedRole: keep(),
    SecuredRoles: keep(),
    RoleNumberOfEntries: count('Role'),
    CredentialNumberOfEntries: count('Credential'),
    ChallengeNumberOfEntries: count('Challenge'),
  },
  commands: {
    'RequestChallenge()': async (_, { ChallengeRef, RequestExpiration }, { services, controller }) => {
      if (!controller) return new Fault(COMMAND_FAILURE, 'only a controller can be challenged');
      const seconds = Number(RequestExpiration ?? challengeExpirationSecondsDefault);
      return services.challenges.request(controller, ChallengeRef ?? '', seconds);
    },
    'ChallengeResponse()': async (_, { ChallengeID, Value }, { services, controller }) => {
      if (!controller) return new Fault(COMMAND_FAILURE, 'only a controller can be challenged');
      return (await services.challenges.respond(controller, ChallengeID ?? '', Value ?? '')) ?? {};
    },
  },
});

export const role = defineObject('Device.LocalAgent.ControllerTrust.Role.{i}.', {
  rowsMax: roleRowsMax,
  params: {
    Alias: keep(),
    Enable: keep(),
    Name: keep(),
    PermissionNumberOfEntries: count('Permission'),
  },
});

export const permission = defineObject('Device.LocalAgent.ControllerTrust.Role.{i}.Permission.{i}.', {
  rowsMax: permissionRowsMax,
  params: {
    Alias: keep(),
    Enable: keep(),
    Order: keep(),
    Targets: keep({ check: targetsCheck }),
    Param: keep({ check: value => permissionCheck('Param', value) }),
    Obj: keep({ check: value => permissionCheck('Obj', value) }),
    InstantiatedObj: keep({ check: value => permissionCheck('InstantiatedObj', value) }),
    CommandEvent: keep({ check: value => permissionCheck('CommandEvent', value) }),
  },
});

function permissionCheck(param: string, value: string): Fault | undefined {
  if (permissionSyntax.test(value)) return undefined;
  return new Fault(INVALID_VALUE, `${param}: rwxn with "-" for what is not granted is expected, as in r--n`, param);
}

function targetsCheck(value: string): Fault | undefined {
  for (const target of value === '' ? [] : splitReferences(value)) {
    const parsed = parsePath(target);
    if ('reason' in parsed) return new Fault(INVALID_VALUE, `${target}: ${parsed.reason}`, 'Targets');
  }
  return undefined;
}

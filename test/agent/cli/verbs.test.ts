// Each verb against a whole agent, over its real local socket.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { until } from '../../helpers/until.ts';
import { commandLine, type Outcome, startListeningAgent } from './terminal.ts';

const configuration = `
[agent]
endpoint = "self::verbs"
serial-number = "42"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"
type = "DoorOpen"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"
`;

const hardware = new SimHardware(new HostClock());
hardware.gpio('pin 11');
const fan = hardware.gpio('pin 13');
const agent = await startListeningAgent(configuration, { hardware });

function ask(...args: string[]): Promise<Outcome> {
  return commandLine(...args, '--socket', agent.socketPath);
}

async function json(...args: string[]): Promise<{ code: number; document: unknown }> {
  const { code, out } = await ask(...args, '--json');
  return { code, document: JSON.parse(out) };
}

const fanPath = 'Device.IoTCapability.2.BinaryControl.';
const isFan = 'Device.IoTCapability.[Name=="fan"].BinaryControl.';
const subscriptions = 'Device.LocalAgent.Subscription.';

/** The first word is the verb; what it prints and says, whole. */
const exchanges: readonly [args: string[], expected: Outcome][] = [
  [
    ['get', 'Device.DeviceInfo.SerialNumber', 'Device.IoTCapability.*.Name'],
    {
      code: 0,
      out: [
        'Device.DeviceInfo.SerialNumber = 42',
        'Device.IoTCapability.1.Name    = door',
        'Device.IoTCapability.2.Name    = fan',
      ].join('\n'),
      err: '',
    },
  ],
  [
    ['get', 'Device.IoTCapability.', '--depth', '1'],
    {
      code: 0,
      out: [
        'Device.IoTCapability.1.Alias = cpe-1',
        'Device.IoTCapability.1.Name  = door',
        'Device.IoTCapability.1.Class = BinarySensor',
        'Device.IoTCapability.2.Alias = cpe-2',
        'Device.IoTCapability.2.Name  = fan',
        'Device.IoTCapability.2.Class = BinaryControl',
      ].join('\n'),
      err: '',
    },
  ],
  [
    ['get', 'Device.LocalAgent.EndpointID', 'Device.Nope.', 'Device.DeviceInfo'],
    {
      code: 1,
      out: 'Device.LocalAgent.EndpointID = self::verbs',
      err: [
        'uspi: Device.Nope.: 7026 Device.Nope. is not in the supported data model',
        'uspi: Device.DeviceInfo: 7026 Device.DeviceInfo is not in the supported data model; the path of an object ends with a dot',
      ].join('\n'),
    },
  ],
  [['set', `${isFan}Value`, 'true'], { code: 0, out: `${fanPath}Value = true`, err: '' }],
  [['set', `${isFan}Value=false`], { code: 0, out: `${fanPath}Value = false`, err: '' }],
  [
    ['set', 'Device.DeviceInfo.ProvisioningCode', '-1', 'Device.LocalAgent.Controller.1.PeriodicNotifInterval=60'],
    {
      code: 0,
      out: [
        'Device.DeviceInfo.ProvisioningCode                   = -1',
        'Device.LocalAgent.Controller.1.PeriodicNotifInterval = 60',
      ].join('\n'),
      err: '',
    },
  ],
  [
    ['instances', 'Device.IoTCapability'],
    {
      code: 0,
      out: 'Device.IoTCapability.1.  Alias="cpe-1" Name="door"\nDevice.IoTCapability.2.  Alias="cpe-2" Name="fan"',
      err: '',
    },
  ],
  [
    ['instances', 'Device.DeviceInfo.'],
    { code: 1, out: '', err: 'uspi: Device.DeviceInfo.: 7018 Device.DeviceInfo. is not a table' },
  ],
  // What is not there is in the state that was asked for [R-DEL.2a].
  [['del', `${subscriptions}7.`], { code: 0, out: '', err: '' }],
  [
    ['del', 'Device.IoTCapability.1.'],
    {
      code: 1,
      out: '',
      err: 'uspi: Device.IoTCapability.1.: 7024 rows of Device.IoTCapability. cannot be deleted',
    },
  ],
];

for (const [args, expected] of exchanges) {
  test(`uspi ${args.join(' ')}`, async () => {
    assert.equal(await ask(...args), expected);
  });
}

test('set changes all or nothing', async () => {
  const { code, out, err } = await ask('set', 'Device.DeviceInfo.ProvisioningCode', 'new', `${isFan}Value`, 'maybe');
  assert.is(code, 1);
  assert.is(out, '');
  assert.match(err, `uspi: ${fanPath}Value: 7011 `);
  assert.match((await ask('get', 'Device.DeviceInfo.ProvisioningCode')).out, / = -1$/);
});

test('set reaches the hardware before it is answered', async () => {
  await ask('set', `${isFan}Value`, 'true');
  assert.ok(fan.wireIsHigh);
  await ask('set', `${isFan}Value`, 'false');
  assert.not(fan.wireIsHigh);
});

test('add makes a row, instances shows it, del takes it away', async () => {
  const keys = { Recipient: 'Device.LocalAgent.Controller.1', ID: 'a b' };
  const added = await json('add', subscriptions, 'ID=a b', 'NotifType=Event', 'ReferenceList=Device.Boot!');
  const [row] = (added.document as { created: { path: string; keys: Record<string, string> }[] }).created;
  assert.is(added.code, 0);
  assert.match(row!.path, /^Device\.LocalAgent\.Subscription\.\d+\.$/);
  assert.is(row!.keys.ID, keys.ID);
  const { document } = await json('instances', subscriptions);
  assert.equal(document, { instances: [{ path: row!.path, keys: row!.keys }], errors: [] });
  const twice = await ask('add', subscriptions, 'ID=a b');
  assert.is(twice.code, 1);
  assert.match(twice.err, /^uspi: .*: 7025 /);
  assert.equal(await json('del', row!.path.slice(0, -1)), { code: 0, document: { deleted: [row!.path], errors: [] } });
});

test('operate runs a command', async () => {
  const { code, out } = await ask('operate', `${isFan}Toggle()`);
  assert.is(code, 0);
  assert.match(out, /^Device\.IoTCapability\.2\.BinaryControl\.Toggle\(\) /);
  await until('the fan to turn', () => fan.wireIsHigh);
  const wrong = await ask('operate', `${isFan}Explode()`);
  assert.is(wrong.code, 1);
  assert.match(wrong.err, /^uspi: .*7026 /);
});

test('schema shows types, access, keys and commands', async () => {
  const { code, out } = await ask('schema', 'Device.IoTCapability.');
  assert.is(code, 0);
  assert.match(out, /^Device\.IoTCapability\.\{i\}\. {2}rows read-only {2}keys Alias, Name$/m);
  assert.match(out, /^ {2}Value +boolean +read-write +notified$/m);
  assert.match(out, /^ {2}Toggle\(\) +command +a?sync +\(\)$/m);
  const { document } = await json('schema', 'Device.LocalAgent.Subscription.{i}.ID');
  const param = { name: 'ID', access: 'read-write', type: 'string', valueChange: 'notified' };
  const [object] = (document as { objects: Record<string, unknown>[] }).objects;
  assert.equal(object?.params, [param]);
  assert.is(object?.access, 'add-delete');
  assert.is(object?.isTable, true);
});

/** Each verb's document has the same keys whether all, some or nothing was refused. */
const shapes: readonly [args: string[], keys: string[]][] = [
  [
    ['get', 'Device.Nope.'],
    ['values', 'errors'],
  ],
  [
    ['set', 'Device.Nope.A', '1'],
    ['updated', 'errors'],
  ],
  [
    ['add', 'Device.Nope.'],
    ['created', 'errors'],
  ],
  [
    ['del', 'Device.Nope.1.'],
    ['deleted', 'errors'],
  ],
  [
    ['operate', 'Device.Nope()'],
    ['results', 'errors'],
  ],
  [
    ['instances', 'Device.Nope.'],
    ['instances', 'errors'],
  ],
  [
    ['schema', 'Device.Nope.'],
    ['objects', 'errors'],
  ],
];

for (const [args, keys] of shapes) {
  test(`uspi ${args.join(' ')} --json`, async () => {
    const { code, document } = await json(...args);
    assert.is(code, 1);
    assert.equal(Object.keys(document as object), keys);
    const [error] = (document as { errors: { path: string; code: number; message: string }[] }).errors;
    assert.equal(Object.keys(error!), ['path', 'code', 'message']);
    assert.ok(error!.code >= 7000 && error!.message !== '');
  });
}

test('--json keeps values as they are, whatever is in them', async () => {
  const value = 'a\u001b[31m"b" = c';
  await ask('set', `Device.DeviceInfo.ProvisioningCode=${value}`);
  const path = 'Device.DeviceInfo.ProvisioningCode';
  assert.equal((await json('get', path)).document, { values: { [path]: value }, errors: [] });
  assert.is((await ask('get', path)).out, `${path} = a\\u{1b}[31m"b" = c`);
});

test.after(() => agent.stop());
test.run();

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Fault } from '../../datamodel/errors.ts';
import { parseTriggerSetting } from '../../datamodel/triggersetting.ts';

const good: [entry: string, objectPath: string, param: string, value: string][] = [
  ['Device.LocalAgent.Subscription.3.Enable=false', 'Device.LocalAgent.Subscription.3.', 'Enable', 'false'],
  ['Device.X.Name="a text"', 'Device.X.', 'Name', 'a text'],
  ['Device.X.Name=""', 'Device.X.', 'Name', ''],
  ['Device.X.Name=', 'Device.X.', 'Name', ''],
  ['Device.X.Name="a=b"', 'Device.X.', 'Name', 'a=b'],
  ['Device.X.Name="a%2C%20b"', 'Device.X.', 'Name', 'a, b'],
  ['Device.X.Name=bare', 'Device.X.', 'Name', 'bare'],
  ['Device.X.Level = -12.5', 'Device.X.', 'Level', '-12.5'],
  ['Device.X.[Name=="fan"].Value=true', 'Device.X.[Name=="fan"].', 'Value', 'true'],
  ['Device.X.*.Value=1', 'Device.X.*.', 'Value', '1'],
];

for (const [entry, objectPath, param, value] of good) {
  test(`reads ${entry}`, () => assert.equal(parseTriggerSetting(entry), { objectPath, param, value }));
}

for (const entry of [
  '',
  'Device.X.Name',
  '=1',
  'Name=1',
  'Device.X.=1',
  'Device.X.Do()=1',
  'Device.X!=1',
  'Device..X=1',
  'Device.X.Name="open',
  'Device.X.Name="',
]) {
  test(`refuses "${entry}"`, () => {
    const setting = parseTriggerSetting(entry);
    assert.ok(setting instanceof Fault);
    assert.is(setting.code, 7012);
  });
}

test.run();

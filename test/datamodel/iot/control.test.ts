import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Control, type ControlValue } from '../../../datamodel/iot/control.ts';
import { binarySwitch, type Channel } from '../../../drivers/define.ts';

const dimmer: Channel = { class: 'LevelControl', type: 'Intensity', unit: '%', range: [0, 100], resolution: 0.1 };
const mode: Channel = { class: 'EnumControl', type: 'FanMode', validValues: ['Off', 'Low', 'High'] };

const control = (channel: Channel, initial?: ControlValue, range?: [number, number]) =>
  new Control({ name: 'it', channelName: 'it', channel, initial, range });

test('the initial value is the safe one unless the configuration says otherwise', () => {
  assert.is(control(binarySwitch()).initial, false);
  assert.is(control(binarySwitch(), true).wanted, true);
  assert.is(control(dimmer).initial, 0);
  assert.is(control(dimmer, undefined, [5, 25]).initial, 5);
  assert.is(control({ ...dimmer, range: [-20, -5] }).initial, -5);
  assert.is(control(mode).initial, 'Off');
});

test('what the channel cannot take is refused', () => {
  assert.is(control(dimmer).refusal(100), undefined);
  assert.is(control(dimmer).refusal(101)?.message, '101 is outside 0 to 100');
  assert.is(control(dimmer, undefined, [0, 50]).refusal(60)?.code, 'unsupported');
  assert.is(control(mode).refusal('Medium')?.code, 'unsupported');
  assert.is(control(binarySwitch()).refusal(1)?.code, 'unsupported');
});

test('what is read back counts as the same at the resolution of the channel', () => {
  const lamp = control(dimmer, 33.333);
  assert.is(lamp.isHeldBy(33.3), true);
  assert.is(lamp.isHeldBy(33.4), false);
  assert.is(control(binarySwitch(), true).isHeldBy(false), false);
});

test.run();

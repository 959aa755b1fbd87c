import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { classesFor, misfitOf } from '../../../datamodel/iot/classes.ts';
import { FilterError, parseFilter } from '../../../datamodel/iot/filters/parse.ts';
import { binary, binarySwitch, type Channel, temperature } from '../../../drivers/define.ts';

const boundless: Channel = { class: 'LevelSensor', type: 'Meter', unit: '-' };

function filter(text: string) {
  const parsed = parseFilter(text);
  if (parsed instanceof FilterError) throw new Error(text);
  return parsed;
}

test('a level can be shown as a level or as a threshold on it; all else as itself', () => {
  assert.equal(classesFor(temperature()), ['LevelSensor', 'BinarySensor']);
  assert.equal(classesFor(binary()), ['BinarySensor']);
  assert.equal(classesFor(binarySwitch()), ['BinaryControl']);
});

test('a class that does not fit is refused', () => {
  const misfit = misfitOf({ channel: binary(), class: 'LevelSensor', filters: [] });
  assert.is(misfit?.code, 'class');
  assert.is(misfit?.expected, 'one of BinarySensor');
});

test('a threshold needs a range, of the channel or of the configuration', () => {
  assert.is(misfitOf({ channel: boundless, class: 'BinarySensor', filters: [] })?.code, 'range');
  assert.is(misfitOf({ channel: boundless, class: 'BinarySensor', filters: [], range: [5, 5] })?.code, 'range');
  assert.is(misfitOf({ channel: boundless, class: 'BinarySensor', filters: [], range: [0, 5] }), undefined);
  assert.is(misfitOf({ channel: temperature(), class: 'BinarySensor', filters: [] }), undefined);
  assert.is(misfitOf({ channel: binary(), class: 'BinarySensor', filters: [] }), undefined);
});

test('a filter that compares numbers does not fit a contact', () => {
  const misfit = misfitOf({ channel: binary(), class: 'BinarySensor', filters: [filter('median 5')] });
  assert.is(misfit?.code, 'filter');
  assert.is(misfitOf({ channel: binary(), class: 'BinarySensor', filters: [filter('throttle 1s')] }), undefined);
  assert.is(misfitOf({ channel: temperature(), class: 'LevelSensor', filters: [filter('median 5')] }), undefined);
});

test.run();

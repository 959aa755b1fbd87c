import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Implausible, plausible } from '../../../datamodel/iot/plausibility.ts';
import { binary, type Channel, humidity, type Reading, temperature } from '../../../drivers/define.ts';

const why = (channel: Channel, reading: Reading) => {
  const judged = plausible(channel, reading);
  return judged instanceof Implausible ? judged.why : judged;
};

test('a number is rounded to the resolution', () => {
  assert.is(plausible(temperature(), 0.1 + 0.2), 0.3);
  assert.is(plausible(temperature({ resolution: 0.1 }), 21.8765), 21.9);
});

test('what is no number never becomes a value', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.is(why(temperature(), bad), 'not-a-number');
  }
});

test('what is outside the range never becomes a value, and the message says why', () => {
  assert.is(why(temperature(), -40.01), 'out-of-range');
  assert.is(why(temperature(), -40), -40);
  assert.is(why(temperature(), 125), 125);
  const judged = plausible(temperature(), 130);
  assert.ok(judged instanceof Implausible);
  assert.is(judged.message, '130 is outside -40 to 125');
});

test('it is rounded before it is held against the range', () => {
  assert.is(why(humidity(), 100.003), 100);
  assert.is(why(humidity(), 100.01), 'out-of-range');
});

test('a reading of another kind is refused', () => {
  assert.is(why(temperature(), true), 'wrong-kind');
  assert.is(why(temperature(), '21'), 'wrong-kind');
  assert.is(why(binary(), 1), 'wrong-kind');
  assert.is(why(binary(), true), true);
});

test('several numbers are taken all or not at all', () => {
  const location: Channel = {
    class: 'MultiLevelSensor',
    type: 'Location',
    range: [-180, 180],
    resolution: 0.0001,
    valueNames: ['Latitude', 'Longitude'],
  };
  assert.equal(plausible(location, [48.13721, 11.57556]), [48.1372, 11.5756]);
  assert.is(why(location, [48.1, 200]), 'out-of-range');
  assert.is(why(location, [Number.NaN, 11]), 'not-a-number');
  assert.is(why(location, [48.1]), 'wrong-kind');
});

test('a word must be one of ValidValues where there are any', () => {
  const light: Channel = { class: 'EnumSensor', type: 'X_USPI_Light', validValues: ['Red', 'Green'] };
  assert.is(why(light, 'Red'), 'Red');
  assert.is(why(light, 'Blue'), 'wrong-kind');
  assert.is(why({ class: 'BlobSensor', type: 'X_USPI_Tag' }, 'AAEC'), 'AAEC');
});

test.run();

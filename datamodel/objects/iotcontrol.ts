import { apply, type CommandHandler, defineObject, keep, live, type Row } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';
import { type Direction, stepLevel, stepWord } from '../iot/step.ts';
import type { ObjectNode } from '../node.ts';
import type { Scalar } from '../schema.ts';
import type { Services } from '../services.ts';
import { readList } from '../values/list.ts';
import { formatValue } from '../values.ts';

/** A write to Value reaches the actuator before it is committed. */
const drive = <V extends Scalar>(value: V, row: Row, { actuators }: Services) =>
  actuators.drive(row.node.parent ?? row.node, value);

/** The last command of each control, until it has ended: commands take turns, so that two steps at once are two steps. */
const turns = new WeakMap<ObjectNode, Promise<unknown>>();

/** A command that sets Value to what `next` makes of the row; where that is what it has, nothing is written. */
function sets(next: (row: Row) => Scalar): CommandHandler {
  return (row, _, { services }) => {
    const write = async () => {
      const value = next(row);
      if (value === row.get('Value')) return {};
      const text = typeof value === 'number' ? formatValue({ kind: 'decimal' }, value) : String(value);
      return (await services.commands.write(row.node, 'Value', text)) ?? {};
    };
    const turn = (turns.get(row.node) ?? Promise.resolve()).then(write, write);
    turns.set(row.node, turn);
    return turn;
  };
}

const levelStep = (direction: Direction) =>
  sets(row => {
    const [value, step, min, max] = ['Value', 'StepValue', 'MinValue', 'MaxValue'].map(name => Number(row.get(name)));
    return stepLevel(value!, step! * direction, [min!, max!]);
  });

const wordStep = (direction: Direction) =>
  sets(row => stepWord(String(row.get('Value')), readList(String(row.get('ValidValues'))), direction));

export const binaryControl = defineObject('Device.IoTCapability.{i}.BinaryControl.', {
  params: {
    Type: live(),
    Description: live(),
    Value: apply(drive),
  },
  commands: {
    'Toggle()': sets(row => row.get('Value') !== true),
  },
});

export const levelControl = defineObject('Device.IoTCapability.{i}.LevelControl.', {
  params: {
    Type: live(),
    Description: live(),
    Value: apply(drive),
    Unit: live(),
    MinValue: live(),
    MaxValue: live(),
    StepValue: keep({
      initial: 1,
      check: value => (value > 0 ? undefined : new Fault(INVALID_VALUE, 'a step is larger than 0', 'StepValue')),
    }),
  },
  check(row) {
    const [value, min, max] = [row.get('Value'), row.get('MinValue'), row.get('MaxValue')];
    if (value >= min && value <= max) return undefined;
    return new Fault(INVALID_VALUE, `${value} is outside ${min} to ${max}`, 'Value');
  },
  commands: {
    'StepUp()': levelStep(1),
    'StepDown()': levelStep(-1),
  },
});

export const enumControl = defineObject('Device.IoTCapability.{i}.EnumControl.', {
  params: {
    Type: live(),
    Description: live(),
    Value: apply(drive),
    ValidValues: live(),
  },
  check(row) {
    const [value, valid] = [String(row.get('Value')), readList(String(row.get('ValidValues')))];
    // Before it is joined to its actuator, a fresh row has neither.
    if (valid.includes(value) || valid.length === 0) return undefined;
    return new Fault(INVALID_VALUE, `"${value}" is none of ${valid.join(', ')}`, 'Value');
  },
  commands: {
    'StepUp()': wordStep(1),
    'StepDown()': wordStep(-1),
  },
});

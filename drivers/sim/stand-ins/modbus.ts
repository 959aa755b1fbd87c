/** What stands in for Modbus devices: registers and coils, which lie as each capability's options say. */
import { portFaults } from '../faults.ts';
import { type ModbusFault, type ModbusSlave, ModbusSlaves } from '../models/modbus-slave.ts';
import type { SimSerialPort } from '../serial.ts';
import type { DevicePlan, Motion, StandIn, Switch } from '../stand-in.ts';
import { bandOf, contact, wave } from './motions.ts';

/** How much later than its deadline a late answer comes, and the exception of a device that has failed (MAP, section 7). */
const lateMs = 500;
const deviceFailure = 4;

/** The devices on each line. */
const lines = new WeakMap<SimSerialPort, ModbusSlaves>();

/** A number as a device keeps it: in one register or in two. */
function keep(registers: Map<number, number>, value: number, { options }: DevicePlan): void {
  const bytes = new DataView(new ArrayBuffer(4));
  const isLong = options.type === 'float32' || options.type === 'int32' || options.type === 'uint32';
  const raw = value / Number(options.scale);
  if (options.type === 'float32') bytes.setFloat32(0, raw);
  else if (isLong) bytes.setInt32(0, Math.round(raw));
  else bytes.setInt16(0, Math.round(raw));
  const words = isLong ? [bytes.getUint16(0), bytes.getUint16(2)] : [bytes.getUint16(0)];
  if (options.wordOrder === 'low-first') words.reverse();
  for (const [i, word] of words.entries()) registers.set(Number(options.register) + i, word);
}

function motionsOf(slave: ModbusSlave, plan: DevicePlan): Record<string, Motion> {
  const { table, register } = plan.options;
  const bits = table === 'coil' ? slave.coils : table === 'discrete-input' ? slave.discreteInputs : undefined;
  const show = (value: number) => {
    if (bits) bits.set(Number(register), value !== 0);
    else keep(table === 'input' ? slave.inputs : slave.holding, value, plan);
  };
  show(0);
  const level = plan.channels.get('level');
  if (level) return { level: wave(...bandOf(level), show) };
  return plan.channels.has('active') ? { active: contact(isActive => show(Number(isActive))) } : {};
}

export const modbusStandIns: Readonly<Record<string, StandIn>> = {
  modbus: (plan, hardware, clock) => {
    const port = hardware.serial(plan.port);
    const slaves = lines.get(port) ?? new ModbusSlaves(port, clock);
    lines.set(port, slaves);
    const slave = slaves.device(plan.address);
    const failing = (fault: ModbusFault): Switch => ({
      begin: () => {
        slave.fault = fault;
      },
      end: () => {
        slave.fault = undefined;
      },
    });
    const { unplug, busy } = portFaults(port, clock);
    return {
      model: 'the registers of a Modbus device',
      motions: motionsOf(slave, plan),
      faults: {
        ...(unplug && { unplug }),
        ...(busy && { busy }),
        silent: failing({ kind: 'silent' }),
        crc: failing({ kind: 'crc' }),
        late: failing({ kind: 'late', byMs: Number(plan.options.timeoutMs) + lateMs }),
        exception: failing({ kind: 'exception', code: deviceFailure }),
      },
    };
  },
};

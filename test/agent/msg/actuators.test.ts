import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applyMsMax } from '../../../datamodel/limits.ts';
import { required } from '../../helpers/peer.ts';
import { World } from '../../helpers/world.ts';

const row = (n: number | string) => `Device.IoTCapability.${n}.`;
const control = (n: number | string) => `${row(n)}BinaryControl.`;
const on = { Value: required('true') };

/** A world with three switches, the second of which does not work. */
async function withSwitches(): Promise<World> {
  const world = await World.start();
  for (let n = 1; n <= 3; n++) world.addCapability(`switch ${n}`, 'BinaryControl');
  world.services.actuators.behaviour.set(row(2), 'fails');
  return world;
}

async function values(world: World): Promise<string> {
  const [result] = await world.controller.get('Device.IoTCapability.*.BinaryControl.Value');
  return Object.values(result?.objects ?? {})
    .map(params => params.Value)
    .join();
}

test('allow_partial false: one actuator fails: 7009, and the others are as they were', async () => {
  const world = await withSwitches();
  assert.equal(await world.controller.set({ [control(1)]: on, [control(2)]: on, [control(3)]: on }), {
    error: 7009,
    faults: [[`${control(2)}Value`, 7009]],
  });
  assert.is(await values(world), 'false,false,false');
  assert.equal(world.services.actuators.writes, [`${row(1)}=true`, `${row(2)}=true`, `${row(1)}=false`]);
});

test('allow_partial true: the object whose actuator fails fails alone', async () => {
  const world = await withSwitches();
  assert.equal(
    await world.controller.set({ [control(1)]: on, [control(2)]: on, [control(3)]: on }, { partial: true }),
    [
      { path: control(1), updated: [[control(1), { Value: 'true' }, {}]] },
      { path: control(2), code: 7009, failures: [[control(2), { Value: 7009 }]] },
      { path: control(3), updated: [[control(3), { Value: 'true' }, {}]] },
    ],
  );
  assert.is(await values(world), 'true,false,true');
});

test('R-SET.2a: a search path is one whole for actuators too', async () => {
  const world = await withSwitches();
  assert.equal(await world.controller.set({ [control('*')]: on }, { partial: true }), [
    { path: control('*'), code: 7009, failures: [[control(2), { Value: 7009 }]] },
  ]);
  assert.is(await values(world), 'false,false,false');
});

for (const partial of [false, true]) {
  test(`a value that need not be set and whose actuator fails is told beside the others, allow_partial ${partial}`, async () => {
    const world = await withSwitches();
    assert.equal(await world.controller.set({ [control('*')]: { Value: 'true' } }, { partial }), [
      {
        path: control('*'),
        updated: [
          [control(1), { Value: 'true' }, {}],
          [control(2), {}, { Value: 7009 }],
          [control(3), { Value: 'true' }, {}],
        ],
      },
    ]);
    assert.is(await values(world), 'true,false,true');
    assert.equal(world.services.actuators.writes.slice(-2), [`${row(1)}=true`, `${row(3)}=true`]);
  });
}

test('a value that is set twice in one message fails twice when its actuator does', async () => {
  const world = await withSwitches();
  const once = { obj_path: control(2), param_settings: [{ param: 'Value', value: 'true' }] };
  const set = {
    allow_partial: false,
    update_objs: [once, { ...once, param_settings: [...once.param_settings, ...once.param_settings] }],
  };
  const response = await world.controller.ask({ set }, 'set_resp');
  if ('error' in response) throw new Error('an Error');
  const told = response.set_resp.updated_obj_results.map(({ oper_status: status }) => {
    const [result] = status.oper_status === 'oper_success' ? status.oper_success.updated_inst_results : [];
    return [Object.keys(result?.updated_params ?? {}).length, result?.param_errs.length];
  });
  assert.equal(told, [
    [0, 1],
    [0, 2],
  ]);
});

test('the answer waits for the hardware, and others wait behind it', async () => {
  const world = await withSwitches();
  world.services.actuators.behaviour.set(row(2), 'hangs');
  const set = {
    update_objs: [{ obj_path: control(2), param_settings: [{ param: 'Value', value: 'true', required: true }] }],
  };
  const first = world.controller.send({ set });
  const second = world.controller.send({ add: { create_objs: [{ obj_path: 'Device.LocalAgent.Subscription.' }] } });
  const reading = world.controller.send({ get: { param_paths: ['Device.'] } });
  await world.clock.advance(applyMsMax - 1);
  const answered = () => [first, second, reading].map(id => world.controller.answer(id)?.body.msg_body);
  assert.equal(answered(), [undefined, undefined, 'response'], 'a Get is answered meanwhile');
  await world.clock.advance(1);
  assert.equal(answered(), ['error', 'response', 'response']);
});

test('Toggle() of an actuator that fails ends with 7009, and the value stays', async () => {
  const world = await withSwitches();
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    NotifType: 'OperationComplete',
    ReferenceList: 'Device.',
  });
  await world.controller.operate(`${control(2)}Toggle()`);
  const [told] = world.told;
  const end = told?.notify.notification === 'oper_complete' ? told.notify.oper_complete : undefined;
  assert.is(end?.operation_resp === 'cmd_failure' && end.cmd_failure.err_code, 7009);
  assert.is(await values(world), 'false,false,false');
});

test('what a Set did to an output is forgotten with a restart', async () => {
  const world = await withSwitches();
  await world.controller.set({ [control(1)]: on });
  assert.is(await values(await world.restart()), 'false,false,false');
});

test.run();

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fullAccessRole, me, type Told, World } from '../../helpers/world.ts';

const send = `${me}SendOnBoardRequest()`;

/** OnBoardRequests to a controller. */
function requests(world: World, to = 'self::controller'): Told[] {
  return world.told.filter(told => told.to === to && told.notify.notification === 'on_board_req');
}

async function answerLast(world: World, to = world.controller): Promise<void> {
  const last = requests(world, to.endpointId).at(-1);
  if (last) to.acknowledge(last.msgId);
  await world.settle();
}

test('SendOnBoardRequest() tells who the agent is, and wants an answer (1.60)', async () => {
  const world = await World.start();
  const { controller } = world;
  assert.equal(await controller.operate(send), [{ executed: send, output: {} }]);
  const [only, ...more] = requests(world);
  assert.is(more.length, 0);
  assert.is(only?.notify.subscription_id, '');
  assert.is(only?.notify.send_resp, true);
  assert.equal(only?.notify.notification === 'on_board_req' && { ...only.notify.on_board_req }, {
    oui: '012345',
    product_class: 'uspi',
    serial_number: 'test',
    agent_supported_protocol_versions: '1.0,1.1,1.2,1.3,1.4',
  });
  assert.is(await controller.value(`${me}OnBoardingComplete`), 'false');
});

test('it is repeated without end until it is answered, under the same msg_id [R-NOT.6a]', async () => {
  const world = await World.start();
  await world.controller.operate(send);
  await world.clock.advance(7 * 86_400_000);
  const sent = requests(world);
  assert.ok(sent.length > 100);
  assert.is(new Set(sent.map(({ msgId }) => msgId)).size, 1);
  await answerLast(world);
  await world.clock.advance(86_400_000);
  assert.is(requests(world).length, sent.length);
});

test('OnBoardingRestartTime counts from the answer, until OnBoardingComplete is true (1.102)', async () => {
  const world = await World.start();
  const { controller, clock } = world;
  await controller.set({ [me]: { OnBoardingRestartTime: '60' } });
  await controller.operate(send);
  await clock.advance(2_000);
  await answerLast(world);
  await clock.advance(60_000);
  assert.equal(
    requests(world).map(({ atMs }) => atMs),
    [0, 62_000],
  );
  await answerLast(world);
  await controller.set({ [me]: { OnBoardingComplete: 'true' } });
  await clock.advance(600_000);
  assert.is(requests(world).length, 2);
});

test('without OnBoardingRestartTime an answered request is the last (1.103)', async () => {
  const world = await World.start();
  await world.controller.operate(send);
  await answerLast(world);
  await world.clock.advance(86_400_000);
  assert.is(requests(world).length, 1);
});

test('a new SendOnBoardRequest() takes the place of one that has not been answered', async () => {
  const world = await World.start();
  await world.controller.operate(send);
  await world.controller.operate(send);
  const [first, second, ...more] = requests(world);
  assert.is.not(first?.msgId, second?.msgId);
  assert.is(more.length, 0);
  await world.clock.advance(60_000);
  const later = requests(world).slice(2);
  assert.ok(later.length > 0 && later.every(({ msgId }) => msgId === second?.msgId));
});

test('a controller that is added is asked as soon as it is enabled (9.9)', async () => {
  const world = await World.start();
  const path = await world.controller.added('Device.LocalAgent.Controller.', {
    EndpointID: 'self::new',
    AssignedRole: fullAccessRole,
  });
  assert.equal(requests(world, 'self::new'), []);
  await world.controller.set({ [path]: { Enable: 'true' } });
  assert.is(requests(world, 'self::new').length, 1);
});

test('a disabled one is not asked, though the command says so', async () => {
  const world = await World.start();
  const path = await world.controller.added('Device.LocalAgent.Controller.', { EndpointID: 'self::new' });
  assert.equal(await world.controller.operate(`${path}SendOnBoardRequest()`), [
    { executed: `${path}SendOnBoardRequest()`, output: {} },
  ]);
  assert.equal(requests(world, 'self::new'), []);
});

test('what has not been completed is asked for again after a restart', async () => {
  const world = await World.start();
  await world.controller.operate(send);
  const next = await world.restart();
  await next.settle();
  assert.is(requests(next).length, 1);
});

test('whoever calls by itself is not asked', async () => {
  const world = await World.start();
  await world.peer('self::stranger').get('Device.');
  await world.clock.advance(60_000);
  assert.equal(requests(world, 'self::stranger'), []);
});

test.run();

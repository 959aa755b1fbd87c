// A controller that is to be answered before it hears Boot! (`hold-boot`): it hears all else meanwhile.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Notify } from '../../../proto/codec.gen.js';
import { mqttControllerToml } from '../../helpers/agent.ts';
import { closing } from '../../helpers/closing.ts';
import { Site } from '../../helpers/site.ts';

const me = 'Device.LocalAgent.Controller.[EndpointID=="self::controller"].';
const door = '[[capability]]\nname = "door"\ndriver = "gpio-input"\nat = "gpiochip0:17"\n';
const toml = (port: number) => `${mqttControllerToml(port)}hold-boot = true\n\n${door}`;

/** Each Notify in short. */
function inShort(notify: Notify): string {
  const { subscription_id: id } = notify;
  if (notify.notification === 'event') return `${id} ${notify.event.event_name}`;
  return `${id} ${notify.notification}`;
}

const subscriptionOf = (ID: string, NotifType: string, ReferenceList: string, NotifRetry = 'false') => ({
  obj_path: 'Device.LocalAgent.Subscription.',
  param_settings: Object.entries({ Enable: 'true', Persistent: 'true', ID, NotifType, ReferenceList, NotifRetry }).map(
    ([param, value]) => ({ param, value, required: true }),
  ),
});

test('Boot! waits until the controller is answered; an alarm and the OnBoardRequest do not', () =>
  closing(async atEnd => {
    const site = new Site(1);
    atEnd(() => site.stop());
    const line = site.hardware.gpio('gpiochip0:17');
    let heard: string[] = [];
    site.hears = notify => heard.push(inShort(notify));
    await site.start(toml);
    await site.insist({
      add: {
        create_objs: [
          subscriptionOf('boot', 'Event', 'Device.Boot!', 'true'),
          subscriptionOf('events', 'Event', 'Device.'),
          subscriptionOf('door', 'ValueChange', 'Device.IoTCapability.*.BinarySensor.Value'),
        ],
      },
    });
    await site.insist({ operate: { command: `${me}SendOnBoardRequest()`, send_resp: true } });
    const interval = { param: 'PeriodicNotifInterval', value: '60', required: true };
    await site.insist({ set: { update_objs: [{ obj_path: me, param_settings: [interval] }] } });
    await site.pass(1_000);
    await site.stop();
    heard = [];
    await site.start(toml);
    await site.pass(5_000);
    line.setWire(true);
    await site.pass(70_000);
    assert.equal(heard, [' on_board_req', 'door value_change']);
    await site.insist({ get: { param_paths: ['Device.DeviceInfo.'] } });
    assert.equal(heard.slice(2).sort(), ['boot Boot!', 'events Boot!', 'events Periodic!']);
    assert.ok(heard.indexOf('events Boot!') < heard.indexOf('events Periodic!'), 'each subscription in order');
    await site.pass(60_000);
    assert.equal(heard.slice(5), ['events Periodic!']);
  }));

test.run();

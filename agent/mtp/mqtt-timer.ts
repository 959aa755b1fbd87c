/** The keep-alive timer of the package `mqtt`, on the agent's clock. */
import type { Timer } from 'mqtt';
import type { Clock, Stoppable } from '../../drivers/ports.ts';

/** An interval timer in the shape of setInterval and clearInterval. */
export function intervalTimerOn(clock: Clock): Timer {
  const running = new Map<number, Stoppable>();
  let lastId = 0;
  const start = (id: number, callback: () => void, ms: number) => {
    const tick = () => {
      start(id, callback, ms);
      callback();
    };
    running.set(id, clock.after(ms, tick));
  };
  return {
    set: (callback, ms = 0) => {
      lastId += 1;
      start(lastId, callback as () => void, ms);
      return lastId;
    },
    clear: id => {
      running.get(id)?.stop();
      running.delete(id);
    },
  };
}

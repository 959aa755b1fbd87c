// Runs in a guest: `node --experimental-websocket evaluate.mjs PID EXPRESSION` has a process of Node.js do what it would
// never do by itself, through its debugger.
import { setTimeout as sleep } from 'node:timers/promises';

const triesMax = 100;
const [, , pid, expression] = process.argv;
process.kill(Number(pid), 'SIGUSR1');
let targets;
for (let tries = 0; !targets && tries < triesMax; tries++) {
  await sleep(100);
  const answer = await fetch('http://127.0.0.1:9229/json/list').catch(() => undefined);
  targets = await answer?.json();
}
const socket = new WebSocket(targets[0].webSocketDebuggerUrl);
await new Promise((opened, failed) => {
  socket.onopen = opened;
  socket.onerror = failed;
});
socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
const { data } = await new Promise(answered => {
  socket.onmessage = answered;
});
process.stdout.write(data);
process.exit(data.includes('exceptionDetails') ? 1 : 0);

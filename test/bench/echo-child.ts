// An agent that answers every message with as many bytes as it is told to: `echo-child.ts PORT BYTES`.
import { connectQuick } from './pump.ts';

const [port, bytes] = process.argv.slice(2).map(Number);
const answer = Buffer.alloc(bytes ?? 0);
const client = await connectQuick(port ?? 0);
client.on('message', () => client.publish('child/from', answer, { qos: 0 }));
await client.subscribeAsync('child/to', { qos: 0 });
process.send?.('ready');

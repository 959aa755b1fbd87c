// The program starts here as the service will, with a broker that agrees to everything; when its first Record has come out,
// what V8 has compiled by then is kept. Arguments: dist/uspi.cjs; the directory for its files; "keep", else nothing is kept.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What the first Record is followed by: Boot!, and readings. */
const afterwardsMs = 200;

const configuration = (directory, port) => `[agent]
socket = "${directory}/socket"
[[controller]]
endpoint = "self::none"
role = "Untrusted"
mqtt = { broker = "mqtt://127.0.0.1:${port}", agent-topic = "agent", controller-topic = "controller" }
[[capability]]
name = "load"
class = "LevelSensor"
type = "Meter"
driver = "host"
channel = "load"
`;

/** The packets in `bytes` (MQTT 5.0, section 2.1), each with its first byte and what follows its length. */
function* packets(bytes) {
  for (let at = 0; at < bytes.length; ) {
    const type = bytes[at++];
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = bytes[at] >= 0x80;
      length += (bytes[at++] & 0x7f) << shift;
    }
    yield { type, body: bytes.subarray(at, at + length) };
    at += length;
  }
}

/** CONNACK (with a Topic Alias Maximum and a Receive Maximum), SUBACK and PUBACK: whatever it is, it is granted. */
function answerTo({ type, body }) {
  if (type >> 4 === 1) return [0x20, 9, 0, 0, 6, 0x22, 0, 10, 0x21, 0, 20];
  if (type >> 4 === 8) return [0x90, 4, body[0], body[1], 0, 1];
  if (type === 0x32) {
    const id = 2 + body.readUInt16BE(0);
    return [0x40, 2, body[id], body[id + 1]];
  }
  return [];
}

/** Resolves when something has been published. */
function published(broker) {
  return new Promise(resolve => {
    broker.on('connection', socket => {
      socket.on('data', bytes => {
        for (const packet of packets(bytes)) {
          socket.write(Buffer.from(answerTo(packet)));
          if (packet.type >> 4 === 3) resolve();
        }
      });
    });
  });
}

/** There is all of it or nothing, also after a power cut. */
function writeWhole(path, bytes) {
  const file = openSync(`${path}.new`, 'w');
  writeFileSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}

const [program, directory, does] = process.argv.slice(2);
// It keeps nobody waiting: an agent that ends at once, ends the process.
const broker = createServer().unref();
await new Promise(listening => broker.listen(0, '127.0.0.1', listening));
const config = join(directory, 'uspi.toml');
writeFileSync(config, configuration(directory, broker.address().port));
process.argv.splice(2, 3, 'run', '--config', config, '--state', join(directory, 'state'));
const first = published(broker);
const { headScript, codeCache } = createRequire(import.meta.url)(program);
await first;
await new Promise(resolve => setTimeout(resolve, afterwardsMs));
if (does === 'keep') writeWhole(codeCache, headScript.createCachedData());
process.exit(0);

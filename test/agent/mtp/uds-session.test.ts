import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { udsEndpointIdBytesMax } from '../../../agent/mtp/limits.ts';
import { encodeFrame, FrameReader, tlvTypes } from '../../../agent/mtp/uds-frame.ts';
import { type SessionStep, UdsSession } from '../../../agent/mtp/uds-session.ts';

const text = (value: string) => new TextEncoder().encode(value);
const handshake = (id: string) => encodeFrame(tlvTypes.handshake, text(id));
const error = (reason: string) => encodeFrame(tlvTypes.error, text(reason));
const record = (value: string) => encodeFrame(tlvTypes.record, text(value));
const server = () => new UdsSession('server', 'os::012345-uspi-1', 1_000);
const client = () => new UdsSession('client', 'self::local', 1_000);

/** What a step sends, as [type, text], and the rest of it. */
function shown(step: SessionStep) {
  const reader = new FrameReader(10_000);
  const sent = step.send.flatMap(frame => reader.push(frame).frames.flat());
  return {
    sent: sent.map(({ type, value }) => [type, new TextDecoder().decode(value)]),
    peer: step.peer,
    records: step.records.map(value => new TextDecoder().decode(value)),
    end: step.end?.code,
  };
}

const nothing = { sent: [], peer: undefined, records: [], end: undefined };

test('R-UDS.16, R-UDS.17: the client speaks first, the server answers, then Records flow both ways', () => {
  const [one, other] = [client(), server()];
  assert.equal(shown(other.start()), nothing);
  const hello = one.start();
  assert.equal(shown(hello), { ...nothing, sent: [[1, 'self::local']] });
  const answer = other.receive(hello.send[0]!);
  assert.equal(shown(answer), { ...nothing, sent: [[1, 'os::012345-uspi-1']], peer: 'self::local' });
  assert.equal(shown(one.receive(answer.send[0]!)), { ...nothing, peer: 'os::012345-uspi-1' });
  assert.ok(one.isOpen && other.isOpen);
  assert.equal(shown(other.receive(record('get'))), { ...nothing, records: ['get'] });
  assert.equal(shown(one.receive(record('answer'))), { ...nothing, records: ['answer'] });
});

test('R-UDS.19: a second handshake is ignored', () => {
  const session = server();
  session.receive(handshake('self::local'));
  assert.equal(shown(session.receive(handshake('self::other'))), nothing);
});

test('R-UDS.20: Records before the handshake are ignored', () => {
  const session = server();
  assert.equal(shown(session.receive(record('early'))), nothing);
  const both = Buffer.concat([handshake('self::local'), record('now')]);
  assert.equal(shown(session.receive(both)).records, ['now']);
});

test('R-UDS.15: TLVs of unknown types are ignored', () => {
  const session = server();
  session.receive(handshake('self::local'));
  assert.equal(shown(session.receive(encodeFrame(77, text('?')))), nothing);
  assert.ok(session.isOpen);
});

test('R-UDS.21: a handshake that names nobody is answered with an error, and the end', () => {
  const tooLong = 'x'.repeat(udsEndpointIdBytesMax + 1);
  for (const id of ['', 'a b', 'line\nbreak', 'ümlaut', tooLong]) {
    const step = shown(server().receive(handshake(id)));
    assert.is(step.sent[0]?.[0], 2, id);
    assert.is(step.end, 'closed', id);
  }
  const step = server().receive(encodeFrame(tlvTypes.handshake, Uint8Array.of(0xff, 0xfe)));
  assert.is(shown(step).sent[0]?.[0], 2);
});

test('R-UDS.24: a frame that cannot be parsed is answered with an error, and the end', () => {
  const session = server();
  session.receive(handshake('self::local'));
  const step = shown(session.receive(Buffer.concat([record('good'), text('garbage')])));
  assert.equal(step.records, ['good'], 'what came before counts');
  assert.is(step.sent[0]?.[0], 2);
  assert.is(step.end, 'closed');
  assert.equal(shown(session.receive(record('after'))), nothing);
});

test('R-UDS.25: an error ends the session, at any time, without an answer', () => {
  for (const session of [server(), client()]) {
    const step = session.receive(error('no\u001b[31m way'));
    assert.equal(shown(step), { ...nothing, end: 'refused' });
    assert.is(step.end!.text, 'no [31m way', 'safe to show');
  }
});

test('R-UDS.18: no handshake in time is an end, unless it has come', () => {
  assert.is(shown(client().timeout()).end, 'timeout');
  const session = server();
  session.receive(handshake('self::local'));
  assert.equal(shown(session.timeout()), nothing);
});

test('R-UDS.23: a refusal is sent once', () => {
  const session = server();
  session.receive(handshake('self::local'));
  assert.equal(shown(session.refuse('no Record')).sent, [[2, 'no Record']]);
  assert.equal(shown(session.refuse('no Record')), nothing);
});

test.run();

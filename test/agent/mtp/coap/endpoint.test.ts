import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeMessage } from '../../../../agent/mtp/coap/codec.ts';
import {
  amplificationFactorMax,
  datagramBytesMax,
  exchangeLifetimeMs,
  recentCountMax,
} from '../../../../agent/mtp/coap/limits.ts';
import { CODE, findOption, OPTION, textOption, uintOption } from '../../../../agent/mtp/coap/options.ts';
import { bytes, closeRigs, controller, createRig, type Rig, read, request, uspOptions } from './rig.ts';

/** What a peer sees of the server side, through the guard and package coap. */

const text = (payload: Uint8Array) => new TextDecoder().decode(payload);
const last = (rig: Rig) => read(rig.sent.at(-1)?.datagram);
const withOption = (number: number, value = bytes()) => request({ options: [...uspOptions(), { number, value }] });

function check(name: string, body: (rig: Rig) => void): void {
  test(name, async () => body(await createRig()));
}

check('a Record that was accepted is answered 2.04, with its reply-to told [R-COAP.2a, R-COAP.7]', rig => {
  assert.is(rig.ask(request()), '2.04');
  assert.equal(rig.records, [{ record: bytes(1, 2, 3), replyTo: 'coap://192.0.2.1:5683/usp', isLoopback: false }]);
  const { type, messageId, token, payload } = last(rig);
  assert.equal({ type, messageId, token, payload }, { type: 'ACK', messageId: 1, token: bytes(7), payload: bytes() });
});

check('the verdict on a Record becomes a code [R-COAP.13]', rig => {
  const codes = (['malformed', 'refused', 'busy'] as const).map((verdict, messageId) => {
    rig.verdict = verdict;
    return rig.ask(request({ messageId }));
  });
  assert.equal(codes, ['4.00', '4.03', '5.03']);
  assert.ok(findOption(last(rig).options, OPTION.MAX_AGE), '5.03 says when to try again');
});

check('a failure of ours is 5.00, and its text stays here', rig => {
  rig.verdict = 'throw';
  assert.is(rig.ask(request()), '5.00');
  assert.equal([last(rig).payload.length, rig.failures.length], [0, 1]);
  rig.verdict = 'accepted';
  assert.is(rig.ask(request({ messageId: 2 })), '2.04');
});

check('other methods are 4.05, from GET to the unheard of [R-COAP.11]', rig => {
  for (const code of [1, 3, 4, 5, 6, 7, 8, 31])
    assert.is(rig.ask(request({ code, messageId: code })), '4.05', `method ${code}`);
});

check('other content formats, and none, are 4.15 [R-COAP.6, R-COAP.12]', rig => {
  const [path, format, query] = uspOptions();
  for (const [messageId, number] of [0x113a, 0, 50, 41, 0x11_22_33].entries()) {
    const options = [path!, uintOption(OPTION.CONTENT_FORMAT, number), query!];
    assert.is(rig.ask(request({ messageId, options })), '4.15', `format ${number}`);
  }
  assert.is(rig.ask(request({ messageId: 9, options: [path!, query!] })), '4.15');
  assert.is(rig.ask(request({ messageId: 10, options: [path!, format!, query!] })), '2.04');
});

check('other paths are 4.04', rig => {
  for (const [messageId, path] of [[], ['us'], ['usp', ''], ['usp', 'x'], ['usp/'], ['USP']].entries()) {
    const options = [...path.map(segment => textOption(OPTION.URI_PATH, segment)), ...uspOptions().slice(1)];
    assert.is(rig.ask(request({ messageId, options })), '4.04', path.join('|'));
  }
});

check('discovery tells where the agent is [R-COAP.1]', rig => {
  const options = ['.well-known', 'core'].map(segment => textOption(OPTION.URI_PATH, segment));
  const get = request({ code: CODE.GET, options, payload: bytes() });
  assert.is(rig.ask(get), '2.05');
  assert.is(text(last(rig).payload), '</usp>;rt="bbf.usp.endpoint";if="bbf.usp.a"');
  assert.equal(findOption(last(rig).options, OPTION.CONTENT_FORMAT), bytes(40));
  assert.is(rig.ask({ ...get, messageId: 2, options: [...options, uintOption(OPTION.ACCEPT, 50)] }), '4.06');
  assert.is(rig.ask({ ...get, messageId: 3, options: [...options, uintOption(OPTION.BLOCK2, 0x06)] }), '2.05');
  assert.is(rig.ask({ ...get, messageId: 4, options: [...options, uintOption(OPTION.BLOCK2, 0x16)] }), '4.00');
  assert.is(rig.ask({ ...get, messageId: 5, code: CODE.POST }), '4.05');
});

check('a reply-to must be a coap URL without query, of the sender or of a configured host [R-COAP.2]', rig => {
  const codes = [
    'coap://192.0.2.1/usp',
    'coap://controller.test/usp',
    'coap://192.0.2.2:5683/usp',
    'coap://elsewhere.test/usp',
    'coap://localhost/usp',
    'coaps://192.0.2.1/usp',
    'coap://192.0.2.1/usp?a=b',
    'coap://user@192.0.2.1/usp',
    'http://192.0.2.1/usp',
    '',
  ].map((url, messageId) => rig.ask(request({ messageId, options: uspOptions(url) })));
  assert.equal(codes, ['2.04', '2.04', '4.03', '4.03', '4.03', '4.00', '4.00', '4.00', '4.00', '4.00']);
  assert.is(rig.ask(request({ messageId: 99, options: uspOptions().slice(0, 2) })), '2.04');
  assert.is(rig.records.at(-1)?.replyTo, undefined, 'the answer goes to the configured URL');
});

check('peers on this machine are known by their address', rig => {
  const peers = ['127.0.0.1', '::1', '::ffff:127.0.0.9', '::ffff:192.0.2.7', '192.0.2.8', 'fe80::1%eth0'];
  for (const address of peers) rig.ask(request({ options: uspOptions().slice(0, 2) }), { address, port: 5683 });
  assert.equal(
    rig.records.map(record => record.isLoopback),
    [true, true, true, false, false, false],
  );
});

check('a ping is answered with a reset, and so is a broken confirmable message', rig => {
  assert.is(rig.ask(bytes(0x40, 0, 0x12, 0x34)), 'RST');
  assert.is(last(rig).messageId, 0x1234);
  assert.is(rig.ask(bytes(0x40, 1, 0, 1, 0xff)), 'RST');
  const silent = [
    bytes(0x50, 0, 0, 1),
    bytes(0x60, 0, 0, 1),
    bytes(0x70, 0, 0, 1),
    bytes(0x50, 1, 0, 1, 0xff),
    bytes(1),
  ];
  for (const datagram of silent) assert.is(rig.ask(datagram), 'nothing');
});

check('responses that nobody waits for are reset when confirmable, and requests in acknowledgements ignored', rig => {
  assert.is(rig.ask(request({ code: CODE.CHANGED })), 'RST');
  assert.is(rig.ask(request({ code: 0xe1 })), 'RST');
  assert.is(rig.ask(request({ code: CODE.CHANGED, type: 'NON' })), 'nothing');
  assert.is(rig.ask(request({ code: CODE.CHANGED, type: 'ACK' })), 'nothing');
  assert.is(rig.ask(request({ type: 'ACK' })), 'nothing');
  assert.is(rig.records.length, 0);
});

check('an unknown critical option is 4.02, and silence without confirmation', rig => {
  assert.is(rig.ask(withOption(65001)), '4.02');
  assert.is(rig.ask({ ...withOption(65001), type: 'NON', messageId: 2 }), 'nothing');
  for (const [messageId, number] of [1, 5, 9, 19, 31].entries())
    assert.is(rig.ask({ ...withOption(number), messageId: 10 + messageId }), '4.02', `option ${number}`);
  assert.is(rig.ask({ ...withOption(OPTION.URI_PORT, bytes(1, 2, 3)), messageId: 20 }), '4.02', 'too long');
  const twice = request({
    messageId: 21,
    options: [...uspOptions(), ...[1, 2].map(n => uintOption(OPTION.ACCEPT, n))],
  });
  assert.is(rig.ask(twice), '4.02');
  assert.is(rig.records.length, 0);
  assert.is(rig.ask({ ...withOption(65000), messageId: 22 }), '2.04', 'elective options are ignored');
});

check('we are no proxy', rig => {
  assert.is(rig.ask(withOption(OPTION.PROXY_URI, bytes(0x61))), '5.05');
  assert.is(rig.ask({ ...withOption(OPTION.PROXY_SCHEME, bytes(0x61)), messageId: 2 }), '5.05');
});

check('a non-confirmable request is obeyed, and answered in kind', rig => {
  assert.is(rig.ask(request({ type: 'NON', messageId: 7 })), '2.04');
  assert.is(last(rig).type, 'NON');
  assert.is(rig.ask(request({ type: 'NON', messageId: 7 })), 'nothing');
  assert.is(rig.records.length, 1);
});

check('a repeated datagram gets the same answer and is obeyed once', rig => {
  rig.ask(request());
  rig.ask(request());
  assert.is(rig.records.length, 1);
  assert.equal(rig.sent[0], rig.sent[1]);
  rig.ask(request(), { ...controller, port: 5684 });
  assert.is(rig.records.length, 2, 'another port is another peer');
});

check('a peer that was restarted and counts from the same start is obeyed', rig => {
  rig.ask(request());
  rig.ask(request({ payload: bytes(4) }));
  assert.equal(
    rig.records.map(({ record }) => record),
    [bytes(1, 2, 3), bytes(4)],
  );
});

test('after EXCHANGE_LIFETIME a message ID is new again, not before', async () => {
  const rig = await createRig();
  rig.ask(request());
  await rig.clock.advance(exchangeLifetimeMs - 1);
  rig.ask(request());
  assert.is(rig.records.length, 1);
  await rig.clock.advance(1);
  rig.ask(request());
  assert.is(rig.records.length, 2);
});

test('answers are forgotten after EXCHANGE_LIFETIME, and when there are too many', async () => {
  const rig = await createRig();
  for (let messageId = 0; messageId < 2 * recentCountMax; messageId++) rig.ask(request({ messageId }));
  assert.is(rig.endpoint.guard.held.exchanges, recentCountMax);
  await rig.clock.advance(exchangeLifetimeMs * 1.5);
  assert.is(rig.endpoint.guard.held.exchanges, 0);
  assert.is(rig.clock.waiting, 0, 'no timer runs while nothing is held');
});

check('a datagram beyond an Ethernet frame is 4.13 with the block size to use', rig => {
  const fits = datagramBytesMax - encodeMessage(request({ payload: bytes(1) })).length + 1;
  assert.is(rig.ask(request({ payload: new Uint8Array(fits).fill(1) })), '2.04');
  assert.is(rig.ask(request({ messageId: 2, payload: new Uint8Array(fits + 1).fill(1) })), '4.13 0');
  assert.is(rig.ask(request({ messageId: 3, payload: new Uint8Array(60_000) })), '4.13 0');
});

check('no answer is much longer than what it answers', rig => {
  const discovery = ['.well-known', 'core'].map(segment => textOption(OPTION.URI_PATH, segment));
  const asked = [
    request({ code: CODE.GET, options: discovery, payload: bytes(), token: bytes() }),
    request({ options: uspOptions().slice(0, 1), payload: bytes(), token: bytes() }),
    request({ options: uspOptions('x'), payload: bytes() }),
    request({ code: CODE.GET, options: [], payload: bytes(), token: bytes() }),
    request({ options: uspOptions('coap://192.0.2.2/usp') }),
  ];
  for (const [messageId, message] of asked.entries()) {
    const datagram = encodeMessage({ ...message, messageId });
    rig.ask(datagram);
    const { length } = rig.sent.at(-1)!.datagram;
    assert.ok(length <= amplificationFactorMax * datagram.length, `${length} bytes for ${datagram.length}`);
  }
});

test.after(closeRigs);
test.run();

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  formatCoapUrl,
  isLoopbackAddress,
  joinPath,
  parseCoapUrl,
  peerKey,
  plainAddress,
  splitPath,
} from '../../../../agent/mtp/coap/address.ts';

test('coap URLs are read and written', () => {
  const urls: [string, string, number, string[]][] = [
    ['coap://192.0.2.1/usp', '192.0.2.1', 5683, ['usp']],
    ['coap://Controller.Test:61616/a/b%20c/', 'controller.test', 61616, ['a', 'b c', '']],
    ['coap://[2001:DB8::1]:5684', '2001:db8::1', 5684, []],
    ['coap://[::ffff:192.0.2.1]/', '192.0.2.1', 5683, []],
    ['coap://localhost/%2F', 'localhost', 5683, ['/']],
  ];
  for (const [text, host, port, path] of urls) {
    const url = parseCoapUrl(text);
    assert.equal(url, { host, port, path }, text);
    assert.equal(parseCoapUrl(formatCoapUrl(url!)), url);
  }
});

test('what is no coap URL is not read', () => {
  const texts = [
    '',
    'coap:',
    'coap://',
    'coap:///usp',
    'coaps://h/',
    'http://h/',
    '//h/usp',
    'coap://h:0',
    'coap://h:65536',
  ];
  const more = [
    'coap://h/?q',
    'coap://h/#f',
    'coap://u@h/',
    'coap://u:p@h/',
    'coap://h/%',
    'coap://h/%ff',
    'coap://-h/',
  ];
  const long = [`coap://h/${'a'.repeat(256)}`, `coap://h/${'a/'.repeat(9)}`, `coap://${'a'.repeat(254)}/`];
  for (const text of [...texts, ...more, ...long]) assert.is(parseCoapUrl(text), undefined, text);
});

test('paths are segments, told apart even when they hold a slash', () => {
  assert.equal(splitPath('/usp/agent'), ['usp', 'agent']);
  assert.equal(splitPath('usp'), ['usp']);
  assert.equal(splitPath('/'), []);
  assert.is(splitPath(`/${'a'.repeat(256)}`), undefined);
  assert.is(joinPath(['a/b', 'c']), '/a%2Fb/c');
});

test('an address has one spelling', () => {
  const spellings = ['192.0.2.1', '::ffff:192.0.2.1', '::FFFF:c000:201'];
  assert.equal(new Set(spellings.map(plainAddress)), new Set(['192.0.2.1']));
  assert.is(plainAddress('FE80::1%eth0'), 'fe80::1');
  assert.is(peerKey({ address: '::ffff:192.0.2.1', port: 7 }), peerKey({ address: '192.0.2.1', port: 7 }));
});

test('loopback is 127/8 and ::1, not a name or a look-alike', () => {
  for (const address of ['127.0.0.1', '127.255.0.1', '::1', '::ffff:127.0.0.1']) assert.ok(isLoopbackAddress(address));
  for (const address of ['128.0.0.1', '127.example', 'localhost', '::', '::127.0.0.1', ''])
    assert.not(isLoopbackAddress(address));
});

test.run();

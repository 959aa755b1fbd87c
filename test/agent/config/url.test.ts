import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { brokerUrl, coapUrl, isLoopback } from '../../../agent/config/url.ts';

const site = { path: ['broker'], report: () => {} };

test('an MQTT server', () => {
  const tcp = { tls: false, webSocket: false };
  assert.equal(brokerUrl.read('mqtt://localhost', site), { host: 'localhost', port: 1883, ...tcp });
  assert.equal(brokerUrl.read('mqtts://b.example.org', site), { ...tcp, host: 'b.example.org', port: 8883, tls: true });
  assert.equal(brokerUrl.read('mqtt://[fd00::1]:1884/', site), { host: 'fd00::1', port: 1884, ...tcp });
  const bad = ['', 'mqtt:', 'mqtt://', 'mqtt://a:0', 'mqtt://a:65536', 'mqtt://a/topic', 'mqtt://a b', 'mqtt://::1', 5];
  for (const raw of bad) assert.is(brokerUrl.read(raw, site), undefined, String(raw));
});

test('a CoAP resource', () => {
  assert.equal(coapUrl.read('coap://10.0.0.1/usp', site), { host: '10.0.0.1', port: 5683, tls: false, path: 'usp' });
  assert.equal(coapUrl.read('coaps://h/a/b', site), { host: 'h', port: 5684, tls: true, path: 'a/b' });
  for (const raw of ['coap://h/usp?reply-to=x', 'coap://h/usp#x', 'http://h/usp']) {
    assert.is(coapUrl.read(raw, site), undefined, raw);
  }
});

test('what meets no network', () => {
  for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '::1']) assert.ok(isLoopback(host), host);
  for (const host of ['localhost.example.org', '128.0.0.1', '0.0.0.0', '::', '::2', '127.0.0.1.example.org']) {
    assert.not.ok(isLoopback(host), host);
  }
});

test.run();

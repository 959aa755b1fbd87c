import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { controllerEndpointId, parseEndpointId } from '../../../agent/config/endpoint.ts';

test('each authority scheme has its rules [R-ARC.2a]', () => {
  const good = [
    'oui:00256D:my-unique-bbf-id-42',
    'oui:0123456:a',
    'oui:012345678:a',
    'cid:3AA3F8:my-unique-usp-id-42',
    'pen:3561:my-unique-bbf-id-42',
    'self::my-Agent',
    'self:abc123:x',
    'user::x',
    'user:ab:x',
    'os::012345-uspi-1',
    'ops::00256D-STB-0123456789',
    'uuid::f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'imei::990000862471854',
    'proto::interop-usp-controller',
    'doc::x',
    'fqdn::www.example.org',
  ];
  for (const id of good) assert.ok(parseEndpointId(id), id);
  const bad = [
    'oui::x',
    'oui:00256:x',
    'cid:0123456:x',
    'pen:abc:x',
    'self:abcdefg:x',
    'os:a:012345-1',
    'os::01234-1',
    'os::012345',
    'ops::00256D-STB',
    'uuid::f81d4fae',
    'uuid:a:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'imei::12345',
    'proto:a.b:x',
    'fqdn::*.example.org',
    'fqdn:a:example.org',
    'unknown::x',
    'constructor::x',
  ];
  for (const id of bad) assert.is(parseEndpointId(id), undefined, id);
});

test('an instance-id is of few characters, and not too many [R-ARC.5] [R-ARC.6]', () => {
  assert.ok(parseEndpointId('self::a%20b'));
  for (const id of ['self::', 'self::a b', 'self::a/b', 'self::a%2', 'self::a:b', 'self:x', 'x']) {
    assert.is(parseEndpointId(id), undefined, id);
  }
  assert.ok(parseEndpointId(`self::${'x'.repeat(50)}`));
  assert.is(parseEndpointId(`self::${'x'.repeat(51)}`), undefined);
});

test('the parts of an Endpoint ID', () => {
  assert.equal(parseEndpointId('self:abc:x'), { scheme: 'self', authority: 'abc', instance: 'x' });
});

test("a controller's name without a scheme is taken, but a broken scheme is not", () => {
  const read = (raw: unknown) => controllerEndpointId.read(raw, { path: ['endpoint'], report: () => {} });
  assert.is(read('oktopusController'), 'oktopusController');
  assert.is(read('self::controller'), 'self::controller');
  for (const raw of ['self:controller', 'slef::controller', '', 'a b', 5]) assert.is(read(raw), undefined, String(raw));
});

test.run();

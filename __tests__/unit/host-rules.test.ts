import { expect, test } from '@jest/globals';
import { hostRules, localHostsOf } from '#lib/ingest/fetch/host-rules.ts';

const anybody = hostRules([]);

test.each([
  ['IPv4', '93.184.216.34'],
  ['beside a private network', '172.32.0.1'],
  ['beside the carriers’ network', '100.128.0.1'],
  ['IPv6', '2606:4700::6810:85e5'],
  ['beside the protocols’ part', '2001:200::1'],
])('the public internet may be asked: %s, %s', (_, address) => {
  expect(anybody('x.example', 80, address)).toBe(true);
});

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine, elsewhere in its network', '127.255.255.254'],
  ['nowhere', '0.0.0.0'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carriers’', '100.64.0.1'],
  ['link-local, where clouds hand out keys', '169.254.169.254'],
  ['protocols', '192.0.0.8'],
  ['examples', '203.0.113.7'],
  ['measurements', '198.19.255.255'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['this machine', '::1'],
  ['nowhere', '::'],
  ['link-local', 'fe80::1'],
  ['link-local with its network card', 'fe80::1%eth0'],
  ['unique-local', 'fd12:3456::1'],
  ['multicast', 'ff02::1'],
  ['IPv4-mapped', '::ffff:127.0.0.1'],
  ['IPv4-mapped, even if it is public', '::ffff:5db8:d822'],
  ['IPv4-compatible', '::7f00:1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64 of an own network', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::1'],
  ['Teredo', '2001:0:7f00:1::1'],
  ['examples', '2001:db8::1'],
  ['examples', '3fff::1'],
])('nothing else may be asked: %s, %s', (_, address) => {
  expect(anybody('x.example', 80, address)).toBe(false);
});

test('a host that is listed by its name may stand anywhere, at the port that is listed', () => {
  const rules = hostRules([{ name: 'cms.local' }, { name: 'wire.local', port: 8080 }]);
  expect(rules('cms.local', 81, '10.0.0.1')).toBe(true);
  expect(rules('wire.local', 8080, '::1')).toBe(true);
  expect(rules('wire.local', 80, '::1')).toBe(false);
  expect(rules('other.local', 81, '10.0.0.1')).toBe(false);
});

test('a network that is listed may be asked by any name', () => {
  const rules = hostRules([
    { subnet: '10.1.0.0', prefix: 16, family: 'ipv4' },
    { subnet: 'fd00::7', prefix: 128, family: 'ipv6', port: 443 },
  ]);
  expect(rules('any.example', 80, '10.1.255.1')).toBe(true);
  expect(rules('any.example', 80, '10.2.0.1')).toBe(false);
  expect(rules('any.example', 443, 'fd00::7')).toBe(true);
  expect(rules('any.example', 80, 'fd00::7')).toBe(false);
});

test('what an operator types is her wish where it says itself that it is inside her network', () => {
  const wished = (address: string) => localHostsOf([address]);
  expect(wished('http://localhost:3000/feed')).toEqual([{ name: 'localhost', port: 3000 }]);
  expect(wished('https://cms/feed')).toEqual([{ name: 'cms', port: 443 }]);
  expect(wished('http://cms.internal/feed')).toEqual([{ name: 'cms.internal', port: 80 }]);
  expect(wished('http://0x7f.1/feed')).toEqual([
    { subnet: '127.0.0.1', prefix: 32, family: 'ipv4', port: 80 },
  ]);
  expect(wished('http://[::1]:81/feed')).toEqual([
    { subnet: '::1', prefix: 128, family: 'ipv6', port: 81 },
  ]);
  expect(wished('https://news.example/feed')).toEqual([]);
  expect(wished('stories/localhost')).toEqual([]);
});

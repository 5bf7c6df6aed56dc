import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '#lib/config/config.ts';

test('an empty environment is a whole configuration', () => {
  expect(readConfig({})).toMatchObject({
    database: 'file:./data/lede.db',
    siteUrl: 'http://localhost:3000',
    siteName: 'Lede',
    languages: ['en', 'fa', 'km'],
    sample: true,
    timeZone: 'UTC',
    fetchHosts: [],
    feeds: null,
    host: '127.0.0.1',
    port: 3000,
  });
});

test('an empty value counts as not set', () => {
  expect(readConfig({ PORT: '', LEDE_SITE_NAME: '' })).toMatchObject({ port: 3000 });
});

test('the order of editions is kept, and doubles are dropped', () => {
  expect(readConfig({ LEDE_LANGS: 'fa, en,fa' }).languages).toEqual(['fa', 'en']);
});

test('a name with _FILE points to the value', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'lede-')), 'name');
  writeFileSync(file, 'The Harbour\n');
  expect(readConfig({ LEDE_SITE_NAME_FILE: file }).siteName).toBe('The Harbour');
});

test.each([
  'file:/var/lib/lede.db',
  'postgres://lede:secret@db/lede',
  'postgresql:///lede?host=/run',
])('the store may be at %s', (database) => {
  expect(readConfig({ LEDE_DATABASE: database })).toMatchObject({ database });
});

test('hosts that may be asked are names, addresses and networks, at one port or all', () => {
  const list = 'CMS.local, 127.0.0.1:8080 [fd00::7]:81,::1 10.0.0.0/8 büro.example:443';
  expect(readConfig({ LEDE_FETCH_HOSTS: list }).fetchHosts).toEqual([
    { name: 'cms.local' },
    { subnet: '127.0.0.1', prefix: 32, family: 'ipv4', port: 8080 },
    { subnet: 'fd00::7', prefix: 128, family: 'ipv6', port: 81 },
    { subnet: '::1', prefix: 128, family: 'ipv6' },
    { subnet: '10.0.0.0', prefix: 8, family: 'ipv4' },
    { name: 'xn--bro-hoa.example', port: 443 },
  ]);
});

test.each([
  'http://cms.local',
  '10.0.0.0/33',
  'cms:0',
  'cms:70000',
  '10.1',
  '*',
  '[cms]:80',
  'a:b',
])('the host %s is none', (host) => {
  expect(() => readConfig({ LEDE_FETCH_HOSTS: `cms.local ${host}` })).toThrow(
    /^LEDE_FETCH_HOSTS must list hosts, as .*It is “cms.local /,
  );
});

test.each([
  [{ PORT: 'abc' }, /^PORT must be a port number.*“abc”/],
  [{ PORT: '70000' }, /^PORT .*up to 65535/],
  [{ LEDE_LANGS: 'en,xx' }, /^LEDE_LANGS must list editions among en, fa, km.*“en,xx”/],
  [{ LEDE_LANGS: ',' }, /^LEDE_LANGS/],
  [{ LEDE_SITE_URL: 'news.example' }, /^LEDE_SITE_URL must be an http or https address/],
  [{ LEDE_DATABASE: 'mysql://x' }, /^LEDE_DATABASE must be file:.* or postgres:/],
  [{ LEDE_DATABASE: 'postgres://' }, /^LEDE_DATABASE must be file:/],
  [{ LEDE_DATABASE: 'postgres://lede:s3:cr@et@host:x/y' }, /“postgres:\/\/lede:…@host:x\/y”/],
  [{ LEDE_SAMPLE: 'no' }, /^LEDE_SAMPLE must be on or off/],
  [{ LEDE_TIME_ZONE: 'Mars/Base' }, /^LEDE_TIME_ZONE must be a time zone/],
  [{ LEDE_SITE_NAME_FILE: '/nowhere/name' }, /^LEDE_SITE_NAME_FILE .*can't be read/],
])('%j is refused with a sentence that names it', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(sentence);
});

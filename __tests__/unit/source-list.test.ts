import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { ConfigError } from '#lib/config/config.ts';
import { readSourceList } from '#lib/ingest/sources/read-source-list.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lede-list-'));
const file = path.join(folder, 'feeds.yaml');

afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  writeFileSync(file, text);
  return readSourceList(file);
}

test('a list says of each source what is not usual', () => {
  const list = `# Our own desk first
- address: https://a.example/feed.xml
- address: https://b.example/rss
  name: Harbour desk
  every: 2h
  lang: km
  section: world
  policy: hold
  fullText: true
`;
  expect(read(list)).toEqual([
    {
      address: 'https://a.example/feed.xml',
      name: 'a.example',
      settings: { every: null, policy: 'publish', fullText: false },
    },
    {
      address: 'https://b.example/rss',
      name: 'Harbour desk',
      settings: { every: 120, lang: 'km', section: 'world', policy: 'hold', fullText: true },
    },
  ]);
});

test('JSON is YAML too, and an empty file asks nobody', () => {
  expect(read('[{"address": "https://a.example/feed", "every": "1d"}]')[0]?.settings.every).toBe(
    1440,
  );
  expect(read('')).toEqual([]);
  expect(read('[]\n')).toEqual([]);
});

const GOOD = '- address: https://a.example/feed\n';

test.each([
  ['a: 1', 'In line 1 there should be a list of sources'],
  ['- https://a.example/feed', 'In line 1 there should be a list'],
  [`${GOOD}- name: x`, 'In line 2 a source has no address.'],
  [`${GOOD}- address: feed.xml`, 'In line 2 “address” must be an http or https address'],
  [`- address: ftp://a.example/feed`, 'In line 1 “address” must be an http'],
  [`${GOOD}  every: 30s`, 'In line 2 “every” must be a time from 1m to 24h, as 15m.'],
  [`${GOOD}  every: 15`, 'In line 2 “every” must be a time'],
  [`${GOOD}  every: 0m`, 'In line 2 “every” must be a time'],
  [`${GOOD}  every: 25h`, 'In line 2 “every” must be a time'],
  [`${GOOD}  lang: fr`, 'In line 2 “lang” must be one of en, fa, km.'],
  [`${GOOD}  section: "!"`, 'In line 2 “section” must be a name with letters.'],
  [`${GOOD}  policy: maybe`, 'In line 2 “policy” must be publish or hold.'],
  [`${GOOD}  fullText: maybe`, 'In line 2 “fullText” must be true or false.'],
  [`${GOOD}  url: x`, 'In line 1 “url” means nothing. A source may have address, name, every,'],
  [`${GOOD}  name: "`, 'In line 2 it is no YAML: '],
  [`${GOOD}\n${GOOD}`, 'In line 3 https://a.example/feed is listed again.'],
])('%j is refused with its place', (text, sentence) => {
  expect(() => read(text)).toThrow(ConfigError);
  expect(() => read(text)).toThrow(`LEDE_FEEDS names ${file}. ${sentence}`);
});

test('a list that is not there is refused', () => {
  expect(() => readSourceList(path.join(folder, 'gone.yaml'))).toThrow(
    /^LEDE_FEEDS names .*gone\.yaml, which can’t be read: it does not exist\.$/,
  );
});

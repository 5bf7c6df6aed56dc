import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runProgram } from '#lib/cli/program.ts';
import { openStore } from '#lib/store/open-store.ts';
import { syncSources } from '#lib/store/sources.ts';
import { temporaryFolder } from './engines.ts';

const FEED =
  '<rss><channel><item><guid>https://a.example/1</guid><title>One</title><description>Text.</description><pubDate>Wed, 07 Oct 2026 06:30:00 GMT</pubDate></item></channel></rss>';

const folder = temporaryFolder();
const env = {
  LEDE_DATABASE: `file:${path.join(folder, 'lede.db')}`,
  LEDE_MEDIA: path.join(folder, 'media'),
};
const server = createServer(({ url }, response) => {
  if (url === '/feed') response.end(FEED);
  else if (url === '/gone') response.writeHead(410).end();
  else response.writeHead(301, { location: '/feed' }).end();
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function lede(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    env,
    print: (line: string) => out.push(line),
    tell: (line: string) => err.push(line),
    standBack: () => {},
    ask: null,
    live: null,
  };
  const status = await runProgram(words, terminal);
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const NONE = /^No source is listed\. LEDE_FEEDS names the file that lists them/;

test('without a list there is nothing to show or to ask', async () => {
  expect(await lede('sources')).toMatchObject({ status: 0, out: expect.stringMatching(NONE) });
  expect(await lede('sources', 'ask')).toMatchObject({
    status: 1,
    err: expect.stringMatching(NONE),
  });
});

test('each source is shown with what became of it, and asked by hand', async () => {
  const settings = { every: 60, policy: 'publish' as const, fullText: false };
  const store = await openStore(env.LEDE_DATABASE);
  const listed = ['good', 'gone', 'moved'].map((name) => ({
    address: `${origin}/${name === 'good' ? 'feed' : name}`,
    name: `${name} desk`,
    settings,
  }));
  await syncSources(store, listed, new Date(Date.now() - 10 * 60_000).toISOString());
  await store.close();

  const before = await lede('sources');
  expect(before.out).toMatch(
    /^good desk\n {2}address {7}http:\S+\/feed\n {2}last success {2}never yet\n {2}next time {5}10 minutes ago \(.*UTC\); is the server running, with LEDE_FEEDS\?\n {2}stories {7}0 new, 0 changed so far\n\ngone desk\n/,
  );

  expect(await lede('sources', 'ask', 'good desk')).toEqual({
    status: 0,
    out: 'good desk: 1 new, 0 changed.',
    err: '',
  });
  expect(await lede('sources', 'ask', `${origin}/feed`)).toMatchObject({
    out: 'good desk: Nothing new.',
  });
  const all = await lede('sources', 'ask');
  expect(all.status).toBe(1);
  expect(all.out.split('\n')).toEqual([
    'good desk: Nothing new.',
    expect.stringMatching(/^gone desk: .*gone for good \(410\)/),
    'moved desk: 0 new, 0 changed.',
  ]);

  const { out } = await lede('sources');
  expect(out).toMatch(
    /good desk\n.*\n {2}last success {2}(?:now|\d+ seconds? ago) \(.*\n {2}next time {5}in (?:59 minutes|1 hour) \(/,
  );
  expect(out).toMatch(
    /gone desk\n.*\n.*never yet\n {2}last error {4}Its server says.*\n {2}next time {5}never\n/,
  );
  expect(out).toMatch(
    /moved desk\n.*\n {2}moved {9}for good to http:\S+\/feed, which is asked instead\./,
  );

  const { out: json } = await lede('sources', '--json');
  expect(JSON.parse(json)).toMatchObject([
    { name: 'good desk', state: { stories: 1 } },
    { name: 'gone desk', nextAt: null },
    { name: 'moved desk', state: { movedTo: `${origin}/feed` } },
  ]);

  const asked = ['moved desk', 'gone desk', 'good desk', 'good desk', 'good desk'];
  expect((await lede('log')).out.split('\n')).toEqual(
    asked.map((name) =>
      expect.stringMatching(new RegExp(`, had the source “${name}” asked at once\\.$`)),
    ),
  );
});

test('a source that is not listed is named', async () => {
  expect(await lede('sources', 'ask', 'night desk')).toEqual({
    status: 1,
    out: '',
    err: 'No source is called “night desk”. There are “good desk”, “gone desk”, “moved desk”.',
  });
});

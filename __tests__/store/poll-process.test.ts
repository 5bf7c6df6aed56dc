import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { watchPollProcess } from '#lib/ingest/sources/watch-poll-process.ts';
import { countStories } from '#lib/store/count-stories.ts';
import { openStore } from '#lib/store/open-store.ts';
import { allSources } from '#lib/store/sources.ts';
import { temporaryFolder } from './engines.ts';

// Each starts Node.
jest.setTimeout(60_000);

afterEach(() => {
  jest.restoreAllMocks();
});

test('the process asks what is listed, and stops when it is told to', async () => {
  const server = createServer((_, response) => {
    response.end(
      '<rss><channel><item><guid>https://a.example/1</guid><title>One</title><description>Text.</description></item></channel></rss>',
    );
  }).listen(0, '127.0.0.1');
  await pause(50);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const folder = temporaryFolder();
  const feeds = path.join(folder, 'feeds.yaml');
  writeFileSync(feeds, `- address: ${address}\n  name: Harbour desk\n`);
  const database = `file:${path.join(folder, 'lede.db')}`;
  const media = path.join(folder, 'media');
  const store = await openStore(database);

  const settings = { LEDE_DATABASE: database, LEDE_MEDIA: media, LEDE_FEEDS: feeds };
  const child = watchPollProcess({ ...process.env, ...settings });
  while ((await countStories(store)).all === 0) await pause(50);
  await child.stop(5000);
  expect(await allSources(store)).toMatchObject([{ name: 'Harbour desk', address }]);
  await store.close();
  server.close();
  server.closeAllConnections();
});

/** A program in place of the one that asks, which notes that it was started. */
function program(folder: string, code: string): string {
  const file = path.join(folder, 'program.mjs');
  const note = `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(path.join(folder, 'starts'))}, 'x');`;
  writeFileSync(file, `${note}\n${code}`);
  return file;
}

function starts(folder: string): number {
  try {
    return readFileSync(path.join(folder, 'starts'), 'utf8').length;
  } catch {
    return 0;
  }
}

test('a process that dies is told of, and started again after a while', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  const folder = temporaryFolder();
  const child = watchPollProcess(process.env, program(folder, 'process.exit(3);'));
  while (said.mock.calls.length < 2) await pause(50);
  expect(starts(folder)).toBe(2);
  expect(said.mock.calls.map(([line]) => line)).toEqual([
    'The process that asks the sources ended with status 3. It is started again in 1 s.',
    'The process that asks the sources ended with status 3. It is started again in 2 s.',
  ]);
  await child.stop(1000);
  await pause(2500);
  expect(starts(folder)).toBe(2);
});

test('one that does not stop is killed', async () => {
  const folder = temporaryFolder();
  const code = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);";
  const child = watchPollProcess(process.env, program(folder, code));
  while (starts(folder) === 0) await pause(50);
  await pause(200);
  const start = performance.now();
  await child.stop(300);
  expect(performance.now() - start).toBeLessThan(3000);
});

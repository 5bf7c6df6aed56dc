import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { newDatabase } from './newsroom/engines.ts';
import { lede } from './newsroom/lede.ts';
import { startServer } from './newsroom/server.ts';
import { templatePlace } from './newsroom/template.ts';
import { test } from './test.ts';

/** The process that asks has to start first, and the machine may be busy. */
const ASKED_SOON_MS = 30_000;

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>
<link>https://harbour.example/</link><language>en</language><item><guid>urn:harbour:1</guid>
<title>Buoys repainted</title><pubDate>${new Date().toUTCString()}</pubDate>
<description>All forty of them are green again.</description></item></channel></rss>`;

test('a story of a listed feed appears with nobody asking for it', async ({ engine, request }) => {
  const feeds = createServer((asked, answer) => {
    if (asked.url !== '/feed.xml') answer.writeHead(404).end();
    else answer.setHeader('content-type', 'application/rss+xml').end(FEED);
  }).listen(0, '127.0.0.1');
  await once(feeds, 'listening');
  const address = feeds.address();
  if (!address || typeof address === 'string') throw new Error('It listens nowhere.');
  const at = `http://127.0.0.1:${address.port}`;

  const folder = await mkdtemp(path.join(tmpdir(), 'lede-sources-'));
  const list = path.join(folder, 'feeds.yaml');
  await writeFile(
    list,
    `- address: ${at}/feed.xml\n  name: Harbour\n- address: ${at}/gone.xml\n  name: Lost\n`,
  );
  const place = {
    LEDE_DATABASE: await newDatabase(engine, folder),
    LEDE_MEDIA: templatePlace().LEDE_MEDIA,
    LEDE_FEEDS: list,
  };
  const server = await startServer(place);
  try {
    await expect
      .poll(async () => (await request.get(`${server.url}/en`)).text(), { timeout: ASKED_SOON_MS })
      .toContain('Buoys repainted');
    const told = () => lede(place, 'sources');
    await expect.poll(told, { timeout: ASKED_SOON_MS }).toMatch(/Lost[\s\S]*404/);
    expect(await told()).toMatch(/Harbour/);
  } finally {
    // It ends with status 0, and the process that asks ends with it.
    await server.stop();
    feeds.close();
    feeds.closeAllConnections();
    await rm(folder, { recursive: true });
  }
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfChanged } from '../../bin/steps/build.ts';
import { lede, type Place } from '../e2e/newsroom/lede.ts';
import { startServer } from '../e2e/newsroom/server.ts';
import { STORIES, writeStories } from './import.ts';
import type { Table } from './median.ts';
import { percentile, readDuring, readPages } from './read-pages.ts';

/** A page of each kind, whose story, author and topic are in the sample edition. */
const PAGES = [
  '/en',
  '/en/sections/region',
  '/en/articles/council-says-expulsions-answer-a-pattern',
  '/en/authors/mira-solheim',
  '/en/topics/diplomacy',
  '/en/search?q=ferries',
  '/en/settings',
];
const QUIET_READS = 500;
const WARM_UP = 200;
const OPTIONS = ['--lang', 'en', '--section', 'region'];

/** How long readers wait for a page while nobody writes, and while another process imports. Each
 *  story makes the front page and its section stale, so most of those are made anew. */
export async function measureReading(): Promise<Table> {
  await buildIfChanged();
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-bench-'));
  const place: Place = {
    LEDE_DATABASE: `file:${path.join(folder, 'lede.db')}`,
    LEDE_MEDIA: path.join(folder, 'media'),
  };
  await lede(place, 'import', 'sample');
  const stories = path.join(folder, 'stories');
  await writeStories(stories, 'second');
  const server = await startServer(place);
  try {
    const pages = PAGES.map((page) => server.url + page);
    await readPages(pages, () => false, pages.length * 3);
    const quiet = await readPages(pages, () => false, QUIET_READS);
    // A server that has run for a while has made pages before.
    await writeStories(path.join(folder, 'first'), 'first', WARM_UP);
    await readDuring(lede(place, 'import', path.join(folder, 'first'), ...OPTIONS), pages);
    const busy = await readDuring(lede(place, 'import', stories, ...OPTIONS), pages);
    return {
      title: `A page, while nobody writes and while ${STORIES} stories are imported (${busy.length} reads)`,
      rows: [
        { name: 'quiet, half of all readers', milliseconds: percentile(quiet, 50) },
        { name: 'quiet, 99 of 100 readers', milliseconds: percentile(quiet, 99) },
        { name: 'importing, half of all readers', milliseconds: percentile(busy, 50) },
        { name: 'importing, 99 of 100 readers', milliseconds: percentile(busy, 99) },
      ],
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

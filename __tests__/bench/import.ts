import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importStories } from '#lib/ingest/import-stories.ts';
import { openStore } from '#lib/store/open-store.ts';
import type { Row, Table } from './median.ts';

export const STORIES = 2000;
const WORDS = 600;

/** How long the whole way in takes: files of Markdown without pictures, into SQLite, then all of them
 *  again, and then all changed. Each is done once. */
export async function measureImport(): Promise<Table> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-bench-'));
  const store = await openStore(`file:${path.join(folder, 'lede.db')}`);
  const stories = path.join(folder, 'stories');
  const rows: Row[] = [];
  const run = async (name: string, outcome: 'new' | 'unchanged' | 'changed') => {
    const from = performance.now();
    const { counts } = await importStories([stories], {
      store,
      media: path.join(folder, 'media'),
      languages: ['en'],
    });
    rows.push({ name, milliseconds: performance.now() - from });
    if (counts[outcome] !== STORIES) throw new Error(JSON.stringify(counts));
  };
  try {
    await writeStories(stories, 'first');
    await run('new', 'new');
    await run('unchanged', 'unchanged');
    await writeStories(stories, 'second');
    await run('changed', 'changed');
    return { title: `Import of ${STORIES} stories of ${WORDS} words`, rows };
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** Files of Markdown, each with a headline that tells the edition. */
export async function writeStories(
  folder: string,
  edition: string,
  count = STORIES,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    const words = Array.from(
      { length: WORDS },
      (_, place) => `k${(index * 31 + place * 7) % 5000}`,
    );
    const paragraphs = Array.from({ length: 12 }, (_, part) =>
      words.slice(part * 50, part * 50 + 50).join(' '),
    );
    const published = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString();
    const matter = `title: Story ${index} of the ${edition} edition\ndate: ${published}\nauthor: Ann Lee\ntopics: [Ferries, Trade]`;
    const text = `---\n${matter}\n---\n${paragraphs.join('\n\n')}\n`;
    await writeFile(path.join(folder, `story-${index}.md`), text);
  }
}

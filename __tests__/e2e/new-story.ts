import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Edition } from './editions.ts';
import type { Newsroom } from './newsroom/newsroom.ts';

/** Whatever runs bin/lede on a store. */
type Desk = Pick<Newsroom, 'lede'>;

type Story = {
  /** Its address, and the newsroom's own name for it: the same again changes the story. */
  slug: string;
  headline: string;
  lang?: Edition;
  section?: string;
  topics?: string[];
  authors?: string[];
  published?: string;
  embargoedUntil?: string;
  /** Markdown. */
  body?: string;
};

/** Has bin/lede import a story from a Markdown file, as a newsroom does. Unless said otherwise it
 *  is the newest there is. */
export async function importStory(newsroom: Desk, story: Story): Promise<void> {
  const { body = 'At dawn, two minutes early.', ...fields } = story;
  const front = {
    sourceId: `e2e/${story.lang ?? 'en'}/${story.slug}`,
    lang: 'en',
    section: 'region',
    published: new Date().toISOString(),
    ...fields,
  };
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  await importFile(newsroom, `${story.slug}.md`, `---\n${lines.join('\n')}\n---\n${body}\n`);
}

/** Has bin/lede import what an agency sends, in IPTC's ninjs. */
export async function importWire(newsroom: Desk, item: Record<string, unknown>): Promise<void> {
  await importFile(newsroom, 'item.json', JSON.stringify(item));
}

/** Has bin/lede import one file. */
export async function importFile(newsroom: Desk, name: string, content: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-story-'));
  await writeFile(path.join(folder, name), content);
  await newsroom.lede('import', folder);
  await rm(folder, { recursive: true });
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { searchArticles } from '#lib/store/search.ts';
import { temporaryFolder } from '../engines.ts';
import { importFolder, markdownStory } from '../import-folder.ts';
import { type Importer, startImporter } from './importer.ts';

jest.setTimeout(180_000);

const STORIES = 40;
const KILLS = 50;
/** Processes that are made ready while others work. */
const READY = 3;

const folder = importFolder();
const database = `file:${path.join(temporaryFolder(), 'lede.db')}`;
const waiting: Importer[] = [];

afterAll(() => Promise.all(waiting.map((importer) => importer.stop())));

function nextImporter(): Importer {
  while (waiting.length <= READY) {
    waiting.push(startImporter(database, folder.stories, folder.media));
  }
  return waiting.shift() as Importer;
}

/** Writes all stories anew, each with a word that it has in this run alone. */
function writeStories(run: number): void {
  for (let story = 0; story < STORIES; story++) {
    const slug = `story-${String(story).padStart(2, '0')}`;
    const lines = `slug: ${slug}\nauthors: [Ann Lee]\ntopics: [Ferries]`;
    const text = `A text of ${wordOf(slug, run)} and more.\n\n`.repeat(5);
    writeFileSync(path.join(folder.stories, `${slug}.md`), markdownStory(slug, lines, text));
  }
}

/** Letters only, since digits and letters would be words of their own. */
function wordOf(slug: string, run: number): string {
  return `${slug.slice(6)}x${run}x`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

test(`an import that is killed ${KILLS} times leaves the store sound, keeps what it told of, and can be completed`, async () => {
  for (let run = 0; run < KILLS; run++) {
    writeStories(run);
    // From the first moment to nearly the end.
    const killAfter = Math.floor((run * (STORIES - 10)) / KILLS);
    const importer = nextImporter();
    const told = await importer.run(killAfter);
    expect(importer.isKilled()).toBe(true);
    const store = await openStore(database);
    try {
      await expectSound(store);
      for (const line of told) await expectWhole(store, line, run);
    } finally {
      await store.close();
    }
  }

  writeStories(KILLS);
  const told = await nextImporter().run();
  const counts = JSON.parse(told.pop() ?? '');
  expect(counts).toMatchObject({ held: 0, failed: 0 });
  expect(counts.new + counts.changed).toBe(STORIES);
  const store = await openStore(database);
  await expectSound(store);
  for (const line of told) await expectWhole(store, line, KILLS);
  const rows = await store.db.selectFrom('articles').select('source_id').execute();
  expect(rows).toHaveLength(STORIES);
  await store.close();
});

/** Nothing is half there: not in the file, not between the tables, not in the search index. */
async function expectSound({ db }: Store): Promise<void> {
  const check = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
  expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
  expect((await sql`PRAGMA foreign_key_check`.execute(db)).rows).toEqual([]);
  const { rows } = await sql<Record<string, number>>`
    SELECT
      (SELECT count(*) FROM articles) AS stories,
      (SELECT count(*) FROM articles JOIN revisions
        ON article_id = id AND revisions.revision = articles.revision
        AND revisions.document = articles.document) AS newest,
      (SELECT coalesce(sum(revision), 0) FROM articles) AS told_revisions,
      (SELECT count(*) FROM revisions) AS revisions,
      (SELECT count(*) FROM changes) AS changes,
      (SELECT count(*) FROM article_authors) AS authors,
      (SELECT count(*) FROM article_topics) AS topics,
      (SELECT count(*) FROM article_search) AS found
  `.execute(db);
  const { stories, revisions } = rows[0] ?? {};
  expect(rows).toEqual([
    {
      stories,
      newest: stories,
      authors: stories,
      topics: stories,
      found: stories,
      revisions,
      told_revisions: revisions,
      changes: revisions,
    },
  ]);
}

/** A story that was said to be in is in, and its words are found. */
async function expectWhole(store: Store, line: string, run: number): Promise<void> {
  const [outcome, slug = ''] = line.split(' ');
  expect(outcome).toMatch(/^(?:new|changed)$/);
  const search = { query: wordOf(slug, run), lang: 'en', limit: 5, offset: 0 } as const;
  const { hits } = await searchArticles(store, search);
  expect(hits.map(({ teaser }) => teaser.slug)).toEqual([slug]);
}

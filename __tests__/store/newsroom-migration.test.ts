import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Finding } from '#lib/model/finding.ts';
import { findById } from '#lib/store/articles.ts';
import { migrate } from '#lib/store/migrate.ts';
import { connectStore } from '#lib/store/open-store.ts';
import { ENGINES } from './engines.ts';
import { sampleArticle } from './sample-article.ts';

const finding = (severity: Finding['severity'], excerpt: string): Finding => ({
  rule: 'x',
  severity,
  where: { kind: 'body', excerpt, index: 0 },
  message: 'It says {"severity":"serious"}.',
});

test.each(ENGINES)(
  'stories that were there before the desk have their serious findings counted on $engine',
  async ({ newDatabase }) => {
    const store = await connectStore(await newDatabase());
    await migrate(store, '0005-arrivals');
    const found = {
      two: [finding('serious', 'A'), finding('serious', 'B'), finding('minor', 'C')],
      none: [finding('minor', '"severity":"serious"')],
      clean: null,
    };
    for (const [row, [id, findings]] of Object.entries(found).entries()) {
      const { headline } = sampleArticle();
      await sql`
        INSERT INTO articles (id, source_id, lang, slug, state, revision, section_slug, section_name,
          published, document, teaser, content_hash, wants_pictures, search_row)
        VALUES (${id}, ${id}, 'en', ${id}, 'published', 1, 'a', 'A', '2026-10-07T06:30:00.000Z',
          ${JSON.stringify(sampleArticle())}, ${JSON.stringify({ headline })}, 'h', 0, ${row})
      `.execute(store.db);
      if (!findings) continue;
      const values = { article_id: id, findings: JSON.stringify(findings) };
      await store.db.insertInto('findings').values(values).execute();
    }
    await migrate(store);
    const counts = await Promise.all(
      Object.keys(found).map(async (id) => (await findById(store, id))?.serious_findings),
    );
    expect(counts).toEqual([2, 0, 0]);
    expect(await findById(store, 'two')).toMatchObject({ held_at: null, held_reason: null });
    await store.close();
  },
);

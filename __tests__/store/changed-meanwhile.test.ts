import { expect, test } from '@jest/globals';
import { amendStory } from '#lib/ingest/amend-story.ts';
import { importStory } from '#lib/ingest/import-story.ts';
import type { NewsDesk } from '#lib/ingest/news-desk.ts';
import { PictureProblem } from '#lib/ingest/picture-source.ts';
import { type ArticleInput, articleInputSchema } from '#lib/model/article-input.ts';
import { findSource } from '#lib/store/article-sources.ts';
import { findById, parseDocument } from '#lib/store/articles.ts';
import { openStore } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';

const CORRECTION = {
  at: '2026-10-07T09:00:00.000Z',
  text: 'An earlier version misnamed the pier.',
};

const version = (body: string): ArticleInput =>
  articleInputSchema.parse({
    sourceId: 'desk/1',
    lang: 'en',
    headline: 'Night ferries return',
    section: 'region',
    published: '2026-10-07T06:30:00Z',
    image: { url: 'https://pictures.example/a.png', alt: 'A ferry' },
    body,
  });

test('a correction that is made while another version comes in is not lost', async () => {
  const store = await openStore('file::memory:');
  let meanwhile: (() => Promise<unknown>) | undefined;
  const desk: NewsDesk = {
    store,
    languages: ['en'],
    isDryRun: false,
    policy: 'publish',
    pictures: {
      async fingerprint() {
        const happens = meanwhile;
        meanwhile = undefined;
        await happens?.();
        return 'the same';
      },
      make: () => Promise.reject(new PictureProblem('there is no such file')),
    },
  };
  const send = (body: string) =>
    importStory(desk, { place: 'here', input: version(body), pictures: null, warnings: [] });

  const { story } = await send('<p>One.</p>');
  const id = story?.id ?? '';
  meanwhile = async () => {
    const source = await findSource(store, id);
    if (!source) throw new Error('Nothing is kept of what it was made from.');
    const input = { ...version('<p>One.</p>'), corrections: [CORRECTION] };
    return amendStory(desk, id, input, {
      revision: 1,
      source: { ...source, corrections: [CORRECTION] },
      actor: EDITOR,
      note: CORRECTION.text,
    });
  };
  expect(await send('<p>Two.</p>')).toMatchObject({ outcome: 'changed' });

  const row = await findById(store, id);
  expect(row?.revision).toBe(3);
  expect(parseDocument(row?.document ?? '')).toMatchObject({
    body: '<p>Two.</p>',
    corrections: [CORRECTION],
  });
  await store.close();
});

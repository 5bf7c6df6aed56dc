import { expect, test } from '@jest/globals';
import { readBody } from '#lib/ingest/body.ts';
import { type ShownVersion, shownUpdate } from '#lib/ingest/shown-update.ts';
import { type ArticleInput, articleInputSchema } from '#lib/model/article-input.ts';

const NOW = '2026-10-09T12:00:00.000Z';

const story = (fields: Partial<ArticleInput> = {}): ArticleInput =>
  articleInputSchema.parse({
    sourceId: 'a',
    lang: 'en',
    headline: 'Night ferries return',
    standfirst: 'Two boats.',
    section: 'region',
    published: '2026-10-07T06:30:00Z',
    body: '<p>The ferry left at dawn.</p>',
    ...fields,
  });

const shown = (updated: string | null = null, cameAnotherWay = false): ShownVersion => ({
  input: story(),
  updated,
  cameAnotherWay,
});
const later = { updated: '2026-10-08T10:00:00+02:00' };
const inUtc = '2026-10-08T08:00:00.000Z';

test.each<[string, ArticleInput, ShownVersion | null, string | null]>([
  ['new, without a stamp', story(), null, null],
  ['new, stamped while it was published', story({ updated: '2026-10-07T06:30:59Z' }), null, null],
  ['new, stamped before it was published', story({ updated: '2026-10-07T05:00:00Z' }), null, null],
  ['new, and updated where it comes from', story(later), null, inUtc],
  [
    'new, and updated under its embargo',
    story({ ...later, embargoedUntil: '2026-10-08T09:00:00Z' }),
    null,
    null,
  ],
  ['the same text with a newer stamp', story(later), shown(), null],
  [
    'the same text, updated before',
    story(later),
    shown('2026-10-07T20:00:00.000Z'),
    '2026-10-07T20:00:00.000Z',
  ],
  [
    'other markup and topics around the same text',
    story({
      ...later,
      topics: ['Ferries'],
      body: '<div><p>The <b>ferry</b>\nleft at dawn.</p></div>',
    }),
    shown(),
    null,
  ],
  ['other words', story({ ...later, body: '<p>The ferry left late.</p>' }), shown(), inUtc],
  ['another headline', story({ ...later, headline: 'Night ferries are back' }), shown(), inUtc],
  ['another standfirst', story({ ...later, standfirst: 'Three boats.' }), shown(), inUtc],
  ['other words without a stamp', story({ body: '<p>It left late.</p>' }), shown(), NOW],
  [
    'the whole story behind a feed’s beginning',
    story({ body: '<p>It left at dawn. It was full.</p>' }),
    shown(null, true),
    null,
  ],
  [
    'a newer version, come another way',
    story({ ...later, body: '<p>It left.</p>' }),
    shown(null, true),
    inUtc,
  ],
  [
    'other words with the stamp of the version before',
    story({ ...later, body: '<p>It left late.</p>' }),
    shown(inUtc),
    NOW,
  ],
])('%s', (_, input, before, expected) => {
  const coming = { input, lang: 'en', body: readBody(input, 'en').kept } as const;
  expect(shownUpdate(coming, before, NOW)).toBe(expected);
});

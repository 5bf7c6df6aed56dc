import { expect, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { isStory } from '#lib/ingest/reading.ts';

const STORY = {
  sourceId: 'wire/1',
  lang: 'en',
  headline: 'Night ferries return',
  section: 'region',
  published: '2026-10-07T14:05:00Z',
  body: '<p>Text.</p>',
};

function read(content: unknown, defaults = {}) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const document = { place: 'wire.json', fileName: 'wire.json', text, pictures: null };
  return readDocument(document, { edition: 'en', ...defaults });
}

test.each([
  ['one story', STORY, ['wire.json']],
  ['a list', [STORY, STORY], ['wire.json, story 1', 'wire.json, story 2']],
  ['a list under a name', { articles: [STORY] }, ['wire.json, story 1']],
])('%s', (_, content, places) => {
  const readings = read(content);
  expect(readings.map(({ place }) => place)).toEqual(places);
  expect(readings.every(isStory)).toBe(true);
});

test('a bad story in a list does not spoil the others', () => {
  const { headline, ...nameless } = STORY;
  const readings = read([nameless, { ...STORY, headline }]);
  expect(readings.map(isStory)).toEqual([false, true]);
  expect(readings[0]).toMatchObject({ reason: 'It has no “headline”. Every story needs one.' });
});

test.each([
  [
    'several fields missing',
    { headline: 'x' },
    'It has no “sourceId” and no “lang” and no “section” and no “published”. Every story needs them.',
  ],
  [
    'a field that we don’t know',
    { ...STORY, titel: 'x' },
    'It has a field that Lede doesn’t know: “titel”.',
  ],
  ['a field of the wrong kind', { ...STORY, topics: 'x' }, 'Its “topics” must be a list.'],
  [
    'a field deep inside',
    { ...STORY, authors: [{ name: '' }] },
    'Its “authors” (“authors.0.name”) is empty.',
  ],
  [
    'a date without a zone',
    { ...STORY, published: '2026-10-07' },
    'Its “published” must be a date and time with its zone, as 2026-10-07T14:05:00Z, not “2026-10-07”.',
  ],
  [
    'two bodies',
    { ...STORY, bodyMarkdown: 'x' },
    'It is not a whole story: give the text once: either body (HTML) or bodyMarkdown.',
  ],
  ['broken JSON', '{"headline": }', 'It is not valid JSON:'],
  ['an empty list', [], 'It holds no story.'],
  [
    'another kind of JSON',
    { name: 'lede', version: '1' },
    'It is not a story: an article in JSON is an object with a “headline”',
  ],
])('%s is refused with a sentence', (_, content, reason) => {
  expect(read(content)).toEqual([
    expect.objectContaining({ outcome: 'failed', reason: expect.stringContaining(reason) }),
  ]);
});

test('the command line fills in what is missing', () => {
  const { lang, section, ...rest } = STORY;
  const [reading] = read(rest, { lang: 'fa', section: 'world' });
  expect(reading && isStory(reading) && reading.input).toMatchObject({
    lang: 'fa',
    section: 'world',
  });
  expect(lang + section).toBe('enregion');
});

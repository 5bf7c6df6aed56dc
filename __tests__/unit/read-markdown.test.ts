import { expect, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { isStory, type ReadDefaults } from '#lib/ingest/reading.ts';

const DEFAULTS: ReadDefaults = { edition: 'en' };

function read(text: string, fileName = '2018-07-06-ferries.md', defaults = DEFAULTS) {
  const [reading] = readDocument({ place: fileName, fileName, text, pictures: null }, defaults);
  if (!reading) throw new Error('Nothing was read.');
  return reading;
}

/** The story of front matter lines over a body. */
function story(lines: string, body = 'Text.', defaults = DEFAULTS) {
  const reading = read(`---\ntitle: T\n${lines}\n---\n${body}\n`, undefined, defaults);
  if (!isStory(reading)) throw new Error(reading.reason);
  return reading.input;
}

test('Lede’s own names', () => {
  const text = `---
headline: "Night ferries return"
standfirst: Two boats.
lang: fa
section: region
topics: [Transport, Outer islands]
dateline: PORT MAREN
authors:
  - name: Ifeoma Bascombe
    description: Reports.
    image: { url: ../pictures/ifeoma.svg, alt: A drawing }
agencies: [Harbour Wire]
published: 2026-10-07T14:05:00Z
updated: 2026-10-07T15:20:00+02:00
embargoedUntil: 2026-10-08
image: { url: a.svg, alt: A ferry, caption: At night, credit: J. C. }
corrections:
  - { at: 2026-10-07T16:00:00Z, text: A name was wrong. }
slug: night-ferries
sourceId: sample/fa/night-ferries
---
Text.`;
  const reading = read(text);
  expect(isStory(reading) && reading.input).toEqual({
    sourceId: 'sample/fa/night-ferries',
    lang: 'fa',
    slug: 'night-ferries',
    headline: 'Night ferries return',
    standfirst: 'Two boats.',
    section: 'region',
    topics: ['Transport', 'Outer islands'],
    dateline: 'PORT MAREN',
    authors: [
      {
        name: 'Ifeoma Bascombe',
        description: 'Reports.',
        image: { url: '../pictures/ifeoma.svg', alt: 'A drawing', caption: '', credit: '' },
      },
    ],
    agencies: ['Harbour Wire'],
    published: '2026-10-07T14:05:00.000Z',
    updated: '2026-10-07T13:20:00.000Z',
    embargoedUntil: '2026-10-08T00:00:00.000Z',
    image: { url: 'a.svg', alt: 'A ferry', caption: 'At night', credit: 'J. C.' },
    corrections: [{ at: '2026-10-07T16:00:00.000Z', text: 'A name was wrong.' }],
    bodyMarkdown: 'Text.',
  });
});

test('names of a static-site newsroom', () => {
  const lines = `summary: "“No,” she said -- twice."
byline: Julia Wallace & Sun Narin
language: Khmer
categories: background feature
tag: agriculture
image: https://x.example/a_w1023.jpg
cutline: In <em>The Daily</em> &amp; elsewhere
credit: (Heng Sinith | AP)
dateline: ភ្នំពេញ
date: 2018-07-12 10:00:00 +0700`;
  expect(story(lines)).toMatchObject({
    sourceId: 'markdown:km/ferries',
    lang: 'km',
    slug: 'ferries',
    headline: 'T',
    standfirst: '“No,” she said – twice.',
    authors: [{ name: 'Julia Wallace' }, { name: 'Sun Narin' }],
    section: 'background',
    topics: ['agriculture'],
    image: {
      url: 'https://x.example/a_w1023.jpg',
      alt: '',
      caption: 'In The Daily & elsewhere',
      credit: 'Heng Sinith | AP',
    },
    dateline: 'ភ្នំពេញ',
    published: '2018-07-12T03:00:00.000Z',
  });
});

test.each([
  [
    'the file’s name gives date and slug',
    '',
    { published: '2018-07-06T00:00:00Z', slug: 'ferries' },
  ],
  ['a permalink gives the slug', 'permalink: /english/feature/by-boat.html', { slug: 'by-boat' }],
  ['a feature', 'categories: feature', { section: 'features', topics: [] }],
  [
    'the category that is a section',
    'categories: agriculture video',
    { section: 'video', topics: ['agriculture'] },
  ],
  ['a category of the newsroom’s own', 'categories: hun-sen', { section: 'hun-sen' }],
  [
    'categories as a list',
    'categories: [Local news, politics]',
    { section: 'politics', topics: ['Local news'] },
  ],
  ['no section', '', { section: 'news' }],
  ['tags with commas', 'tags: climate change, boats', { topics: ['climate change', 'boats'] }],
  ['a location for a dateline', 'location: Preah Sihanouk', { dateline: 'Preah Sihanouk' }],
  ['a language with its country', 'lang: en-US', { lang: 'en' }],
  ['a language that is not ours', 'lang: French', { lang: 'French' }],
  [
    'a portrait with what HTML left',
    'mugshot: /img/Nou-Sari--400.jpg"; ',
    { image: { url: '/img/Nou-Sari--400.jpg', alt: 'T' } },
  ],
  ['a credit never filled in', 'image: a.jpg\ncredit: Photos by Xxxxx', { image: { credit: '' } }],
  [
    'a template in a field',
    'summary: "{{ site.title }}{% x %}Two boats {:.x}"',
    { standfirst: 'Two boats' },
  ],
  [
    'authors as objects',
    'author: { name: Mira Solheim, bio: Writes. }',
    { authors: [{ name: 'Mira Solheim', description: 'Writes.' }] },
  ],
])('%s', (_, lines, expected) => {
  expect(story(lines)).toMatchObject(expected);
});

test('a long file name stays whole, as it was the story’s address', () => {
  const name = 'a-very-long-name-of-a-story-'.repeat(5).slice(0, -1);
  const reading = read('---\ntitle: T\n---\nx', `2018-07-06-${name}.md`);
  expect(isStory(reading) && reading.input.slug).toBe(name);
});

test('the place where a person lives is no dateline, but says who speaks', () => {
  const input = story('occupation: Farmer\nage: 58\nlocation: Kampot');
  expect(input).toMatchObject({ standfirst: 'Farmer, 58, Kampot' });
  expect(input.dateline).toBeUndefined();
  expect(story('lang: km\nlocation: Phnom Penh').dateline).toBeUndefined();
});

test('what the command line gives is for stories that don’t say it themselves', () => {
  const defaults: ReadDefaults = { edition: 'en', lang: 'fa', section: 'world' };
  expect(story('', 'Text.', defaults)).toMatchObject({ lang: 'fa', section: 'world' });
  const own = story('lang: km\nsection: sport', 'Text.', defaults);
  expect(own).toMatchObject({ lang: 'km', section: 'sport' });
});

test('a note, a video and a line of thanks stand around the text', () => {
  const { bodyMarkdown } = story(
    'note: "Note: old."\nyoutube: z0AbBN9LD9Q\ntagline: Yon Sineat helped.',
  );
  expect(bodyMarkdown?.split('\n\n')).toEqual([
    'Note: old.',
    'Text.',
    '<iframe src="https://www.youtube-nocookie.com/embed/z0AbBN9LD9Q"></iframe>',
    'Yon Sineat helped.',
  ]);
  const shown = '{% include video.html youtube="z0AbBN9LD9Q" %}';
  expect(story('youtube: z0AbBN9LD9Q', shown).bodyMarkdown?.match(/<iframe/g)).toHaveLength(1);
});

test.each([
  ['without front matter', '# Read me', 'has no front matter'],
  ['with TOML', '+++\ntitle = "x"\n+++', 'TOML'],
  ['with broken YAML', '---\ntitle: a: b\n---\nx', 'not valid YAML in line 2'],
  [
    'that grows without end',
    `---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n---\nx`,
    'refers to its own parts too often',
  ],
  ['without a headline', '---\ndate: 2018-07-06\n---\nx', 'It has no headline (a line “title: …”'],
  ['without text', '---\ntitle: T\n---\n\n', 'It has no text below the front matter'],
  [
    'with a date that is none',
    '---\ntitle: T\ndate: soon\n---\nx',
    'must be a date and time with its zone, as 2026-10-07T14:05:00Z, not “soon”',
  ],
  [
    'with a headline over several screens',
    `---\ntitle: ${'x'.repeat(400)}\n---\nx`,
    'longer than 300 characters',
  ],
  ['that is a web page', '<!doctype html><title>x</title>', 'It is a web page'],
  [
    'that is a feed without entries',
    '<?xml version="1.0"?><rss/>',
    'It is a feed that holds no entries',
  ],
  ['that is empty', ' \n', 'It is empty'],
])('a file %s is refused with a sentence', (_, text, reason) => {
  expect(read(text)).toMatchObject({ outcome: 'failed', reason: expect.stringContaining(reason) });
});

test('a page of the site is no story', () => {
  const page = '---\nlayout: category\ntitle: Features\npermalink: /english/feature/\n---\nx';
  expect(read(page, 'index.html')).toMatchObject({
    outcome: 'failed',
    reason: expect.stringContaining('a page of the site (layout “category”), not a story'),
  });
});

test.each(['published: false', 'draft: true', 'status: draft'])('a draft is held: %s', (line) => {
  expect(read(`---\ntitle: T\n${line}\n---\nx`)).toMatchObject({
    outcome: 'held',
    reason: `It is a draft (“${line}”).`,
  });
});

test('parts of a template that were left out are counted', () => {
  const reading = read('---\ntitle: T\n---\na\n{% include map.html %}\n{% include map.html %}\n');
  expect(isStory(reading) && reading.warnings).toEqual([
    '2 parts of the site’s template were left out: map.html.',
  ]);
});

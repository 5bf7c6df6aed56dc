import { expect, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { pageTextOf } from '#lib/ingest/full-text/page-text.ts';
import { isStory } from '#lib/ingest/reading.ts';

const TEXT =
  '<p>The first night ferry since 2024 left the harbour of Port Maren on Thursday, with two hundred people on board, and came to the outer islands at dawn, said its captain.</p>';

const LD = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'The Harbour' },
    {
      '@type': 'NewsArticle',
      headline: 'Night ferries return',
      author: [{ name: 'Ann Lee' }, { name: 'Bo Roe' }],
      datePublished: '2026-10-07T06:30:00Z',
      dateModified: '2026-10-07T08:30:00Z',
    },
  ],
});

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Ferries - The Harbour</title>
  <meta property="og:image" content="/img/ferry.jpg"><link rel="canonical" href="/news/ferries">
  <script type="application/ld+json">{broken</script><script type="application/ld+json">${LD}</script>
  </head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
  <article><h1>Night ferries return</h1>${TEXT.repeat(3)}<img src="deck.jpg" alt="The deck"><script>alert(1)</script>
  <p>More in <a href="../map">the map</a>, which shows every island that has a harbour of its own.</p></article>
  <footer>Subscribe to our newsletter</footer></body></html>`;

const ADDRESS = 'https://www.a.example/news/2026/ferries?utm=x';

function read(text: string, defaults = {}, address: string | null = ADDRESS) {
  const pictures = address ? { address } : null;
  const document = { place: 'p', fileName: 'ferries', text, pictures };
  return readDocument(document, { edition: 'en', fullText: true, ...defaults })[0];
}

function story(...given: Parameters<typeof read>) {
  const reading = read(...given);
  if (!reading || !isStory(reading)) throw new Error(JSON.stringify(reading));
  return reading;
}

test('a page is a story: its own words, and what it says of itself', () => {
  const { input, warnings } = story(PAGE);
  expect(warnings).toEqual([]);
  expect(input).toMatchObject({
    sourceId: 'feed:https://www.a.example/news/ferries',
    lang: 'en',
    headline: 'Night ferries return',
    section: 'news',
    authors: [{ name: 'Ann Lee' }, { name: 'Bo Roe' }],
    published: '2026-10-07T06:30:00.000Z',
    updated: '2026-10-07T08:30:00.000Z',
    image: { url: 'https://www.a.example/img/ferry.jpg' },
  });
  expect(input.body).toContain('The first night ferry');
  expect(input.body).toContain('href="https://www.a.example/news/map"');
  expect(input.body).toContain('src="https://www.a.example/news/2026/deck.jpg"');
  expect(input.body).not.toMatch(/alert|Subscribe|Home/);
});

test('what is asked for goes before what a page says', () => {
  expect(story(PAGE, { section: 'region' }).input.section).toBe('region');
  const french = PAGE.replace('en-GB', 'fr');
  expect(story(french).input.lang).toBe('fr');
  expect(story(french, { lang: 'en' })).toMatchObject({
    input: { lang: 'en' },
    warnings: [/fr/].map(expect.stringMatching),
  });
});

test('a page speaks for its own site alone', () => {
  const other = PAGE.replace('href="/news/ferries"', 'href="https://b.example/news/ferries"');
  expect(story(other).input.sourceId).toBe(`feed:${ADDRESS}`);
  const plain = PAGE.replace('href="/news/ferries"', 'href="https://a.example/ferries"');
  expect(story(plain).input.sourceId).toBe('feed:https://a.example/ferries');
  expect(story(other, {}, null).input.sourceId).toBe('feed:https://b.example/news/ferries');
});

test('a page that says nothing of itself is a story too', () => {
  const { input, warnings, isUndated } = story(
    `<html><head><title>Night ferries return</title></head><body>${TEXT.repeat(3)}</body></html>`,
  );
  expect(input).toMatchObject({ headline: 'Night ferries return', authors: [], lang: 'en' });
  expect({ warnings, isUndated }).toEqual({
    warnings: ['It has no date: it was given the time of this import.'],
    isUndated: true,
  });
});

test('XHTML is read as a page', () => {
  const xhtml = `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Night ferries</title></head><body>${TEXT}</body></html>`;
  expect(story(xhtml).input.headline).toBe('Night ferries');
});

test('without being asked for, a page is refused with the way to ask', () => {
  expect(read(PAGE, { fullText: false })).toMatchObject({
    outcome: 'failed',
    reason: expect.stringContaining('With --full-text it looks for the story on the page.'),
  });
});

test.each([
  ['has no story', '<!doctype html><html><body><p>Please log in.</p></body></html>'],
  ['is nested too deeply', `<!doctype html>${'<div>'.repeat(1000)}${TEXT}`],
  ['has too many elements', `<!doctype html>${'<p>a</p>'.repeat(30_000)}${TEXT}`],
])('a page that %s is reported', (_, html) => {
  expect(read(html)).toMatchObject({ reason: 'No story was found on this web page.' });
});

test.each([
  ['many elements', `<body>${'<p>a</p>'.repeat(19_000)}`],
  ['many links', `<body><article>${`<a href=x>${'a'.repeat(40)},</a>`.repeat(19_000)}`],
  [
    'parts in parts',
    `<body>${`${'<div class="article">'.repeat(150)}${TEXT}${'</div>'.repeat(150)}`.repeat(60)}`,
  ],
  ['an endless title', `<title>${'a | '.repeat(400_000)}</title><body>${TEXT}`],
  ['nothing but white space', `<body><p>${' '.repeat(1_900_000)}x`],
])('a page with %s takes no time', (_, html) => {
  const start = performance.now();
  pageTextOf(`<!doctype html><html>${html}`);
  expect(performance.now() - start).toBeLessThan(8000);
});

import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { importStory, importWire } from './new-story.ts';
import { placesWith, soon } from './soon.ts';
import { test } from './test.ts';
import { isWholePage } from './whole-page.ts';

/** Where a story with these facts and this text is listed. */
const FACTS = { section: 'region', topics: ['Tides'], authors: ['Rosa Quist'] };
const BODY = 'The ferry brought zwieback.';
const LISTS = [
  '/en',
  '/en/sections/region',
  '/en/topics/tides',
  '/en/authors/rosa-quist',
  '/en/search?q=zwieback',
];

test('a changed story is on its page and in every list', async ({ request, newsroom }) => {
  const story = { slug: 'changed-story', ...FACTS, body: BODY };
  const places = [`/en/articles/${story.slug}`, ...LISTS];
  await importStory(newsroom, { ...story, headline: 'Ferry leaves early' });
  await soon(request, places, { shows: 'Ferry leaves early' });
  await importStory(newsroom, { ...story, headline: 'Ferry leaves late' });
  await soon(request, places, { shows: 'Ferry leaves late', lacks: 'Ferry leaves early' });
});

test('a story that moves is in its new lists and in none of the old', async ({
  request,
  newsroom,
}) => {
  const headline = 'Pilot boat comes home';
  const published = '2026-01-05T06:00:00Z';
  const story = { slug: 'moved-story', headline, published, body: BODY };
  const old = ['/en/sections/region', '/en/topics/tides', '/en/authors/rosa-quist'];
  await importStory(newsroom, { ...story, ...FACTS });
  await soon(request, old, { shows: headline });
  await importStory(newsroom, { ...story, section: 'culture', topics: ['Pilots'] });
  await Promise.all([
    soon(request, ['/en/sections/culture', '/en/topics/pilots'], { shows: headline }),
    soon(request, old, { lacks: headline }),
  ]);
});

for (const { edition, headline } of [
  { edition: 'en', headline: 'Crab counted twice' },
  { edition: 'fa', headline: 'خرچنگ دوباره شمرده شد' },
  { edition: 'km', headline: 'ក្តាមត្រូវបានរាប់ពីរដង' },
] as const) {
  test(`a withdrawn story is gone from everywhere: ${edition}`, async ({
    page,
    request,
    newsroom,
  }) => {
    const slug = `withdrawn-${randomUUID()}`;
    const path = `/${edition}/articles/${slug}`;
    const lists = [`/${edition}`, `/${edition}/sections/region`, `/${edition}/search?q=zwieback`];
    await importStory(newsroom, { slug, headline, lang: edition, section: 'region', body: BODY });
    await soon(request, [path, ...lists], { shows: headline });

    await newsroom.lede('withdraw', path, '--reason', 'It was one crab.');
    await soon(request, [path, ...lists], { lacks: headline });
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(410);
    await isWholePage(page, edition, messagesOf(edition).withdrawn.title);
    await expect(page.locator('body')).not.toContainText('It was one crab.');
  });
}

test('a story that its agency cancels is gone from everywhere', async ({ request, newsroom }) => {
  const uri = `urn:example:${randomUUID()}`;
  const headline = `Pilots strike over ${uri.slice(-8)}`;
  const item = {
    uri,
    representationtype: 'complete',
    type: 'text',
    pubstatus: 'usable',
    language: 'en',
    versioncreated: new Date(Date.now() - 60_000).toISOString(),
    headline,
    slugline: 'pilots',
    subject: [{ name: 'Tides' }],
    body_xhtml: '<p>The pilots of the harbour have put down their zwieback.</p>',
  };
  await importWire(newsroom, item);
  const lists = ['/en', '/en/search?q=zwieback'];
  await soon(request, lists, { shows: headline });
  const front = await (await request.get('/en')).text();
  const path = /href="(?<path>\/en\/articles\/pilots-strike[^"]*)"/.exec(front)?.groups?.path ?? '';
  expect((await request.get(path)).status()).toBe(200);

  const versioncreated = new Date().toISOString();
  await importWire(newsroom, { ...item, pubstatus: 'canceled', versioncreated });
  await soon(request, [path, ...lists], { lacks: headline });
  expect((await request.get(path)).status()).toBe(410);
});

/** An import and a look at every list must fit into it, on a busy machine too. */
const UNDER_EMBARGO_MS = 10_000;

test('an embargoed story is nowhere, and at its instant everywhere', async ({
  request,
  newsroom,
}) => {
  const slug = `embargoed-${randomUUID()}`;
  const headline = `Lighthouse sold: ${slug}`;
  const path = `/en/articles/${slug}`;
  const before = [path, ...LISTS];
  for (const place of before) await request.get(place);
  const instant = Date.now() + UNDER_EMBARGO_MS;
  const embargoedUntil = new Date(instant).toISOString();
  await importStory(newsroom, { slug, headline, ...FACTS, body: BODY, embargoedUntil });

  expect((await request.get(path)).status()).toBe(404);
  expect(await placesWith(request, before, headline)).toEqual([]);
  expect(Date.now(), 'looked before the instant').toBeLessThan(instant);

  await soon(request, before, { shows: headline }, instant);
  expect(Date.now()).toBeGreaterThanOrEqual(instant);
});

/** An alert stands for a minute at least; an editor's watch that is slow makes the rest short. */
const SLOW_WATCH = `--import=data:text/javascript,${encodeURIComponent(
  'const now = Date.now; Date.now = () => now() - 56_000;',
)}`;

test('an alert that runs out is gone by itself', async ({ request, newsroom }) => {
  const text = 'Bridge closed for four seconds';
  const options = process.env.NODE_OPTIONS ?? '';
  process.env.NODE_OPTIONS = `${options} ${SLOW_WATCH}`;
  const raised = await newsroom
    .lede('alert', 'raise', text, '--lang', 'en', '--expires', '1m', '--json')
    .finally(() => {
      process.env.NODE_OPTIONS = options;
    });
  const instant = Date.parse(JSON.parse(raised).expires);
  const places = ['/en', '/en/settings', '/en/articles/no-such-story'];
  await soon(request, places, { shows: text });
  expect(Date.now(), 'seen before it ran out').toBeLessThan(instant);

  await soon(request, places, { lacks: text }, instant);
  expect(Date.now()).toBeGreaterThanOrEqual(instant);
});

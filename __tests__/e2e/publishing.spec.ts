import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import type { Newsroom } from './newsroom/newsroom.ts';
import { soon } from './soon.ts';
import { test } from './test.ts';

const LISTS = ['/en', '/en/sections/region', '/en/search?q=tonight', '/api/articles?lang=en'];

/** A newsroom's program: it has a token, and calls as CONTRACT and docs/publishing.md say. */
async function program(newsroom: Newsroom, request: APIRequestContext, ...options: string[]) {
  const made = await newsroom.lede(
    ...['token', 'create', '--name', 'Night desk', '--scope', 'publish', '--json'],
    ...options,
  );
  const { id, token } = JSON.parse(made) as { id: string; token: string };
  const headers = { authorization: `Bearer ${token}` };
  return {
    id,
    send: (data: object) => request.post('/api/articles', { headers, data }),
    change: (story: string, data: object) =>
      request.patch(`/api/articles/${story}`, { headers, data }),
    withdraw: (story: string, reason: string) =>
      request.delete(`/api/articles/${story}`, { headers, params: { reason } }),
  };
}

function story(fields: object = {}) {
  const name = randomUUID().slice(0, 8);
  return {
    sourceId: `desk/${name}`,
    lang: 'en',
    section: 'region',
    headline: `Lantern festival ${name}`,
    published: new Date().toISOString(),
    body: '<p>Every boat carries a lantern tonight.</p>',
    ...fields,
  };
}

test('a program publishes, corrects and withdraws a story', async ({ page, request, newsroom }) => {
  const desk = await program(newsroom, request);
  const { headline, ...rest } = story();
  for (const place of LISTS) await request.get(place);
  const sent = await desk.send({ ...rest, headline });
  expect(sent.status()).toBe(201);
  const { id, url, findings } = await sent.json();
  expect(findings).toEqual([]);
  const path = new URL(url).pathname;
  await soon(request, [path, `/api/articles/${id}`, ...LISTS], { shows: headline });
  expect((await desk.send({ ...rest, headline })).status()).toBe(200);

  const correction = 'An earlier version said that every house carries one.';
  const body = '<p>Every boat carries two lanterns tonight.</p>';
  expect((await desk.change(id, { body, correction })).status()).toBe(200);
  await soon(request, [path], { shows: 'two lanterns' });
  await page.goto(path);
  const link = page.getByRole('article').getByRole('link', { name: /^Corrected / });
  await link.click();
  await expect(page).toHaveURL(`${path}#corrections`);
  await expect(page.getByText(correction)).toBeInViewport();
  await expect(page.getByText(/^Updated /)).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({
    '@type': 'NewsArticle',
    correction: [{ '@type': 'CorrectionComment', text: correction }],
  });

  expect((await desk.withdraw(id, 'It was a rehearsal.')).status()).toBe(204);
  await soon(request, [path, `/api/articles/${id}`, ...LISTS], { lacks: 'two lanterns' });
  expect((await request.get(path)).status()).toBe(410);
  expect((await request.get(`/api/articles/${id}`)).status()).toBe(410);
});

test('an embargoed story is in no answer of the API before its instant', async ({
  request,
  newsroom,
}) => {
  const desk = await program(newsroom, request);
  const instant = Date.now() + 4000;
  const sent = await desk.send(story({ embargoedUntil: new Date(instant).toISOString() }));
  expect(sent.status()).toBe(201);
  const { id, url, state } = await sent.json();
  expect(state).toBe('embargoed');
  const places = [new URL(url).pathname, `/api/articles/${id}`];
  for (const place of places) expect((await request.get(place)).status(), place).toBe(404);
  await soon(request, places, { shows: 'Every boat carries' }, instant);
  expect(Date.now()).toBeGreaterThanOrEqual(instant);
});

test('a story with serious findings waits, and an editor lets it through', async ({
  request,
  newsroom,
}) => {
  const desk = await program(newsroom, request, '--hold');
  const body =
    '<p>Boats in red are late tonight.</p><p><font color="red">The Maren</font>, the Lantern.</p>';
  const held = story({ body });
  const sent = await desk.send(held);
  expect(sent.status()).toBe(201);
  const { id, url, state, findings } = await sent.json();
  expect({ state, rules: findings.map(({ rule }: { rule: string }) => rule) }).toEqual({
    state: 'held',
    rules: ['colour-alone'],
  });
  const path = new URL(url).pathname;
  const places = [path, ...LISTS];
  expect((await request.get(path)).status()).toBe(404);
  await soon(request, places, { lacks: held.headline });
  expect(await newsroom.lede('held', 'list')).toContain(held.headline);

  await newsroom.lede('held', 'publish', id, '--reason', 'The sender has been told.');
  await soon(request, places, { shows: held.headline });
});

test('a revoked token is refused with the next call', async ({ request, newsroom }) => {
  const desk = await program(newsroom, request);
  expect((await desk.send(story())).status()).toBe(201);
  await newsroom.lede('token', 'revoke', desk.id);
  const refused = await desk.send(story());
  expect(refused.status()).toBe(401);
  expect(refused.headers()['content-type']).toContain('application/problem+json');
  expect(refused.headers()['www-authenticate']).toMatch(/^Bearer/);
});

test('what is too large or means harm is refused, and the site goes on', async ({
  page,
  request,
  newsroom,
}) => {
  const desk = await program(newsroom, request);
  const large = await desk.send(story({ body: 'a'.repeat(3_000_000) }));
  expect(large.status()).toBe(413);
  const slow = await desk.send(story({ body: undefined, bodyMarkdown: '_a**'.repeat(40_000) }));
  expect(slow.status()).toBe(422);
  await page.goto('/en');
  await expect(page.getByRole('main')).toBeVisible();
});

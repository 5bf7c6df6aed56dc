import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { makeToken, signIn } from './at-the-desk.ts';
import { audit } from './audit.ts';
import { problemsOfLayout } from './laid-out.ts';
import { importStory } from './new-story.ts';
import { soon } from './soon.ts';
import { findSmallTargets } from './targets.ts';
import { test } from './test.ts';

test('the way in and out: a token that does not hold, one that does, and back to the page', async ({
  page,
  context,
  newsroom,
}) => {
  const { token } = await makeToken(newsroom);
  const path = '/desk/log?before=3';
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(401);
  await signIn(page, `${token.slice(0, -1)}x`, path);
  await expect(page).toHaveTitle(/^Not done: Sign in/);
  await expect(page.getByLabel('Your token')).toHaveAccessibleDescription(/does not hold/);
  await page.getByLabel('Your token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');

  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'lede-desk');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/desk' });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('main')).toContainText('You have signed out.');
  await page.goto('/desk');
  await expect(page.getByLabel('Your token')).toBeVisible();
});

test('a story is held, released, corrected and withdrawn, and readers have each within a second', async ({
  page,
  request,
  newsroom,
}) => {
  const slug = `desk-${randomUUID()}`;
  const headline = `Lantern boat ${slug.slice(-6)}`;
  const path = `/en/articles/${slug}`;
  const body = 'Every boat carries a lantern tonight.';
  await importStory(newsroom, { slug, headline, body });
  await soon(request, [path, '/en'], { shows: headline });
  const { token } = await makeToken(newsroom);
  await signIn(page, token, '/desk/stories');
  await page.getByLabel('Words of the headline, or an address').fill(path);
  await page.getByRole('button', { name: 'Show stories' }).click();
  await page.getByRole('main').getByRole('link', { name: headline }).first().click();

  await page.getByLabel('Why it is held').fill('The captain asks us to check');
  await page.getByRole('button', { name: 'Hold' }).click();
  await expect(page).toHaveTitle(/^Done/);
  await soon(request, [path, '/en'], { lacks: headline });
  expect((await request.get(path)).status()).toBe(404);

  await page.getByLabel('Why it is released').fill('Checked');
  await page.getByRole('button', { name: /^Release/ }).click();
  await soon(request, [path, '/en'], { shows: headline });

  await page.getByRole('link', { name: /^Correct/ }).click();
  await page.getByLabel(/^Text, as/).fill('Every boat carries two lanterns tonight.');
  await page.getByRole('button', { name: 'Correct the story' }).click();
  await expect(page, 'readers must be told').toHaveTitle(/^Not done/);
  await expect(page.getByLabel(/^Text, as/)).toHaveValue(/two lanterns/);
  await page.getByLabel('Correction, for readers').fill('An earlier version said one.');
  await page.getByRole('button', { name: 'Correct the story' }).click();
  await soon(request, [path], { shows: 'An earlier version said one.' });

  await page.getByLabel('Why it is withdrawn').fill('Names a minor');
  await page.getByLabel(/can’t be brought back/).check();
  await page.getByRole('button', { name: 'Withdraw for good' }).click();
  await soon(request, [path, '/en'], { lacks: headline });
  expect((await request.get(path)).status()).toBe(410);

  await page.goto('/desk/log');
  for (const act of ['held', 'published', 'changed', 'withdrew']) {
    await expect(page.getByRole('main')).toContainText(new RegExp(act));
  }
});

test('a token that is made at the desk opens the API, until it is revoked there', async ({
  page,
  request,
  newsroom,
}) => {
  const { token } = await makeToken(newsroom);
  await signIn(page, token, '/desk/access');
  const name = `Program ${randomUUID().slice(0, 6)}`;
  await page.getByLabel('Whose it is').fill(name);
  await page.getByLabel('raise and clear alerts').check();
  await page.getByRole('button', { name: 'Make the token' }).click();
  const [made = ''] = /lede_[0-9a-f]{12}_[0-9a-f]{64}/.exec(await page.content()) ?? [];
  const headers = { authorization: `Bearer ${made}` };
  const data = { text: 'From the program', lang: 'en' };
  const answer = await request.post('/api/alerts', { headers, data });
  expect(answer.status()).toBe(201);
  await newsroom.lede('alert', 'clear');

  await page.goto('/desk/access');
  expect(await page.content()).not.toContain(made);
  await page.getByRole('link', { name: `Revoke “${name}”` }).click();
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await expect(page).toHaveTitle(/^Done/);
  expect((await request.post('/api/alerts', { headers, data })).status()).toBe(401);
});

test('a form from another site does nothing, and a thousand guesses lead nowhere', async ({
  page,
  context,
  newsroom,
}) => {
  const { token } = await makeToken(newsroom);
  await signIn(page, token);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const send = (form: string, fields: Record<string, string>, headers: Record<string, string>) =>
    fetch(`${newsroom.url}/desk/forms/${form}`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    });
  const foreign = await send('sign-out', {}, { cookie, origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');

  const own = { origin: newsroom.url };
  const statuses: number[] = [];
  for (let guess = 0; guess < 1000; guess += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const wrong = String(guess + index).padStart(64, '0');
        return send('sign-in', { token: token.replace(/[^_]*$/, wrong) }, own);
      }),
    );
    statuses.push(...answers.map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(900);
  expect(statuses.every((status) => status === 429 || status === 303 || status === 401)).toBe(true);
  const good = await send('sign-in', { token }, own);
  expect(good.headers.get('set-cookie')).toContain('lede-desk=');
  const log = await newsroom.lede('log', '--limit', '200', '--json');
  const refused = JSON.parse(log).filter(({ act }: { act: string }) => act === 'access.refused');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(100);
});

const PAGES = [
  '/desk',
  '/desk/alerts',
  '/desk/stories',
  '/desk/stories?state=held',
  '/desk/sources',
  '/desk/access',
  '/desk/log',
  '/desk/no-such-page',
];

for (const width of [1280, 320]) {
  test(`nothing stands in an editor's way, on any page of the desk, ${width} px wide`, async ({
    page,
    newsroom,
    raiseAlert,
  }) => {
    test.slow();
    await raiseAlert('Port Maren: 112', 'en', '--link', '/en');
    await importStory(newsroom, { slug: randomUUID(), headline: 'Pilot boat', body: 'Home.' });
    const { token } = await makeToken(newsroom);
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/desk');
    const pages = [...PAGES];
    await check('the way in');
    await signIn(page, token, '/desk/stories');
    const story = page.getByRole('main').getByRole('heading').getByRole('link').first();
    pages.push((await story.getAttribute('href')) ?? '');
    for (const path of pages) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(path === '/desk/no-such-page' ? 404 : 200);
      await check(path);
    }
    await page.goto('/desk/alerts');
    await page.getByLabel('Story in English').fill('No story of this name');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page).toHaveTitle(/^Not done/);
    await check('alerts, with problems');
    await page.getByLabel('Text in English').fill('Ferries stop');
    await page.getByLabel('Story in English').fill('');
    await page.getByRole('button', { name: 'Preview' }).click();
    await check('the preview');

    async function check(what: string): Promise<void> {
      await expect(page.locator('script')).toHaveCount(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await audit(page), `${what}, ${colorScheme}`).toEqual([]);
      }
      expect.soft(await problemsOfLayout(page), what).toEqual([]);
      expect.soft(await findSmallTargets(page), what).toEqual([]);
    }
  });
}

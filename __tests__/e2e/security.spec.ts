import { randomUUID } from 'node:crypto';
import { type APIResponse, expect, type Page } from '@playwright/test';
import { EDITIONS } from './editions.ts';
import { importStory } from './new-story.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { weaknessesOf } from './page-policy.ts';
import { test } from './test.ts';

const HEADERS: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(?:strict-origin-when-cross-origin|same-origin|no-referrer)$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'x-frame-options': /^DENY$/,
};

for (const { kind, path, status } of PAGE_KINDS) {
  test(`no script but ours can run: ${kind}`, async ({ request }) => {
    for (const edition of EDITIONS) {
      // The first may be made for this request, the second is out of the cache.
      await isSafePage(await request.get(path(edition)), status);
      await isSafePage(await request.get(path(edition)), status);
    }
  });
}

for (const { name, path, status } of [
  { name: 'no edition', path: '/xx', status: 404 },
  { name: 'no edition, further down', path: '/xx/articles/a', status: 404 },
  { name: 'no route', path: '/en/a/b/c', status: 404 },
  { name: 'no section', path: '/en/sections/none', status: 404 },
  { name: 'a file that is not there', path: '/no-such-file.js', status: 404 },
  { name: 'quotes and angles', path: '/en/articles/a%20b%22%3E%3Cscript%3E', status: 404 },
  { name: 'half a percent sign', path: '/en/articles/%E0%A4%A', status: 404 },
  { name: 'never asked before', path: `/en/articles/${randomUUID()}`, status: 404 },
  { name: 'a new search', path: `/en/search?q=${randomUUID()}`, status: 200 },
  { name: 'an odd search', path: '/en/search?q=%E0%A4&page=-1', status: 404 },
]) {
  test(`no script but ours can run: ${name}`, async ({ request }) => {
    await isSafePage(await request.get(path), status);
    await isSafePage(await request.get(path), status);
  });
}

for (const { name, path, status } of [
  { name: 'the way in', path: '/', status: 302 },
  { name: 'the style of choices', path: '/preferences.css', status: 200 },
  { name: 'the schema', path: '/schemas/article.json', status: 200 },
  { name: 'a picture that is not there', path: '/media/none.avif', status: 404 },
  { name: 'a script that is not there', path: '/_next/static/none.js', status: 404 },
  { name: 'a question asked wrongly', path: '/api/preferences', status: 405 },
]) {
  test(`the usual headers are on ${name}`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    hasUsualHeaders(answer);
  });
}

test('an inline script that is not ours does not run', async ({ browser, newsroom }) => {
  // A reader of its own, since being blocked is an error that would fail a watched one.
  const page = await browser.newPage({ baseURL: newsroom.url });
  await page.route('**/en', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      '</body>',
      '<script>window.ran="theirs"</script><img src="/none" onerror="window.ran=1"></body>',
    );
    await route.fulfill({ response, body: html });
  });
  const blocked = page.waitForEvent('console', (message) =>
    /Content Security/.test(message.text()),
  );
  await page.goto('/en');
  await blocked;
  expect(await whatRan(page)).toBeUndefined();
  await page.close();
});

const HOSTILE = `Words before.

<script>window.ran = 'script'</script>
<SCRIPT SRC="https://evil.example/x.js"></SCRIPT>
<img src="x" onerror="window.ran = 'onerror'">
<svg onload="window.ran = 'svg'"><script>window.ran = 'svg script'</script></svg>
<iframe src="https://evil.example/" srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<style>body { display: none } @import 'https://evil.example/x.css';</style>
<link rel="stylesheet" href="https://evil.example/x.css">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<base href="https://evil.example/">
<object data="https://evil.example/x.swf"></object><embed src="https://evil.example/x.swf">
<form action="https://evil.example/" id="settings"><input name="q" autofocus><button>Log in</button></form>
<video src="https://evil.example/x.mp4" autoplay></video>
<p id="main" style="position: fixed; inset: 0" onclick="window.ran = 'onclick'">Plain words.</p>

<a href="javascript:window.ran='link'">An old trick</a>,
<a href=" java&#10;script:window.ran='link'">an older trick</a>,
[a new trick](javascript:window.ran='markdown),
[a data trick](data:text/html,<script>window.ran='data'</script>).

Words after.`;

test('a story that means harm is text, and nothing more', async ({ page, newsroom }) => {
  const slug = 'a-story-that-means-harm';
  const headline = 'Storm </script><script>window.ran="headline"</script> & rain';
  const escaped = headline.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await importStory(newsroom, { slug, headline: escaped, body: HOSTILE });

  const answer = await page.goto(`/en/articles/${slug}`);
  expect(weaknessesOf((await answer?.text()) ?? '', (await answer?.allHeaders()) ?? {})).toEqual(
    [],
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  const main = page.getByRole('main');
  for (const words of ['Words before.', 'Plain words.', 'Words after.']) {
    await expect(main.getByText(words)).toBeVisible();
  }
  for (const target of ['#main', '#settings']) await expect(page.locator(target)).toHaveCount(1);
  await expect(page.locator('#settings')).toHaveAttribute('action', '/api/preferences');
  await expect(main.getByRole('textbox')).toHaveCount(0);
  for (const name of ['An old trick', 'an older trick', 'a new trick', 'a data trick']) {
    await main.getByText(name).first().click();
  }
  await main.getByText('Plain words.').click();
  await expect(page).toHaveURL(`/en/articles/${slug}`);
  expect(await whatRan(page)).toBeUndefined();

  for (const path of ['/en', '/en/sections/region', '/en/search?q=storm']) {
    await page.goto(path);
    await expect(page.getByRole('link', { name: headline }).first(), path).toBeVisible();
    expect(await whatRan(page), path).toBeUndefined();
  }
});

test('an alert is text, and leads nowhere else', async ({ page, newsroom, raiseAlert }) => {
  for (const link of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:1',
  ]) {
    await expect(
      newsroom.lede('alert', 'raise', 'Storm', '--lang', 'en', '--link', link),
      link,
    ).rejects.toMatchObject({ code: 1 });
  }
  const text = '</script><img src=x onerror="window.ran=1"> & rain';
  await raiseAlert(text, 'en');
  await page.goto('/en');
  await expect(page.getByRole('region', { name: 'Breaking news' })).toContainText(text);
  expect(await whatRan(page)).toBeUndefined();
});

for (const query of [
  '<script>window.ran=1</script>',
  '"><img src=x onerror=window.ran=1>',
  '</title><script>window.ran=1</script>',
  "'-window.ran=1-' {{window.ran=1}}",
]) {
  test(`a search shows what was asked as text: ${query}`, async ({ page }) => {
    await page.goto(`/en/search?${new URLSearchParams({ q: query })}`);
    await expect(page.getByRole('searchbox', { name: 'Search all stories' })).toHaveValue(query);
    await expect(page.getByRole('main').getByText(`“${query}”`)).toBeVisible();
    expect(await whatRan(page)).toBeUndefined();
  });
}

for (const foreign of [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
]) {
  test(`choosing leads to no other site: ${JSON.stringify(foreign)}`, async ({ request }) => {
    const answer = await request.post('/api/preferences', {
      form: { size: 'lg', return: foreign },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe('/');
  });
}

async function isSafePage(answer: APIResponse, status: number): Promise<void> {
  expect(answer.status()).toBe(status);
  expect(weaknessesOf(await answer.text(), answer.headers())).toEqual([]);
  hasUsualHeaders(answer);
}

function hasUsualHeaders(answer: APIResponse): void {
  const headers = answer.headers();
  for (const [name, value] of Object.entries(HEADERS)) expect(headers[name], name).toMatch(value);
  expect(headers).not.toHaveProperty('x-powered-by');
}

/** What a script that is not ours would have left behind. */
function whatRan(page: Page): Promise<unknown> {
  return page.evaluate(() => (window as { ran?: unknown }).ran);
}

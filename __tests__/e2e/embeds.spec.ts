import { expect, type Page } from '@playwright/test';
import { audit } from './audit.ts';
import { test } from './test.ts';

const STORY = '/en/articles/video-embed';
const PLAYERS = /^https:\/\/(?:www\.youtube-nocookie\.com|player\.vimeo\.com)\//;

/** A player that stands for the real one: nothing leaves this machine. */
async function stubPlayers(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(PLAYERS, (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>Player</title><p>The film runs.</p>',
    });
  });
  return asked;
}

for (const { scripts, javaScriptEnabled } of [
  { scripts: 'with scripts', javaScriptEnabled: true },
  { scripts: 'without scripts', javaScriptEnabled: false },
]) {
  test(`a video loads where it stands, and not before the reader says so, ${scripts}`, async ({
    browser,
    newsroom,
  }) => {
    // A reader of its own, since asking the player is what fails a watched one.
    const page = await browser.newPage({ baseURL: newsroom.url, javaScriptEnabled });
    const asked = await stubPlayers(page);
    const others: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(newsroom.url) && !PLAYERS.test(url)) others.push(url);
    });
    await page.goto(STORY);
    const frame = page.getByTitle('Video (YouTube)');
    await frame.scrollIntoViewIfNeeded();
    const inside = page.frameLocator('iframe[title="Video (YouTube)"]');
    const load = inside.getByRole('link', { name: 'Load the video from YouTube' });
    await expect(load).toBeVisible();
    expect(asked).toEqual([]);

    const before = await frame.boundingBox();
    await load.focus();
    await page.keyboard.press('Enter');
    await expect(inside.getByText('The film runs.')).toBeVisible();
    expect(await frame.boundingBox()).toEqual(before);
    expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/aaaaaaaaaaa']);
    expect(others).toEqual([]);
    await page.close();
  });
}

for (const width of [320, 1280]) {
  test(`a story with videos has no barrier that axe finds at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(STORY);
    await page.getByTitle('Video (YouTube)').scrollIntoViewIfNeeded();
    await expect(
      page.frameLocator('iframe[title="Video (YouTube)"]').getByRole('link'),
    ).toBeVisible();
    expect(await audit(page)).toEqual([]);
  });
}

test('the page in the frame may be framed by this site alone', async ({ request }) => {
  const answer = await request.get('/embeds/youtube/aaaaaaaaaaa?lang=fa');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['x-frame-options']).toBe('SAMEORIGIN');
  expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(await answer.text()).toContain('<html lang="fa" dir="rtl"');
  expect((await request.get('/embeds/youtube/x')).status()).toBe(404);
  expect((await request.get('/embeds/elsewhere/aaaaaaaaaaa')).status()).toBe(404);
});

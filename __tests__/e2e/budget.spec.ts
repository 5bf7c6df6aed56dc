import { type CDPSession, expect, type Page } from '@playwright/test';
import { EDITIONS } from './editions.ts';
import { layoutShifts, scrollThrough, watchLayoutShifts } from './layout-shifts.ts';
import { DIPLOMACY_STORY } from './page-kinds.ts';
import { givePreferences } from './preferences.ts';
import { openSlowLine } from './slow-line.ts';
import { storyPath } from './story-text.ts';
import { test } from './test.ts';

/** What a page may cost a reader on a metered line, and that nothing moves while it comes. */

/** Bytes on the line, headers too. */
const MOST_BYTES = { Script: 140_000, Stylesheet: 15_000, Font: 60_000 } as const;

for (const edition of EDITIONS) {
  test(`an article is light on a first visit: ${edition}`, async ({ page }) => {
    const line = await page.context().newCDPSession(page);
    const { bytes, hosts } = await meter(line);
    await page.goto(`/${edition}/articles/${DIPLOMACY_STORY}`, { waitUntil: 'networkidle' });
    await scrollThrough(page);
    for (const [type, most] of Object.entries(MOST_BYTES)) {
      expect.soft(bytes[type], type).toBeGreaterThan(1000);
      expect.soft(bytes[type], type).toBeLessThanOrEqual(most);
    }
    expect([...hosts]).toEqual([new URL(page.url()).host]);
  });

  for (const width of [360, 1280]) {
    test(`nothing moves while a page comes and is read at ${width} px: ${edition}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await watchLayoutShifts(page);
      for (const path of [`/${edition}`, storyPath(edition)]) {
        await page.goto(path);
        await scrollThrough(page);
        expect.soft(await layoutShifts(page), path).toEqual([]);
      }
    });
  }
}

for (const { path, width } of [
  { path: '/en', width: 360 },
  { path: '/en', width: 1280 },
  { path: storyPath('en'), width: 360 },
  { path: storyPath('en'), width: 1280 },
  { path: storyPath('fa'), width: 360 },
  { path: storyPath('fa'), width: 1280 },
]) {
  test(`nothing moves while a page comes bit by bit: ${path} at ${width} px`, async ({
    browser,
    newsroom,
  }) => {
    const line = await openSlowLine(newsroom.url);
    const context = await browser.newContext({ viewport: { width, height: 700 } });
    await givePreferences(context, line.url, { size: 'lg' });
    const page = await context.newPage();
    await watchLayoutShifts(page);
    await page.goto(line.url + path);
    expect(await layoutShifts(page)).toEqual([]);
    await context.close();
    await line.close();
  });
}

for (const { path, hasLead } of [
  { path: '/en', hasLead: true },
  { path: storyPath('en'), hasLead: true },
  { path: `/fa/articles/${DIPLOMACY_STORY}`, hasLead: true },
  { path: '/en/sections/world', hasLead: false },
  { path: '/km/authors/តុសាកល្បង', hasLead: false },
]) {
  test(`pictures keep their place, and only the first is fetched at once: ${path}`, async ({
    page,
  }) => {
    await page.goto(path);
    const pictures = await page.locator('img').evaluateAll((images) =>
      images.map((image) => ({
        hasPlace: /^[1-9]\d*,[1-9]\d*$/.test(
          `${image.getAttribute('width')},${image.getAttribute('height')}`,
        ),
        isFirst: image.getAttribute('fetchpriority') === 'high',
        isLazy: image.getAttribute('loading') === 'lazy',
      })),
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const [index, picture] of pictures.entries()) {
      const isLead = hasLead && index === 0;
      expect(picture, `picture ${index}`).toEqual({
        hasPlace: true,
        isFirst: isLead,
        isLazy: !isLead,
      });
    }
  });
}

test('pictures come as AVIF, no larger than they are drawn', async ({ anotherReader }) => {
  for (const { width, deviceScaleFactor } of [
    { width: 360, deviceScaleFactor: 1 },
    { width: 360, deviceScaleFactor: 3 },
    { width: 1280, deviceScaleFactor: 1 },
  ]) {
    const context = await anotherReader({ viewport: { width, height: 700 }, deviceScaleFactor });
    const page = await context.newPage();
    const types = new Set<string | undefined>();
    page.on('response', (response) => {
      const isPicture = new URL(response.url()).pathname.startsWith('/media/');
      if (isPicture) types.add(response.headers()['content-type']);
    });
    await page.goto(`/en/articles/${DIPLOMACY_STORY}`);
    expect([...types]).toEqual(['image/avif']);
    const { chosen, drawn } = await leadPicture(page);
    expect(chosen).toBeGreaterThanOrEqual(Math.min(drawn * deviceScaleFactor * 0.9, 1600));
    expect(chosen).toBeLessThanOrEqual(drawn * deviceScaleFactor * 1.5 + 320);
  }
});

/** Adds up what comes over the line by type, and notes who was asked. */
async function meter(line: CDPSession) {
  const types = new Map<string, string>();
  const bytes: Record<string, number> = {};
  const hosts = new Set<string>();
  await line.send('Network.enable');
  line.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    types.set(requestId, type);
    if (/^https?:/.test(request.url)) hosts.add(new URL(request.url).host);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  return { bytes, hosts };
}

/** How wide the file is that the browser chose, and how wide it is drawn, in CSS pixels. */
function leadPicture(page: Page): Promise<{ chosen: number; drawn: number }> {
  const picture = page.getByRole('figure').first().getByRole('img');
  return picture.evaluate((image: HTMLImageElement) => ({
    chosen: Number(/-(\d+)\.\w+$/.exec(image.currentSrc)?.[1]),
    drawn: image.clientWidth,
  }));
}

import { expect, type Page } from '@playwright/test';
import { EDITIONS, type Edition, wordsOf } from './editions.ts';
import { recordedFrames, recordFrames, twoFrames } from './frames.ts';
import { DIPLOMACY_STORY } from './page-kinds.ts';
import { holdScripts, untilScriptsRun } from './scripts.ts';
import { storyPath } from './story-text.ts';
import { test } from './test.ts';

/** What CONTRACT.md allows from the end of a command to the next page load. */
const SOON_MS = 1000;

/** Looks at the page as it is, without waiting for it to change. */
const now = expect.configure({ timeout: 100 });

const HEADLINE: Record<Edition, string> = {
  en: 'Council House evacuated after a fire alarm',
  fa: 'آژیر آتش‌سوزی ساختمان شورا را خالی کرد',
  km: 'អគារក្រុមប្រឹក្សាត្រូវបានជម្លៀសមនុស្សចេញ',
};

for (const edition of EDITIONS) {
  test(`an alert is on the next page that is loaded, with its link and time: ${edition}`, async ({
    page,
    raiseAlert,
  }) => {
    await page.goto(storyPath(edition));
    await expect(bannerOn(page, edition)).toHaveCount(0);
    const link = `/${edition}/articles/${DIPLOMACY_STORY}`;
    const { raised } = await raiseAlert(HEADLINE[edition], edition, '--link', link);
    await expectSoon(page, storyPath(edition), () => now(bannerOn(page, edition)).toBeVisible());

    const banner = bannerOn(page, edition);
    const headline = banner.getByRole('link', { name: HEADLINE[edition], exact: true });
    await expect(headline).toHaveAttribute('href', link);
    await expect(banner.getByRole('time')).toHaveAttribute('datetime', raised);
    await expect(banner.getByRole('button', { name: wordsOf(edition).dismiss })).toBeVisible();
    await expect(page.getByRole('link', { name: wordsOf(edition).toAlert })).toBeAttached();
    await headline.click();
    await expect(page).toHaveURL(link);
  });
}

test('an alert without a link is only text, and other editions do not have it', async ({
  page,
  raiseAlert,
}) => {
  await raiseAlert(HEADLINE.en, 'en');
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toContainText(HEADLINE.en));
  await expect(bannerOn(page, 'en').getByRole('link')).toHaveCount(0);
  await page.goto('/fa');
  await expect(bannerOn(page, 'fa')).toHaveCount(0);
});

test('dismissed is dismissed: at once, on reload, on other pages, on the next visit', async ({
  page,
  context,
  raiseAlert,
  anotherReader,
}) => {
  await raiseAlert(HEADLINE.en, 'en');
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toBeVisible());
  await dismiss(page, 'en');
  await expect(bannerOn(page, 'en')).toHaveCount(0);
  await expect(skipLinkOn(page, 'en')).toHaveCount(0);

  await page.reload();
  await expectNoAlertIn(page);
  await page.goto(storyPath('en'));
  await expectNoAlertIn(page);

  const cookies = await context.cookies();
  const nextVisit = await (
    await anotherReader({ storageState: { cookies, origins: [] } })
  ).newPage();
  await nextVisit.goto('/en');
  await expectNoAlertIn(nextVisit);

  const stranger = await (await anotherReader()).newPage();
  await stranger.goto('/en');
  await expect(bannerOn(stranger, 'en'), 'only this reader dismissed it').toBeVisible();
});

test('the next alert shows again', async ({ page, raiseAlert }) => {
  await raiseAlert(HEADLINE.en, 'en');
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toBeVisible());
  await dismiss(page, 'en');
  await raiseAlert('All clear at the Council House', 'en');
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toContainText('All clear'));
  await expect(skipLinkOn(page, 'en')).toBeAttached();
});

test('other tabs of the reader follow when an alert is dismissed', async ({
  page,
  context,
  raiseAlert,
}) => {
  await raiseAlert(HEADLINE.en, 'en');
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toBeVisible());
  const otherTab = await context.newPage();
  await otherTab.goto(storyPath('en'));
  for (const tab of [page, otherTab]) await untilScriptsRun(tab);
  await dismiss(page, 'en');
  await expect(bannerOn(otherTab, 'en')).toHaveCount(0);
});

test('an alert can be dismissed before the scripts have come', async ({ page, raiseAlert }) => {
  await raiseAlert(HEADLINE.en, 'en');
  const letScriptsThrough = await holdScripts(page);
  await page.goto(storyPath('en'), { waitUntil: 'commit' });
  await expect(bannerOn(page, 'en')).toBeVisible();
  await dismiss(page, 'en');
  await expect(bannerOn(page, 'en')).toBeHidden();
  await letScriptsThrough();
  await untilScriptsRun(page);
  await expect(bannerOn(page, 'en')).toHaveCount(0);
});

test('an alert that is cleared is gone from the next page, with its skip link', async ({
  page,
  newsroom,
  raiseAlert,
}) => {
  const { id } = await raiseAlert(HEADLINE.en, 'en');
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toBeVisible());
  await newsroom.lede('alert', 'clear', id);
  await expectSoon(page, '/en', () => now(bannerOn(page, 'en')).toHaveCount(0));
  await expect(skipLinkOn(page, 'en')).toHaveCount(0);
});

for (const edition of EDITIONS) {
  test(`an alert speaks to no one by itself and moves nothing: ${edition}`, async ({
    page,
    raiseAlert,
  }) => {
    await raiseAlert(HEADLINE[edition], edition);
    await recordFrames(page);
    await expectSoon(page, `/${edition}`, () => now(bannerOn(page, edition)).toBeVisible());
    await page.waitForLoadState('networkidle');
    const announcements = page.locator('#announcements');
    await expect(announcements).toHaveRole('status');
    await expect(announcements).toBeEmpty();
    expect((await recordedFrames(page)).layoutShift).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });
}

test('the place of announcements is there and empty without an alert, too', async ({ page }) => {
  await page.goto('/en');
  await expect(page.locator('#announcements')).toHaveRole('status');
  await expect(page.locator('#announcements')).toBeEmpty();
});

function bannerOn(page: Page, edition: Edition) {
  return page.getByRole('region', { name: wordsOf(edition).breakingNews, exact: true });
}

function skipLinkOn(page: Page, edition: Edition) {
  return page.getByRole('link', { name: wordsOf(edition).toAlert, exact: true });
}

async function dismiss(page: Page, edition: Edition): Promise<void> {
  await bannerOn(page, edition)
    .getByRole('button', { name: wordsOf(edition).dismiss })
    .click();
}

/** The page, loaded again and again for a second, comes to be as it should. */
async function expectSoon(page: Page, path: string, check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + SOON_MS;
  for (;;) {
    const isLast = Date.now() > deadline;
    await page.goto(path);
    try {
      await check();
      return;
    } catch (error) {
      if (isLast) throw error;
    }
  }
}

/** Not in the page, and not in any frame since it was opened. */
async function expectNoAlertIn(page: Page): Promise<void> {
  await recordFrames(page);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await twoFrames(page);
  const { frames, layoutShift } = await recordedFrames(page);
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.filter(({ hasAlert }) => hasAlert)).toEqual([]);
  expect(layoutShift).toBe(0);
  await expect(bannerOn(page, 'en')).toHaveCount(0);
  await expect(skipLinkOn(page, 'en')).toHaveCount(0);
}

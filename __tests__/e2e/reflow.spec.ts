import { expect, type Locator, type Page } from '@playwright/test';
import { THEMES } from '#lib/model/preferences.ts';
import { EDITIONS, type Edition, SIZES, wordsOf } from './editions.ts';
import { problemsOfFocus } from './focus.ts';
import { problemsOfLayout } from './laid-out.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { paintOf } from './paint.ts';
import { givePreferences } from './preferences.ts';
import { openingParagraph, storyPath } from './story-text.ts';
import { test } from './test.ts';

/** Narrow windows, the reader's own spacing, and the settings of systems (WCAG 2.2, 1.4.10, 1.4.12;
 *  DESIGN.md). All at LG, with an alert: the hardest that a reader can ask for. */

const TABLE_STORY = '/en/articles/wheat-price-falls-for-a-third-week';

const pagesOf = (edition: Edition) => [
  ...PAGE_KINDS.map(({ kind, path }) => ({ kind, path: path(edition) })),
  ...(edition === 'en' ? [{ kind: 'article with a table', path: TABLE_STORY }] : []),
];

const ALERT: Record<Edition, string> = {
  en: 'Council House evacuated after a fire alarm; all ferries to the outer islands are stopped',
  fa: 'آژیر آتش‌سوزی ساختمان شورا را خالی کرد؛ همه کشتی‌های جزایر بیرونی از حرکت بازماندند',
  km: 'អគារក្រុមប្រឹក្សាត្រូវបានជម្លៀសមនុស្សចេញ ហើយសាឡាងទាំងអស់ទៅកោះក្រៅត្រូវបានផ្អាក',
};

/** The least that text must stand (WCAG 2.2, 1.4.12). */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

const WINDOWS = [
  { name: '320 px', width: 320, height: 640, deviceScaleFactor: 1 },
  { name: '1280 × 1024 at 400 %', width: 320, height: 256, deviceScaleFactor: 4 },
  { name: '1280 px', width: 1280, height: 800, deviceScaleFactor: 1 },
];

for (const edition of EDITIONS) {
  test(`nothing scrolls sideways, is cut or overlaps: ${edition}`, async ({
    anotherReader,
    newsroom,
    raiseAlert,
  }) => {
    const context = await anotherReader({ bypassCSP: true });
    await givePreferences(context, newsroom.url, { size: 'lg' });
    const page = await context.newPage();
    const browser = await context.newCDPSession(page);
    const problemsInWindows = async () => {
      const problems: Record<string, string[]> = {};
      for (const { name, ...window } of WINDOWS) {
        await browser.send('Emulation.setDeviceMetricsOverride', { ...window, mobile: false });
        problems[name] = await problemsOfLayout(page);
      }
      return problems;
    };
    const none = Object.fromEntries(WINDOWS.map(({ name }) => [name, []]));

    await raiseAlert(ALERT[edition], edition);
    await showsAlert(page, edition);
    for (const { kind, path } of pagesOf(edition)) {
      await page.goto(path);
      expect.soft(await problemsInWindows(), kind).toEqual(none);
      await page.addStyleTag({ content: SPACING });
      expect.soft(await problemsInWindows(), `${kind} in wide spacing`).toEqual(none);
    }
  });
}

test('the open skip links fit 320 px at every text size', async ({ page, newsroom, context }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const size of SIZES) {
    await givePreferences(context, newsroom.url, { size });
    for (const edition of EDITIONS) {
      await page.goto(storyPath(edition));
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: wordsOf(edition).toMain })).toBeInViewport();
      expect.soft(await problemsOfLayout(page), `${edition} ${size}`).toEqual([]);
    }
  }
});

test.describe('in forced colours', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

  test('the chosen text size can be told by its border', async ({ page }) => {
    await page.goto(storyPath('en'));
    const { sizes } = wordsOf('en');
    for (const chosen of ['lg', 'xs'] as const) {
      await page.getByText(sizes[chosen].label, { exact: true }).click();
      await expect(page.getByRole('radio', { name: sizes[chosen].name })).toBeChecked();
      for (const size of SIZES) {
        const label = page.getByText(sizes[size].label, { exact: true });
        expect(await hasBorder(label), `${size} while ${chosen} is chosen`).toBe(size === chosen);
      }
    }
  });

  test('every control has a border, and shows focus', async ({ page, raiseAlert }) => {
    await raiseAlert(ALERT.en, 'en');
    await showsAlert(page, 'en');
    await page.goto(storyPath('en'));
    const controls = [
      page.getByRole('searchbox', { name: 'Search all stories' }),
      page.getByRole('button', { name: 'Search', exact: true }),
      page.getByRole('button', { name: wordsOf('en').dismiss }),
    ];
    for (const control of controls) expect.soft(await hasBorder(control), `${control}`).toBe(true);
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      expect.soft(await problemsOfFocus(page)).toEqual([]);
    }
  });
});

test('nothing moves by itself, least of all for those who ask for less', async ({ page }) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto(storyPath('en'));
    expect(await movingParts(page), 'at rest').toEqual([]);
    await page.getByText('LG', { exact: true }).click();
    expect(await movingParts(page), 'when a choice is made').toEqual([]);
    await page.getByRole('link', { name: 'Accessibility', exact: true }).hover();
    expect(await movingParts(page), 'under the pointer').toEqual([]);
  }
});

test('a printed story is ink on white, without navigation, in any colours', async ({
  page,
  context,
  newsroom,
  raiseAlert,
}) => {
  await raiseAlert(ALERT.en, 'en');
  await showsAlert(page, 'en');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const theme of THEMES) {
    await givePreferences(context, newsroom.url, { theme });
    await page.goto(storyPath('en'));
    for (const printed of [page.getByRole('heading', { level: 1 }), openingParagraph(page, 'en')]) {
      await expect(printed).toBeVisible();
      const { text, background } = await printed.evaluate(paintOf);
      expect(Math.max(...text.slice(0, 3).map(Number)), theme).toBeLessThan(80);
      expect(Math.min(...[...background].slice(0, 3).map(Number)), theme).toBeGreaterThan(240);
    }
    for (const role of ['navigation', 'search', 'button', 'radio'] as const) {
      await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
    }
    await expect(page.locator('#breaking-news')).toBeHidden();
  }
});

/** Waits until pages come with the alert. */
async function showsAlert(page: Page, edition: Edition): Promise<void> {
  const isThere = async () => (await page.request.get(`/${edition}`)).text();
  await expect.poll(isThere).toContain('id="breaking-news"');
}

function hasBorder(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
  });
}

/** What moves now, or would if it changed. */
function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isMoving = (element: Element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto';
    };
    return [
      ...document.getAnimations().map((animation) => `an animation ${animation.playState}`),
      ...[...document.querySelectorAll('*')].filter(isMoving).map((element) => element.outerHTML),
    ];
  });
}

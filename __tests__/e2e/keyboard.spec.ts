import { expect, type Page } from '@playwright/test';
import { EDITIONS, type Edition, wordsOf } from './editions.ts';
import { describeFocus, isFocusLost, problemsOfFocus } from './focus.ts';
import { DIPLOMACY_STORY, HARD_STORY, PAGE_KINDS } from './page-kinds.ts';
import { findSmallTargets } from './targets.ts';
import { test } from './test.ts';

const articleOf = (edition: Edition) => `/${edition}/articles/${DIPLOMACY_STORY}`;

type Way = { name: string; target: string };

/** The accessibility links of CONTRACT.md, in their order. */
function waysOf(edition: Edition, has: { settings: boolean; alert: boolean }): Way[] {
  const words = wordsOf(edition);
  return [
    { name: words.toMain, target: '#main' },
    { name: words.toNavigation, target: '#navigation' },
    { name: words.toSearch, target: '#search' },
    ...(has.settings ? [{ name: words.toSettings, target: '#settings' }] : []),
    ...(has.alert ? [{ name: words.toAlert, target: '#breaking-news' }] : []),
  ];
}

const SITUATIONS = [
  { name: 'on an article', path: articleOf, settings: true, alert: false },
  {
    name: 'on the front page',
    path: (edition: Edition) => `/${edition}`,
    settings: false,
    alert: false,
  },
  { name: 'on an article while an alert stands', path: articleOf, settings: true, alert: true },
];

for (const situation of SITUATIONS) {
  for (const edition of EDITIONS) {
    test(`each accessibility link leads a keyboard to its place, ${situation.name}: ${edition}`, async ({
      page,
      raiseAlert,
    }) => {
      if (situation.alert) await raiseAlert('Port Maren', edition);
      const ways = waysOf(edition, situation);
      await page.goto(situation.path(edition));
      await expect(page.getByRole('list', { name: wordsOf(edition).skipLinks })).toBeAttached();

      for (const [index, { name, target }] of ways.entries()) {
        await page.goto(situation.path(edition));
        for (let presses = 0; presses <= index; presses++) await page.keyboard.press('Tab');
        await expect(page.getByRole('link', { name, exact: true })).toBeFocused();
        expect(await problemsOfFocus(page)).toEqual([]);

        await page.keyboard.press('Enter');
        await expect(page.locator(target)).toBeFocused();
        await expect(page.locator(target)).toBeInViewport();
        expect(await problemsOfFocus(page), `${target} shows where it is`).toEqual([]);
      }

      await page.goto(situation.path(edition));
      for (const _ of ways) await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const rest = page.getByRole('list', { name: wordsOf(edition).skipLinks }).locator(':focus');
      await expect(rest, 'there is no further link').toHaveCount(0);
    });
  }
}

test('from each target the next Tab goes on, not back to the top', async ({ page }) => {
  const next: [string, string][] = [
    ['#search', '#search input'],
    ['#settings', '#settings input:checked'],
    ['#navigation', '#navigation a'],
  ];
  for (const [target, expected] of next) {
    await page.goto(articleOf('en'));
    await page.locator(`a[href="${target}"]`).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(target)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator(expected).first()).toBeFocused();
  }
});

for (const edition of EDITIONS) {
  test(`the arrow keys choose a text size: ${edition}`, async ({ page }) => {
    const { textSize, sizes } = wordsOf(edition);
    await page.goto(articleOf(edition));
    const group = page.getByRole('group', { name: textSize });
    const radio = (size: 'xs' | 'sm' | 'md' | 'lg') =>
      group.getByRole('radio', { name: sizes[size].name, exact: true });
    await radio('md').focus();
    for (const [key, size] of [
      ['ArrowDown', 'lg'],
      ['ArrowDown', 'xs'],
      ['ArrowDown', 'sm'],
      ['ArrowUp', 'xs'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(radio(size)).toBeFocused();
      await expect(radio(size)).toBeChecked();
      await expect(page.locator('html')).toHaveAttribute('data-text-size', size);
    }
  });
}

test('an alert is dismissed by Enter, and focus is not lost with the button', async ({
  page,
  raiseAlert,
}) => {
  await raiseAlert('Port Maren: 112', 'en');
  await page.goto(articleOf('en'));
  await page.getByRole('link', { name: 'Skip to main content' }).focus();
  await tabTo(page, 'Dismiss breaking news');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Breaking news' })).toHaveCount(0);
  expect(await isFocusLost(page)).toBe(false);
});

const WALKS = [
  { name: 'the front page', path: '/en', width: 1280 },
  { name: 'an article with all there is', path: `/en/articles/${HARD_STORY}`, width: 1280 },
  { name: 'an article on a phone', path: `/fa/articles/${DIPLOMACY_STORY}`, width: 390 },
  { name: 'the reading settings', path: '/km/settings', width: 390 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, path, width } of WALKS) {
    test(`whatever has focus shows it and is covered by nothing: ${name}, ${colorScheme}`, async ({
      page,
      raiseAlert,
    }) => {
      await raiseAlert('Port Maren: 112', path.slice(1, 3), '--link', '/en');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 700 });
      await page.goto(path);
      const walked: string[] = [];
      const problems: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        if (await isFocusLost(page)) break;
        walked.push(await describeFocus(page));
        problems.push(...(await problemsOfFocus(page)));
        expect(walked.length, 'the walk comes to an end').toBeLessThan(300);
      }
      expect(problems).toEqual([]);
      expect(walked.length).toBeGreaterThan(10);
    });
  }
}

for (const width of [390, 1280]) {
  test(`every control is large enough to hit, ${width} px wide`, async ({ page, raiseAlert }) => {
    await raiseAlert('Port Maren: 112', 'en', '--link', '/en');
    await page.setViewportSize({ width, height: 800 });
    for (const { kind, path } of PAGE_KINDS) {
      await page.goto(path('en'));
      expect.soft(await findSmallTargets(page), kind).toEqual([]);
    }
  });
}

/** Presses Tab until the button or link of this name has focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    if ((await describeFocus(page)).includes(name)) return;
  }
  throw new Error(`No Tab leads to “${name}”.`);
}

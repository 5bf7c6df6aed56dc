import { expect, type Locator, type Page } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { EDITIONS, wordsOf } from './editions.ts';
import { DIPLOMACY_STORY, PAGE_KINDS } from './page-kinds.ts';
import { fontSizeOf, openingParagraph, storyPath } from './story-text.ts';
import { test as watched } from './test.ts';
import { watchReader } from './watch-reader.ts';

/** The same site for a reader whose browser runs no scripts. Chromium reports each script that it
 *  then doesn't fetch as stopped by a policy. */
const test = watched.extend({
  page: async ({ browser, newsroom }, use) => {
    const context = await browser.newContext({ baseURL: newsroom.url, javaScriptEnabled: false });
    const troubles = watchReader(context, newsroom.url);
    await use(await context.newPage());
    await context.close();
    expect(troubles.filter((trouble) => !/\.js \(csp\)$/.test(trouble))).toEqual([]);
  },
});

const LEAST_CHARACTERS: Record<string, number> = { 'search before asking': 30, settings: 100 };

for (const edition of EDITIONS) {
  test(`every kind of page has all its content: ${edition}`, async ({ page }) => {
    for (const { kind, path, status } of PAGE_KINDS) {
      const answer = await page.goto(path(edition));
      expect(answer?.status(), kind).toBe(status);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1 }), kind).toHaveText(/[\p{L}\p{M}]{3}/u);
      const text = await main.textContent();
      expect(text?.length, kind).toBeGreaterThan(LEAST_CHARACTERS[kind] ?? 80);
      await expect(page.getByRole('banner'), kind).toBeVisible();
      await expect(page.getByRole('contentinfo'), kind).toBeVisible();
      expect(await picturesNotShown(page), kind).toEqual([]);
    }
  });

  test(`a story is there from headline to related stories: ${edition}`, async ({ page }) => {
    await page.goto(storyPath(edition));
    const { article: words } = messagesOf(edition);
    await expect(openingParagraph(page, edition)).toBeVisible();
    await expect(page.getByRole('main').getByRole('table')).toBeVisible();
    for (const name of [words.corrections, words.topics, words.related]) {
      await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    }
  });

  test(`the front page leads to stories and sections: ${edition}`, async ({ page }) => {
    await page.goto(`/${edition}`);
    const headlines = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link');
    expect(await headlines.count()).toBeGreaterThan(4);
    const headline = (await headlines.first().textContent()) ?? '';
    await headlines.first().click();
    await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
    await page
      .getByRole('navigation', { name: messagesOf(edition).header.navigation })
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/${edition}/sections/`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test(`each skip link leads to its target: ${edition}`, async ({ page, raiseAlert }) => {
    await raiseAlert('112', edition);
    const path = `/${edition}/articles/${DIPLOMACY_STORY}`;
    await expect
      .poll(async () => (await page.request.get(path)).text())
      .toContain('id="breaking-news"');
    const words = wordsOf(edition);
    const links = [
      { name: words.toMain, target: '#main' },
      { name: words.toNavigation, target: '#navigation' },
      { name: words.toSearch, target: '#search' },
      { name: words.toSettings, target: '#settings' },
      { name: words.toAlert, target: '#breaking-news' },
    ];
    for (const [index, { name, target }] of links.entries()) {
      await page.goto(path);
      for (let presses = 0; presses <= index; presses++) await page.keyboard.press('Tab');
      const link = page.getByRole('link', { name, exact: true });
      await expect(link).toBeFocused();
      await expect(link).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`${target}$`));
      await expect(page.locator(target)).toBeFocused();
      await expect(page.locator(target)).toBeInViewport();
    }
  });

  test(`the text size is chosen with a button, and kept: ${edition}`, async ({ page }) => {
    const { textSize: words } = messagesOf(edition);
    const opening = openingParagraph(page, edition);
    await page.goto(storyPath(edition));
    await expect(chosenNow(page, words.now)).toHaveText([words.md]);
    expect(await fontSizeOf(opening)).toBe(18);
    for (const [size, pixels] of [
      ['xs', 14],
      ['sm', 16],
      ['lg', 24],
    ] as const) {
      const { name } = wordsOf(edition).sizes[size];
      await page.getByRole('radio', { name, exact: true }).check({ force: true });
      await page.getByRole('button', { name: words.apply, exact: true }).click();
      await expect(chosenNow(page, words.now)).toHaveText([words[size]]);
      await expect(page).toHaveURL(storyPath(edition));
      expect(await fontSizeOf(opening)).toBe(pixels);
    }
    await page.goto(`/${edition}/accessibility`);
    expect(await fontSizeOf(page.getByRole('main').getByRole('paragraph').first())).toBe(24);
  });

  test(`an alert is dismissed by its button, for good: ${edition}`, async ({
    page,
    raiseAlert,
  }) => {
    const words = wordsOf(edition);
    const path = `/${edition}/articles/${DIPLOMACY_STORY}`;
    const banner = page.getByRole('region', { name: words.breakingNews });
    const openWith = (text: string) =>
      expect(async () => {
        await page.goto(path);
        await expect(banner).toContainText(text, { timeout: 100 });
      }).toPass();

    await raiseAlert('113', edition);
    await openWith('113');
    await banner.getByRole('button', { name: words.dismiss }).click();
    await expect(banner).toBeHidden();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('link', { name: words.toAlert })).toHaveCount(0);
    await page.goto(`/${edition}`);
    await expect(banner).toBeHidden();

    await raiseAlert('114', edition);
    await openWith('114');
  });

  test(`how alerts come is set in the banner and in the settings: ${edition}`, async ({
    page,
    raiseAlert,
  }) => {
    const { alertMode: words, settings } = messagesOf(edition);
    const path = `/${edition}/articles/${DIPLOMACY_STORY}`;
    const banner = page.getByRole('region', { name: wordsOf(edition).breakingNews });
    await raiseAlert('115', edition);
    await page.goto(path);
    await banner.getByText(words.open, { exact: true }).click();
    await banner.getByRole('radio', { name: words.visit, exact: true }).check();
    await banner.getByRole('button', { name: words.save }).click();
    await expect(page).toHaveURL(path);
    await expect(banner).toBeHidden();
    await expect(page.getByRole('link', { name: wordsOf(edition).toAlert })).toHaveCount(0);

    await page.goto(`/${edition}/settings`);
    await expect(banner).toBeHidden();
    await expect(chosenNow(page, words.current)).toHaveText([words.visit]);
    const main = page.getByRole('main');
    await main.getByRole('radio', { name: words.quiet, exact: true }).check();
    await main.getByRole('button', { name: settings.save, exact: true }).click();
    await expect(chosenNow(page, words.current)).toHaveText([words.quiet]);
    await expect(banner).toBeVisible();
  });

  test(`a search finds, and marks what it found: ${edition}`, async ({ page }) => {
    const word = { en: 'ferry', fa: 'دریا', km: 'សមុទ្រ' }[edition];
    const { search: words } = messagesOf(edition);
    await page.goto(`/${edition}`);
    await page.getByRole('searchbox', { name: words.label }).fill(word);
    await page.getByRole('button', { name: words.button, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${edition}/search\\?q=`));
    const hit = page.getByRole('main').getByRole('article').first();
    await expect(hit.getByRole('link')).toBeVisible();
    await expect(hit.locator('mark').first()).toContainText(word, { ignoreCase: true });
    await expect(page.getByRole('searchbox')).toHaveValue(word);
  });
}

test('the colours are chosen with a button', async ({ page }) => {
  const { settings, theme } = messagesOf('en');
  await page.goto('/en/settings');
  const paper = await colourOfPaper(page);
  for (const [name, expected] of [
    [theme.dark, 'rgb(21, 19, 15)'],
    [theme.contrast, 'rgb(0, 0, 0)'],
    [theme.auto, paper],
  ] as const) {
    const colours = page.getByRole('group', { name: theme.legend });
    await colours.getByRole('radio', { name, exact: true }).check();
    await page.getByRole('button', { name: settings.save, exact: true }).click();
    await expect(chosenNow(page, theme.now)).toHaveText([name]);
    await expect(page).toHaveURL('/en/settings');
    expect(await colourOfPaper(page)).toBe(expected);
  }
});

/** Pictures that came without their file, or with no place kept for them. */
function picturesNotShown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const shown = await Promise.allSettled([...document.images].map((image) => image.decode()));
    return [...document.images]
      .filter((image, index) => shown[index]?.status === 'rejected' || image.clientHeight === 0)
      .map((image) => image.src);
  });
}

/** What the page says, in words, is chosen now: of the names behind this label, those to be seen. */
function chosenNow(page: Page, label: string): Locator {
  const choice = page.getByRole('paragraph').filter({ hasText: label });
  return choice.getByRole('strong').filter({ visible: true });
}

function colourOfPaper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

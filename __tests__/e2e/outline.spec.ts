import { expect, type Locator, type Page } from '@playwright/test';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { EDITIONS, type Edition, wordsOf } from './editions.ts';
import { DIPLOMACY_STORY, HARD_STORY, PAGE_KINDS } from './page-kinds.ts';
import { test } from './test.ts';

/** What a page is made of for those who move by landmarks, headings and links (CONTRACT.md, The
 *  page). */

const HAS_SETTINGS = new Set(['article', 'article with all there is', 'settings']);
const HAS_CANONICAL = /^(?:front|section|article|author|topic)/;

/** What stands in __tests__/e2e/stories, where the edition's messages can't tell. */
const HARD_STORY_SAYS: Record<Edition, Record<string, string>> = {
  en: {
    section: 'Harbours, quays & slow water',
    standfirst: 'Everything that a story can have',
    author: 'Test Desk',
    dateline: 'NORTH QUAY',
    caption: 'The long northern quay at noon',
    credit: 'Drawing: Lede tests',
    body: 'The keepers of the long northern quay counted',
    agencies: 'Harbour Wire and Calder Press Service',
    topic: 'Hard cases',
  },
  fa: {
    section: 'بندرها، اسکله‌ها و آب‌های آرام',
    standfirst: 'هر چه یک مطلب می‌تواند داشته باشد',
    author: 'میز آزمون',
    dateline: 'اسکله شمالی',
    caption: 'اسکله بلند شمالی در نیمروز',
    credit: 'طرح: آزمون‌های Lede',
    body: 'نگهبانان اسکله روز یکشنبه',
    agencies: 'هاربر وایر',
    topic: 'آزمون',
  },
  km: {
    section: 'កំពង់ផែ និងទឹកស្ងប់',
    standfirst: 'អ្វីៗទាំងអស់ដែលអត្ថបទមួយអាចមាន',
    author: 'តុសាកល្បង',
    dateline: 'ផែខាងជើង',
    caption: 'ផែខាងជើងនៅពេលថ្ងៃត្រង់',
    credit: 'គំនូរ៖ ការសាកល្បង Lede',
    body: 'អ្នកយាមផែបានរាប់ចង្កៀង',
    agencies: 'ហាប័រវ៉ាយ',
    topic: 'សាកល្បង',
  },
};
const AUTHORS: Record<Edition, number> = { en: 2, fa: 1, km: 1 };

for (const edition of EDITIONS) {
  test.describe(edition, () => {
    for (const { kind, path, status } of PAGE_KINDS) {
      test(`${kind}: landmarks, headings, skip links`, async ({ page }) => {
        const answer = await page.goto(path(edition));
        expect(answer?.status()).toBe(status);
        const html = page.locator('html');
        await expect(html).toHaveAttribute('lang', edition);
        await expect(html).toHaveAttribute('dir', LANGUAGES[edition].dir);
        await hasLandmarks(page, edition);
        await hasOutline(page);
        await beginsWithSkipLinks(page, edition, HAS_SETTINGS.has(kind));
        await expect(page.getByRole('status')).toHaveText('');
        await expect(page.getByRole('status')).toHaveAttribute('id', 'announcements');
        await hasReadableTimes(page);
        await namesOtherEditions(page, edition);
        const canonical = page.locator('link[rel="canonical"]');
        if (!HAS_CANONICAL.test(kind)) return;
        const { pathname } = new URL((await canonical.getAttribute('href')) ?? '');
        expect(decodeURI(pathname)).toBe(path(edition));
      });
    }

    test('titles say which page it is, and differ', async ({ request }) => {
      const seen: Record<string, string> = {};
      for (const { kind, path, status } of PAGE_KINDS) {
        const html = await (await request.get(path(edition))).text();
        const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
        const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
        if (kind === 'front page') expect(title).toMatch(/^Lede\b/);
        else expect(title.startsWith(heading) && title.endsWith(' – Lede'), title).toBe(true);
        if (status === 404) continue;
        expect(seen[title], `${kind} and this have one title`).toBeUndefined();
        seen[title] = kind;
      }
    });

    test('a story has its parts in the order of a paper', async ({ page }) => {
      await page.goto(`/${edition}/articles/${HARD_STORY}`);
      const parts = partsOfStory(page, edition);
      for (const [name, part] of parts) await expect(part, name).toBeVisible();
      const boxes = await Promise.all(parts.map(([, part]) => placeInPage(part)));
      expect(boxes).toEqual(boxes.toSorted((a, b) => a - b));
    });

    test('the picture of a story is 16:9', async ({ page }) => {
      await page.goto(`/${edition}/articles/${DIPLOMACY_STORY}`);
      const picture = page.getByRole('figure').first().getByRole('img');
      const { width = 0, height = 1 } = (await picture.boundingBox()) ?? {};
      expect(width / height).toBeCloseTo(16 / 9, 2);
      await expect(picture).toHaveAccessibleName(/[\p{L}\p{M}]{3}/u);
    });
  });
}

test('a foreign passage keeps its language and direction', async ({ page }) => {
  await page.goto(`/en/articles/${HARD_STORY}`);
  const main = page.getByRole('main');
  const persian = main.getByText('بندر شمالی', { exact: true });
  await expect(persian).toHaveAttribute('lang', 'fa');
  await expect(persian).toHaveAttribute('dir', 'rtl');
  await expect(main.getByText('កំពង់ផែខាងជើង', { exact: true })).toHaveAttribute('lang', 'km');
});

async function hasLandmarks(page: Page, edition: Edition): Promise<void> {
  for (const role of ['banner', 'main', 'contentinfo', 'search'] as const) {
    await expect(page.getByRole(role), role).toHaveCount(1);
  }
  const { header, footer } = messagesOf(edition);
  const banner = page.getByRole('banner');
  const sections = banner.getByRole('navigation', { name: header.navigation, exact: true });
  await expect(sections).toHaveCount(1);
  const editions = page.getByRole('contentinfo').getByRole('navigation', { name: footer.editions });
  await expect(editions).toHaveCount(1);
  await expect(page.getByRole('search')).toHaveAttribute('id', 'search');
  await expect(page.getByRole('main')).toHaveAttribute('id', 'main');
  await expect(sections).toHaveAttribute('id', 'navigation');
  const names = await page
    .getByRole('navigation')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  expect(new Set(names).size, 'each navigation has a name of its own').toBe(names.length);
  expect(names).not.toContain('');
}

async function hasOutline(page: Page): Promise<void> {
  const headings = page.getByRole('heading');
  const levels = await headings.evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect(skips, `levels ${levels}`).toEqual([]);
  const texts = await headings.allTextContents();
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
}

async function beginsWithSkipLinks(page: Page, edition: Edition, hasSettings: boolean) {
  const words = wordsOf(edition);
  const expected = [
    [words.toMain, '#main'],
    [words.toNavigation, '#navigation'],
    [words.toSearch, '#search'],
    ...(hasSettings ? [[words.toSettings, '#settings']] : []),
  ];
  const list = page.getByRole('list', { name: words.skipLinks, exact: true });
  const links = await list
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
  expect(links).toEqual(expected);
  expect(await firstWords(page)).toBe(words.toMain);
  for (const [, target = ''] of expected) {
    await expect(page.locator(target)).toHaveCount(1);
    await page.locator(target).focus();
    await expect(page.locator(target)).toBeFocused();
  }
}

/** What is read first: the first text of the page that is not hidden from everyone. */
function firstWords(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement?.checkVisibility() && textContent?.trim()) return textContent;
    }
    return null;
  });
}

async function hasReadableTimes(page: Page): Promise<void> {
  const instants = await page
    .getByRole('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  const machineReadable = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?$/;
  for (const instant of instants) expect(instant).toMatch(machineReadable);
}

async function namesOtherEditions(page: Page, edition: Edition): Promise<void> {
  for (const other of EDITIONS.filter((code) => code !== edition)) {
    const { name, dir } = LANGUAGES[other];
    const link = page.getByRole('contentinfo').getByRole('link', { name, exact: true });
    await expect(link).toHaveAttribute('href', `/${other}`);
    await expect(link).toHaveAttribute('lang', other);
    await expect(link).toHaveAttribute('dir', dir);
  }
}

function partsOfStory(page: Page, edition: Edition): [string, Locator][] {
  const main = page.getByRole('main');
  const says = HARD_STORY_SAYS[edition];
  const { article: words } = messagesOf(edition);
  const text = (part: string) => main.getByText(says[part] ?? '').first();
  const heading = (name: string) => main.getByRole('heading', { level: 2, name, exact: true });
  const attribution = formatMessage(words.attribution, { agencies: says.agencies ?? '' }, edition);
  const authors = formatMessage(words.aboutAuthors, { count: AUTHORS[edition] }, edition);
  return [
    ['section', main.getByRole('link', { name: says.section ?? '' }).first()],
    ['headline', main.getByRole('heading', { level: 1 })],
    ['standfirst', text('standfirst')],
    ['byline', main.getByRole('link', { name: says.author ?? '', exact: true }).first()],
    ['dateline', main.getByText(says.dateline ?? '', { exact: true }).first()],
    ['published', main.locator('time[datetime="2026-03-01T06:00:00.000Z"]')],
    ['updated', main.locator('time[datetime="2026-03-01T18:30:00.000Z"]')],
    ['picture', main.getByRole('figure').first().getByRole('img')],
    ['caption', text('caption')],
    ['credit', text('credit')],
    ['body', text('body')],
    ['agencies', main.getByText(attribution, { exact: true })],
    ['corrections', heading(words.corrections)],
    ['authors', heading(authors)],
    ['author', main.getByRole('heading', { level: 3, name: says.author ?? '' })],
    ['topics', heading(words.topics)],
    ['topic', main.getByRole('link', { name: says.topic ?? '', exact: true })],
    ['related', heading(words.related)],
  ];
}

/** How many elements of the page begin before this one. */
function placeInPage(part: Locator): Promise<number> {
  return part.evaluate((element) => [...document.querySelectorAll('*')].indexOf(element));
}

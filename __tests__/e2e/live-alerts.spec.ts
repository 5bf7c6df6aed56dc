import { type BrowserContext, expect, type Page } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { EDITIONS, type Edition, wordsOf } from './editions.ts';
import { problemsOfFocus } from './focus.ts';
import { twoFrames } from './frames.ts';
import { DIPLOMACY_STORY } from './page-kinds.ts';
import { untilScriptsRun } from './scripts.ts';
import { storyPath } from './story-text.ts';
import { test } from './test.ts';
import { watchedLive, watchLive } from './watch-live.ts';

const TEXT: Record<Edition, string> = {
  en: 'Council House evacuated after a fire alarm',
  fa: 'آژیر آتش‌سوزی ساختمان شورا را خالی کرد',
  km: 'អគារក្រុមប្រឹក្សាត្រូវបានជម្លៀសមនុស្សចេញ',
};

/** An alert is on every open page a second after it was raised. */
const soon = expect.configure({ timeout: 1000 });

for (const edition of EDITIONS) {
  for (const place of ['at the top', 'in the middle'] as const) {
    test(`an alert comes to an open page, is said once and moves nothing: ${edition}, ${place}`, async ({
      page,
      program,
    }) => {
      const { alert } = messagesOf(edition);
      await watchLive(page);
      await page.goto(storyPath(edition));
      await untilScriptsRun(page);
      if (place === 'in the middle') await page.evaluate(() => scrollTo(0, 700));
      await twoFrames(page);
      const link = `/${edition}/articles/${DIPLOMACY_STORY}`;
      const { id, raised } = await program.raise({ text: TEXT[edition], lang: edition, link });
      const banner = bannerOn(page, edition);
      await soon(banner.getByRole('link', { name: TEXT[edition], exact: true })).toBeVisible();
      await expect(banner.getByRole('time')).toHaveAttribute('datetime', raised);
      await expect(skipLinkOn(page, edition)).toBeAttached();
      await expect(page.locator('#announcements')).toHaveText(
        alert.announce.replace('{text}', TEXT[edition]),
      );
      await program.clear(id);
      await soon(banner).toHaveCount(0);
      await expect(skipLinkOn(page, edition)).toHaveCount(0);
      await expect(page.locator('#announcements')).toBeEmpty();
      await twoFrames(page);
      expect(await watchedLive(page)).toEqual({
        said: [alert.announce.replace('{text}', TEXT[edition])],
        shouted: [],
        shift: 0,
        focus: [],
      });
    });
  }
}

test('an alert that the page came with goes, and another comes, and nothing moves', async ({
  page,
  newsroom,
  raiseAlert,
  program,
}) => {
  const { id } = await raiseAlert(TEXT.en, 'en');
  await watchLive(page);
  await page.goto(storyPath('en'));
  await expect(bannerOn(page, 'en')).toContainText(TEXT.en);
  await untilScriptsRun(page);
  await program.raise({ text: 'All clear at the Council House', lang: 'en' });
  await soon(bannerOn(page, 'en')).toContainText('All clear');
  await program.clear(id);
  await newsroom.lede('alert', 'clear');
  await soon(bannerOn(page, 'en')).toHaveCount(0);
  await twoFrames(page);
  expect(await watchedLive(page)).toMatchObject({ shift: 0, focus: [] });
});

test('all tabs of a reader share one stream and one announcement, and another takes over', async ({
  page,
  context,
  program,
}) => {
  const streams = streamsOf(context);
  const tabs = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs) {
    await watchLive(tab);
    await tab.goto('/en');
    await untilScriptsRun(tab);
  }
  await expect.poll(() => streams).toHaveLength(1);
  await program.raise({ text: TEXT.en, lang: 'en' });
  for (const tab of tabs) await soon(bannerOn(tab, 'en')).toContainText(TEXT.en);
  const said = await Promise.all(tabs.map(async (tab) => (await watchedLive(tab)).said));
  expect(said.flat()).toEqual([`Breaking news: ${TEXT.en}`]);
  expect(streams).toHaveLength(1);

  await page.close();
  await expect.poll(() => streams).toHaveLength(2);
  await program.raise({ text: 'All clear', lang: 'en' });
  for (const tab of tabs.slice(1)) await soon(bannerOn(tab, 'en')).toContainText('All clear');
});

test('nothing is said when a page is loaded again, or opened, while the alert stands', async ({
  page,
  context,
  program,
}) => {
  await watchLive(page);
  await page.goto('/en');
  await untilScriptsRun(page);
  await program.raise({ text: TEXT.en, lang: 'en' });
  await soon(page.locator('#announcements')).toContainText(TEXT.en);
  await page.reload();
  const other = await context.newPage();
  await watchLive(other);
  await other.goto(storyPath('en'));
  for (const tab of [page, other]) {
    await untilScriptsRun(tab);
    await expect(bannerOn(tab, 'en')).toContainText(TEXT.en);
    await twoFrames(tab);
    expect((await watchedLive(tab)).said).toEqual([]);
  }
});

test('thirty alerts in a burst are two announcements', async ({ page, program }) => {
  await page.clock.install();
  await watchLive(page);
  await page.goto('/en');
  await untilScriptsRun(page);
  await page.clock.runFor(1000);
  for (let count = 1; count <= 30; count += 1) {
    await program.raise({ text: `Alert ${count} of a burst`, lang: 'en' });
  }
  await expect(bannerOn(page, 'en')).toContainText('Alert 30 of a burst');
  // Those that come at the same instant are said together.
  const [first = '', ...more] = (await watchedLive(page)).said;
  expect(first).toContain('Alert 1 of a burst');
  expect(more).toEqual([]);
  await page.clock.runFor(5 * 60_000 + 1000);
  expect((await watchedLive(page)).said).toEqual([
    first,
    'Several breaking news alerts. The newest: Alert 30 of a burst. Alert 29 of a burst. Alert 28 of a burst',
  ]);
});

test('an alert that runs out goes from an open page without a word', async ({ page, program }) => {
  await watchLive(page);
  await page.goto('/en');
  await untilScriptsRun(page);
  const expires = new Date(Date.now() + 3000).toISOString();
  await program.raise({ text: TEXT.en, lang: 'en', expires });
  await soon(bannerOn(page, 'en')).toContainText(TEXT.en);
  await expect(bannerOn(page, 'en')).toHaveCount(0);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expires));
  expect((await watchedLive(page)).said).toHaveLength(1);
});

for (const { mode, shown, said } of [
  { mode: 'quiet', shown: true, said: 0 },
  { mode: 'visit', shown: false, said: 0 },
  { mode: 'off', shown: false, said: 0 },
  { mode: 'now', shown: true, said: 1 },
] as const) {
  test(`what the reader sets in the banner holds from then on: ${mode}`, async ({
    page,
    raiseAlert,
    program,
  }) => {
    const words = messagesOf('en').alertMode;
    await raiseAlert('The first of all', 'en');
    await watchLive(page);
    await page.goto(storyPath('en'));
    await untilScriptsRun(page);
    await bannerOn(page, 'en').getByText(words.open, { exact: true }).click();
    await bannerOn(page, 'en').getByRole('radio', { name: words[mode], exact: true }).check();
    await bannerOn(page, 'en').getByRole('button', { name: words.save }).click();
    await expect(bannerOn(page, 'en')).toHaveCount(shown ? 1 : 0);

    await program.raise({ text: TEXT.en, lang: 'en' });
    await page.waitForTimeout(1000);
    await expect(bannerOn(page, 'en').getByText(TEXT.en)).toHaveCount(shown ? 1 : 0);
    expect((await watchedLive(page)).said).toHaveLength(said);

    await page.goto('/en');
    await expect(bannerOn(page, 'en').getByText(TEXT.en)).toHaveCount(shown ? 1 : 0);
    await page.goto('/en/settings');
    await expect(page.getByRole('radio', { name: words[mode], exact: true }).last()).toBeChecked();
    await page.getByRole('main').getByRole('radio', { name: words.now, exact: true }).check();
    await expect(bannerOn(page, 'en')).toContainText(TEXT.en);
  });
}

test('an emergency passes over what was set, at once; and only confirmed twice', async ({
  page,
  context,
  newsroom,
}) => {
  const { url } = newsroom;
  await context.addCookies([{ name: 'lede-preferences', value: 'alerts=off', url }]);
  await watchLive(page);
  await page.goto(storyPath('en'));
  await untilScriptsRun(page);
  const raise = ['alert', 'raise', 'Leave the quay at once', '--lang', 'en', '--emergency'];
  await expect(newsroom.lede(...raise)).rejects.toThrow(/EMERGENCY/);
  await newsroom.lede(...raise, '--confirm', 'EMERGENCY');
  await soon(bannerOn(page, 'en')).toContainText('Leave the quay at once');
  await expect(page.locator('#emergencies')).toHaveRole('alert');
  expect(await watchedLive(page)).toMatchObject({
    said: [],
    shouted: ['Breaking news: Leave the quay at once'],
    shift: 0,
    focus: [],
  });
  await page.reload();
  await expect(bannerOn(page, 'en')).toContainText('Leave the quay at once');
  await newsroom.lede('alert', 'clear');
  await soon(bannerOn(page, 'en')).toHaveCount(0);
});

for (const size of [
  { width: 1280, height: 800 },
  { width: 320, height: 480 },
]) {
  test(`a bar that came late covers nothing that has focus: ${size.width} px wide`, async ({
    page,
    program,
  }) => {
    test.slow();
    await page.setViewportSize(size);
    await page.goto(storyPath('en'));
    await untilScriptsRun(page);
    await program.raise({ text: TEXT.en, lang: 'en', link: '/en' });
    await expect(bannerOn(page, 'en')).toBeVisible();
    const problems: string[] = [];
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      problems.push(...(await problemsOfFocus(page)));
    }
    expect(problems).toEqual([]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const [last, bar] = await Promise.all([
      page.getByRole('contentinfo').boundingBox(),
      bannerOn(page, 'en').boundingBox(),
    ]);
    const end = await page.getByRole('contentinfo').evaluate((footer) => {
      const links = [...footer.querySelectorAll('a')];
      return Math.max(...links.map((link) => link.getBoundingClientRect().bottom));
    });
    expect(last && bar && end <= bar.y).toBe(true);
  });
}

test('where the lower edge has the focus, the bar comes at the upper one', async ({
  page,
  program,
}) => {
  await page.goto(storyPath('en'));
  await untilScriptsRun(page);
  const link = page.getByRole('contentinfo').getByRole('link').first();
  await link.evaluate((element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'end' });
  });
  await program.raise({ text: TEXT.en, lang: 'en' });
  await expect(bannerOn(page, 'en')).toBeVisible();
  await expect.poll(async () => (await bannerOn(page, 'en').boundingBox())?.y).toBe(0);
  await expect(link).toBeFocused();
});

test('a reader who saves data has no stream, and what stands at each page load', async ({
  context,
  page,
  raiseAlert,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const streams = streamsOf(context);
  await raiseAlert(TEXT.en, 'en');
  await page.goto('/en');
  await untilScriptsRun(page);
  await page.waitForTimeout(500);
  expect(streams).toEqual([]);
  await expect(bannerOn(page, 'en')).toContainText(TEXT.en);
});

function bannerOn(page: Page, edition: Edition) {
  return page.getByRole('region', { name: wordsOf(edition).breakingNews, exact: true });
}

function skipLinkOn(page: Page, edition: Edition) {
  return page.getByRole('link', { name: wordsOf(edition).toAlert, exact: true });
}

/** The addresses of the streams that a reader has opened, in their order. */
function streamsOf(context: BrowserContext): string[] {
  const opened: string[] = [];
  context.on('request', (asked) => {
    const { pathname } = new URL(asked.url());
    if (pathname === '/api/live') opened.push(asked.url());
  });
  return opened;
}

import { expect } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { BREAKING, bannerOn, skipLinkOn, soon, streamsOf } from './banner.ts';
import { EDITIONS } from './editions.ts';
import { problemsOfFocus } from './focus.ts';
import { twoFrames } from './frames.ts';
import { DIPLOMACY_STORY } from './page-kinds.ts';
import { untilScriptsRun } from './scripts.ts';
import { storyPath } from './story-text.ts';
import { test } from './test.ts';
import { watchedLive, watchLive } from './watch-live.ts';

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
      const { id, raised } = await program.raise({ text: BREAKING[edition], lang: edition, link });
      const banner = bannerOn(page, edition);
      await soon(banner.getByRole('link', { name: BREAKING[edition], exact: true })).toBeVisible();
      await expect(banner.getByRole('time')).toHaveAttribute('datetime', raised);
      await expect(skipLinkOn(page, edition)).toBeAttached();
      await expect(page.locator('#announcements')).toHaveText(
        alert.announce.replace('{text}', BREAKING[edition]),
      );
      await program.clear(id);
      await soon(banner).toHaveCount(0);
      await expect(skipLinkOn(page, edition)).toHaveCount(0);
      await expect(page.locator('#announcements')).toBeEmpty();
      await twoFrames(page);
      expect(await watchedLive(page)).toEqual({
        said: [alert.announce.replace('{text}', BREAKING[edition])],
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
  const { id } = await raiseAlert(BREAKING.en, 'en');
  await watchLive(page);
  await page.goto(storyPath('en'));
  await expect(bannerOn(page, 'en')).toContainText(BREAKING.en);
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
  await program.raise({ text: BREAKING.en, lang: 'en' });
  for (const tab of tabs) await soon(bannerOn(tab, 'en')).toContainText(BREAKING.en);
  const said = await Promise.all(tabs.map(async (tab) => (await watchedLive(tab)).said));
  expect(said.flat()).toEqual([`Breaking news: ${BREAKING.en}`]);
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
  await program.raise({ text: BREAKING.en, lang: 'en' });
  await soon(page.locator('#announcements')).toContainText(BREAKING.en);
  await page.reload();
  const other = await context.newPage();
  await watchLive(other);
  await other.goto(storyPath('en'));
  for (const tab of [page, other]) {
    await untilScriptsRun(tab);
    await expect(bannerOn(tab, 'en')).toContainText(BREAKING.en);
    await twoFrames(tab);
    expect((await watchedLive(tab)).said).toEqual([]);
  }
});

test('thirty alerts in a burst are one or two announcements', async ({ page, program }) => {
  await page.clock.install();
  await watchLive(page);
  await page.goto('/en');
  await untilScriptsRun(page);
  await page.clock.runFor(1000);
  for (let count = 1; count <= 30; count += 1) {
    await program.raise({ text: `Alert ${count} of a burst`, lang: 'en' });
  }
  await expect(bannerOn(page, 'en')).toContainText('Alert 30 of a burst');
  await expect.poll(async () => (await watchedLive(page)).said.length).toBe(1);
  await page.clock.runFor(5 * 60_000 + 1000);
  // Those that come at the same instant are said together: it may be all of them.
  await expect.poll(async () => (await watchedLive(page)).said.at(-1)).toContain('Alert 30');
  expect((await watchedLive(page)).said.length).toBeLessThanOrEqual(2);
});

test('an alert that runs out goes from an open page without a word', async ({ page, program }) => {
  await watchLive(page);
  await page.goto('/en');
  await untilScriptsRun(page);
  const expires = new Date(Date.now() + 3000).toISOString();
  await program.raise({ text: BREAKING.en, lang: 'en', expires });
  await soon(bannerOn(page, 'en')).toContainText(BREAKING.en);
  await expect(bannerOn(page, 'en')).toHaveCount(0);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expires));
  expect((await watchedLive(page)).said).toHaveLength(1);
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
    await program.raise({ text: BREAKING.en, lang: 'en', link: '/en' });
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
  await program.raise({ text: BREAKING.en, lang: 'en' });
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
  await raiseAlert(BREAKING.en, 'en');
  await page.goto('/en');
  await untilScriptsRun(page);
  await page.waitForTimeout(500);
  expect(streams).toEqual([]);
  await expect(bannerOn(page, 'en')).toContainText(BREAKING.en);
});

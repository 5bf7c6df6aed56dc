import { expect } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { BREAKING, bannerOn, soon } from './banner.ts';
import { untilScriptsRun } from './scripts.ts';
import { storyPath } from './story-text.ts';
import { test } from './test.ts';
import { watchedLive, watchLive } from './watch-live.ts';

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

    await program.raise({ text: BREAKING.en, lang: 'en' });
    await page.waitForTimeout(1000);
    await expect(bannerOn(page, 'en').getByText(BREAKING.en)).toHaveCount(shown ? 1 : 0);
    expect((await watchedLive(page)).said).toHaveLength(said);

    await page.goto('/en');
    await expect(bannerOn(page, 'en').getByText(BREAKING.en)).toHaveCount(shown ? 1 : 0);
    await page.goto('/en/settings');
    await expect(page.getByRole('radio', { name: words[mode], exact: true }).last()).toBeChecked();
    await page.getByRole('main').getByRole('radio', { name: words.now, exact: true }).check();
    await expect(bannerOn(page, 'en')).toContainText(BREAKING.en);
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

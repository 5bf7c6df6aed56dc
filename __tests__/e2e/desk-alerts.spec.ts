import { expect, type Page } from '@playwright/test';
import { makeToken, signIn } from './at-the-desk.ts';
import { untilScriptsRun } from './scripts.ts';
import { test } from './test.ts';
import { watchedLive, watchLive } from './watch-live.ts';

const TEXT = 'Council House evacuated after a fire alarm';
const STORY = 'Night ferries return to the outer islands';

/** In which an alert can still be undone. */
const UNDO_MS = 10_000;

test.afterEach(async ({ newsroom }) => {
  await newsroom.lede('alert', 'clear');
});

test('an alert is raised by keys alone, in two editions, and is out after ten seconds', async ({
  page,
  newsroom,
  anotherReader,
}) => {
  const { token } = await makeToken(newsroom);
  const readers = await Promise.all(['/en', '/fa', '/km'].map((path) => readAt(path)));
  await signIn(page, token, '/desk/alerts');

  await page.getByLabel('Text in English').focus();
  await page.keyboard.type(TEXT);
  await page.keyboard.press('Tab');
  await page.keyboard.type(STORY);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ساختمان شورا تخلیه شد');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(page).toHaveTitle('Preview of the alert – the desk');
  const english = page.getByText(TEXT, { exact: true });
  await expect(english).toHaveAttribute(
    'href',
    '/en/articles/night-ferries-return-to-the-outer-islands',
  );
  await expect(page.getByText('ساختمان شورا تخلیه شد')).toBeVisible();
  await page.getByRole('button', { name: 'Raise now' }).focus();
  const raised = Date.now();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'About to go out' })).toContainText(TEXT);

  const [en, fa, km] = readers as [Page, Page, Page];
  await expect(bannerOn(en)).toContainText(TEXT, { timeout: 15_000 });
  expect(Date.now() - raised).toBeGreaterThanOrEqual(UNDO_MS - 500);
  await expect(bannerOn(fa)).toContainText('ساختمان شورا تخلیه شد');
  await expect(bannerOn(km)).toHaveCount(0);
  expect((await watchedLive(en)).said).toEqual([`Breaking news: ${TEXT}`]);

  await page.goto('/desk/alerts');
  await page.getByRole('link', { name: /^Change \(English/ }).click();
  await page.getByLabel('Text', { exact: true }).fill(`${TEXT}; nobody is hurt`);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(bannerOn(en)).toContainText('nobody is hurt');
  expect((await watchedLive(en)).said).toHaveLength(1);

  await page.goto('/desk/alerts');
  await page.getByLabel(/^Why clear it \(English/).fill('All went home');
  await page.getByRole('button', { name: /^Clear \(English/ }).click();
  await expect(bannerOn(en)).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('All went home');

  async function readAt(path: string): Promise<Page> {
    const reader = await (await anotherReader()).newPage();
    await watchLive(reader);
    await reader.goto(path);
    await untilScriptsRun(reader);
    return reader;
  }
});

test('an alert that is undone reaches nobody', async ({ page, newsroom, anotherReader }) => {
  const { token } = await makeToken(newsroom);
  const reader = await (await anotherReader()).newPage();
  await watchLive(reader);
  await reader.goto('/en');
  await untilScriptsRun(reader);
  await signIn(page, token, '/desk/alerts');
  await preview(page);
  const from = Date.now();
  await page.getByRole('button', { name: 'Raise now' }).click();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('region', { name: 'Done' })).toBeVisible();
  await expect(page.getByLabel('Text in English')).toHaveValue(TEXT);
  await page.waitForTimeout(UNDO_MS + 1500 - (Date.now() - from));
  await expect(bannerOn(reader)).toHaveCount(0);
  expect((await watchedLive(reader)).said).toEqual([]);
  await page.goto('/desk/alerts');
  await expect(page.getByRole('main')).toContainText(/undone/i);
});

test('an emergency is raised with a second confirmation, and never without', async ({
  page,
  newsroom,
}) => {
  const { token } = await makeToken(newsroom);
  await signIn(page, token, '/desk/alerts');
  await page.getByLabel('Text in English').fill('Leave the quay at once');
  await page.getByRole('checkbox', { name: 'Emergency' }).check();
  await page.getByRole('button', { name: 'Preview' }).click();
  const confirmation = page.getByRole('checkbox', { name: /danger to life/ });
  // The browser itself would stop the form; a hand-made one comes through.
  await confirmation.evaluate((box) => box.removeAttribute('required'));
  await page.getByRole('button', { name: 'Raise now' }).click();
  await expect(page).toHaveTitle(/^Not done/);
  expect(await newsroom.lede('alert', 'list')).not.toContain('Leave the quay');
  await confirmation.check();
  await page.getByRole('button', { name: 'Raise now' }).click();
  await expect(page).toHaveTitle(/^Done/);
  expect(await newsroom.lede('alert', 'list')).toContain('Leave the quay');
});

test('pressing the button twice raises once', async ({ page, newsroom }) => {
  const { token } = await makeToken(newsroom);
  await signIn(page, token, '/desk/alerts');
  await preview(page);
  await page.getByRole('button', { name: 'Raise now' }).dblclick();
  await expect(page).toHaveTitle(/Alerts – the desk$/);
  const list = await newsroom.lede('alert', 'list', '--json');
  expect(list.split(TEXT)).toHaveLength(2);
});

test('who may not raise alerts sees them, and is told why there is no form', async ({
  page,
  newsroom,
  raiseAlert,
}) => {
  await raiseAlert(TEXT, 'en');
  const { token } = await makeToken(newsroom, 'publish');
  await signIn(page, token, '/desk/alerts');
  await expect(page.getByRole('main')).toContainText(TEXT);
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText(/alerts/);
});

async function preview(page: Page): Promise<void> {
  await page.getByLabel('Text in English').fill(TEXT);
  await page.getByLabel('Story in English').fill(STORY);
  await page.getByRole('button', { name: 'Preview' }).click();
}

/** By its id: in three languages it has three names. */
function bannerOn(page: Page) {
  return page.locator('#breaking-news');
}

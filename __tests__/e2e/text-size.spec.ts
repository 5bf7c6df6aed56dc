import { expect, type Page } from '@playwright/test';
import { EDITIONS, type Edition, SIZES, type Size, wordsOf } from './editions.ts';
import { recordedFrames, recordFrames } from './frames.ts';
import { DIPLOMACY_STORY } from './page-kinds.ts';
import { givePreferences } from './preferences.ts';
import { holdScripts, untilScriptsRun } from './scripts.ts';
import { fontSizeOf, OPENING, openingParagraph, storyPath } from './story-text.ts';
import { test } from './test.ts';

for (const edition of EDITIONS) {
  test(`four sizes, from small to large, by choice of the reader: ${edition}`, async ({ page }) => {
    const { textSize, sizes } = wordsOf(edition);
    await page.goto(storyPath(edition));
    const group = page.getByRole('group', { name: textSize, exact: true });
    await expect(group.getByRole('radio')).toHaveCount(4);
    await expect(group.getByRole('radio', { name: sizes.md.name, exact: true })).toBeChecked();

    const px: Record<string, number> = {};
    for (const size of SIZES) {
      await expect(group.getByText(sizes[size].label, { exact: true })).toBeVisible();
      await choose(page, edition, size);
      await expect(page.locator('html')).toHaveAttribute('data-text-size', size);
      px[size] = await fontSizeOf(openingParagraph(page, edition));
    }
    const { xs = 0, sm = 0, md = 0, lg = 0 } = px;
    expect(xs).toBeGreaterThanOrEqual(14);
    expect(sm).toBeGreaterThan(xs);
    expect(md).toBeGreaterThan(sm);
    expect(md).toBe(18);
    expect(lg).toBeGreaterThan(md);
    expect(lg).toBeGreaterThanOrEqual(24);
  });
}

test('the choice stays: on reload, on other pages, in other editions, on the next visit', async ({
  page,
  context,
  anotherReader,
}) => {
  await page.goto(storyPath('en'));
  await choose(page, 'en', 'lg');
  await page.reload();
  await expectSize(page, 'en', 'lg');
  for (const path of [`/en/articles/${DIPLOMACY_STORY}`, '/en', storyPath('km')]) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'lg');
  }
  const { cookies } = await context.storageState();
  expect(cookies).toEqual([
    expect.objectContaining({ name: 'lede-preferences', sameSite: 'Lax', path: '/' }),
  ]);
  expect(cookies[0]?.expires, 'longer than this visit').toBeGreaterThan(Date.now() / 1000 + 86_400);

  const nextVisit = await (
    await anotherReader({ storageState: { cookies, origins: [] } })
  ).newPage();
  await nextVisit.goto(storyPath('en'));
  await expectSize(nextVisit, 'en', 'lg');
});

test('other open tabs follow at once', async ({ page, context }) => {
  await page.goto(storyPath('en'));
  const otherTab = await context.newPage();
  await otherTab.goto(storyPath('fa'));
  for (const tab of [page, otherTab]) await untilScriptsRun(tab);
  await expectSize(otherTab, 'fa', 'md');
  await choose(page, 'en', 'lg');
  await expectSize(otherTab, 'fa', 'lg');
  await choose(otherTab, 'fa', 'xs');
  await expectSize(page, 'en', 'xs');
});

test('a page that comes back by the Back button has the size that was chosen since', async ({
  page,
}) => {
  await page.goto(storyPath('en'));
  await page.goto(`/en/articles/${DIPLOMACY_STORY}`);
  await choose(page, 'en', 'lg');
  await page.goBack();
  await expectSize(page, 'en', 'lg');
});

test('a larger setting of the browser makes all four sizes larger', async ({ page, context }) => {
  const devTools = await context.newCDPSession(page);
  const sizesAt = async (standard: number) => {
    await devTools.send('Page.setFontSizes', { fontSizes: { standard } });
    await page.goto(storyPath('en'));
    const px: number[] = [];
    for (const size of SIZES) {
      await choose(page, 'en', size);
      px.push(await fontSizeOf(openingParagraph(page, 'en')));
    }
    return px;
  };
  const usual = await sizesAt(16);
  const larger = await sizesAt(24);
  for (const [index, px] of larger.entries()) expect(px).toBeCloseTo((usual[index] ?? 0) * 1.5, 1);
});

for (const edition of EDITIONS) {
  for (const size of ['xs', 'lg'] as const) {
    test(`no frame ever shows another size than the chosen one: ${edition}, ${size}`, async ({
      page,
      context,
      newsroom,
    }) => {
      await givePreferences(context, newsroom.url, { size });
      await recordFrames(page, OPENING[edition]);
      await page.goto(storyPath(edition));
      await expectSize(page, edition, size);
      await page.waitForLoadState('networkidle');
      await expectOneSizeOnly(page, size, await fontSizeOf(openingParagraph(page, edition)));
    });
  }
}

test('no frame shows another size while the scripts are still on their way', async ({
  page,
  context,
  newsroom,
}) => {
  await givePreferences(context, newsroom.url, { size: 'lg' });
  await recordFrames(page, OPENING.en);
  const letScriptsThrough = await holdScripts(page);
  await page.goto(storyPath('en'), { waitUntil: 'commit' });
  await expectSize(page, 'en', 'lg');
  expect(await fontSizeOf(openingParagraph(page, 'en'))).toBeGreaterThanOrEqual(24);
  await letScriptsThrough();
  await page.waitForLoadState('networkidle');
  await expectOneSizeOnly(page, 'lg', await fontSizeOf(openingParagraph(page, 'en')));
});

test('a choice that is made before the scripts have come is not lost', async ({ page }) => {
  const letScriptsThrough = await holdScripts(page);
  await page.goto(storyPath('en'), { waitUntil: 'commit' });
  await choose(page, 'en', 'lg');
  await expect(page.getByRole('radio', { name: 'LG, large' })).toBeChecked();
  await letScriptsThrough();
  await untilScriptsRun(page);
  await expectSize(page, 'en', 'lg');
  expect(await fontSizeOf(openingParagraph(page, 'en'))).toBeGreaterThanOrEqual(24);
});

async function choose(page: Page, edition: Edition, size: Size): Promise<void> {
  const { textSize, sizes } = wordsOf(edition);
  await page
    .getByRole('group', { name: textSize, exact: true })
    .getByText(sizes[size].label, { exact: true })
    .click();
}

async function expectSize(page: Page, edition: Edition, size: Size): Promise<void> {
  const { sizes } = wordsOf(edition);
  await expect(page.locator('html')).toHaveAttribute('data-text-size', size);
  await expect(page.getByRole('radio', { name: sizes[size].name, exact: true })).toBeChecked();
}

async function expectOneSizeOnly(page: Page, size: Size, px: number): Promise<void> {
  const { frames, layoutShift } = await recordedFrames(page);
  const withText = frames.filter(({ fontSize }) => fontSize !== null);
  expect(withText.length).toBeGreaterThan(0);
  expect(new Set(withText.map(({ fontSize }) => fontSize))).toEqual(new Set([px]));
  const checked = frames.map(({ checkedSize }) => checkedSize).filter((value) => value !== null);
  expect(new Set(checked), 'the control shows the choice from its first frame').toEqual(
    new Set([size]),
  );
  expect(layoutShift).toBe(0);
}

import { expect, type Page } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { type Edition, wordsOf } from './editions.ts';

/** A page that stands in for another is whole: in its language, with all ways onward. */
export async function isWholePage(page: Page, edition: Edition, title: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', edition);
  await expect(page.locator('html')).toHaveAttribute('dir', LANGUAGES[edition].dir);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  const words = wordsOf(edition);
  const skipLinks = page.getByRole('list', { name: words.skipLinks }).getByRole('link');
  await expect(skipLinks).toHaveText([words.toMain, words.toNavigation, words.toSearch]);
  const { header, notFound, front } = messagesOf(edition);
  await expect(page.getByRole('navigation', { name: header.navigation })).toBeVisible();
  await expect(page.getByRole('search')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: notFound.home })).toBeVisible();
  const latest = page.getByRole('region', { name: front.latest });
  expect(await latest.getByRole('article').count()).toBeGreaterThan(2);
  await expect(page.getByRole('contentinfo')).toBeVisible();
}

import { expect } from '@playwright/test';
import { messagesOf } from '#lib/messages/languages.ts';
import { EDITIONS } from './editions.ts';
import { test } from './test.ts';
import { isWholePage } from './whole-page.ts';

for (const path of [
  '/en/articles/no-such-story',
  '/en/sections/no-such-section',
  '/en/topics/no-such-topic',
  '/en/authors/no-such-author',
  '/en/no/such/page',
  '/xx',
  '/en/sections/world?page=2',
  '/en/sections/world?page=0',
  '/en/sections/world?page=-1',
  '/en/sections/world?page=1.5',
  '/en/sections/world?page=two',
  '/en/authors/test-desk?page=99',
  '/en/topics/hard-cases?page=99',
  '/en/search?q=the&page=99',
  '/en/search?q=the&page=two',
  '/fa/sections/هیچ',
  '/km/authors/គ្មាន',
]) {
  test(`nothing is there, and the page says so: ${path}`, async ({ page }) => {
    const edition = EDITIONS.find((code) => path.startsWith(`/${code}/`)) ?? 'en';
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await isWholePage(page, edition, messagesOf(edition).notFound.title);
  });
}

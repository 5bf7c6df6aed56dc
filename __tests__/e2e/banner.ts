import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { type Edition, wordsOf } from './editions.ts';

/** An alert is on every open page a second after it was raised. */
export const soon = expect.configure({ timeout: 1000 });

/** Something that breaks, in each edition's language. */
export const BREAKING: Record<Edition, string> = {
  en: 'Council House evacuated after a fire alarm',
  fa: 'آژیر آتش‌سوزی ساختمان شورا را خالی کرد',
  km: 'អគារក្រុមប្រឹក្សាត្រូវបានជម្លៀសមនុស្សចេញ',
};

export function bannerOn(page: Page, edition: Edition) {
  return page.getByRole('region', { name: wordsOf(edition).breakingNews, exact: true });
}

export function skipLinkOn(page: Page, edition: Edition) {
  return page.getByRole('link', { name: wordsOf(edition).toAlert, exact: true });
}

/** The addresses of the streams that a reader has opened, in their order. */
export function streamsOf(context: BrowserContext): string[] {
  const opened: string[] = [];
  context.on('request', (asked) => {
    const { pathname } = new URL(asked.url());
    if (pathname === '/api/live') opened.push(asked.url());
  });
  return opened;
}

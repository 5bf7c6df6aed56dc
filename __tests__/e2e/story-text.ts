import type { Locator, Page } from '@playwright/test';
import type { Edition } from './editions.ts';
import { HARD_STORY } from './page-kinds.ts';

/** How the story with all there is begins (__tests__/e2e/stories). */
export const OPENING: Record<Edition, string> = {
  en: 'The keepers of the long northern quay counted their lamps',
  fa: 'نگهبانان اسکله روز یکشنبه فانوس‌ها را شمردند',
  km: 'អ្នកយាមផែបានរាប់ចង្កៀងកាលពីថ្ងៃអាទិត្យ',
};

export const storyPath = (edition: Edition) => `/${edition}/articles/${HARD_STORY}`;

/** The first paragraph of that story's text. */
export function openingParagraph(page: Page, edition: Edition): Locator {
  return page.getByRole('article').getByRole('paragraph').filter({ hasText: OPENING[edition] });
}

/** The size, in CSS pixels, in which a text is painted. */
export function fontSizeOf(text: Locator): Promise<number> {
  return text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

import type { BrowserContext } from '@playwright/test';
import type { Size } from './editions.ts';

type Choices = { size?: Size; theme?: 'auto' | 'light' | 'dark' | 'sepia' | 'contrast' };

/** Gives a reader choices that they made on an earlier visit. */
export async function givePreferences(
  context: BrowserContext,
  site: string,
  choices: Choices,
): Promise<void> {
  const value = encodeURIComponent(new URLSearchParams(choices).toString());
  await context.addCookies([{ name: 'lede-preferences', value, url: site }]);
}

import { expect } from '@playwright/test';
import { audit } from './audit.ts';
import { EDITIONS, SIZES } from './editions.ts';
import { DIPLOMACY_STORY, PAGE_KINDS } from './page-kinds.ts';
import { givePreferences } from './preferences.ts';
import { test } from './test.ts';

/** An alert looks the same on all pages; these are laid out in different ways below it. */
const WITH_ALERT = PAGE_KINDS.filter(({ kind }) =>
  ['front page', 'article', 'settings', 'withdrawn story'].includes(kind),
);

for (const { kind, path } of PAGE_KINDS) {
  for (const edition of EDITIONS) {
    test(`nothing stands in a reader's way: ${kind}, ${edition}, four sizes, light and dark`, async ({
      page,
      context,
      newsroom,
    }) => {
      for (const size of SIZES) {
        await givePreferences(context, newsroom.url, { size });
        await page.goto(path(edition));
        await expect(page.locator('html')).toHaveAttribute('data-text-size', size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await audit(page), `${size}, ${colorScheme}`).toEqual([]);
        }
      }
    });
  }
}

// The other two themes are those of the system, above.
for (const theme of ['sepia', 'contrast'] as const) {
  test(`nothing stands in a reader's way in the colours they chose: ${theme}`, async ({
    page,
    context,
    newsroom,
  }) => {
    await givePreferences(context, newsroom.url, { theme });
    for (const { kind, path } of PAGE_KINDS) {
      await page.goto(path('en'));
      expect.soft(await audit(page), kind).toEqual([]);
    }
  });
}

for (const edition of EDITIONS) {
  test(`nothing stands in a reader's way while an alert stands: ${edition}`, async ({
    page,
    raiseAlert,
  }) => {
    const link = `/${edition}/articles/${DIPLOMACY_STORY}`;
    await raiseAlert('Port Maren: 112', edition, '--link', link);
    for (const { kind, path } of WITH_ALERT) {
      await page.goto(path(edition));
      await expect(page.locator('#breaking-news')).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await audit(page), `${kind}, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

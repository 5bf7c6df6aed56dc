import type { Page } from '@playwright/test';

/** Holds a page's scripts back, as a slow line does. Answers how to let them through. */
export async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let isHolding = true;
  const held: (() => Promise<void>)[] = [];
  await page.route(/\.js(?:\?|$)/, async (route) => {
    if (isHolding) held.push(() => route.continue());
    else await route.continue();
  });
  return async () => {
    isHolding = false;
    if (held.length === 0) throw new Error('The page did not ask for any script.');
    for (const letThrough of held) await letThrough();
  };
}

/** Waits until the page answers to its scripts. Before that it works too, by page loads; a test of
 *  what happens without one must not be faster than any reader. */
export async function untilScriptsRun(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const control = document.querySelector('button[type=submit], input[type=radio]');
    return control && Object.keys(control).some((key) => key.startsWith('__reactProps'));
  });
}

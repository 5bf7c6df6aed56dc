import type { Page } from '@playwright/test';

type Watched = { said: string[]; shouted: string[]; shift: number; focus: string[] };

/** From the next page load on, notes what a screen reader would be told by the live regions, whatever
 *  moves (with and without the reader's doing), and where focus goes. */
export async function watchLive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { said: [], shouted: [], shift: 0, focus: [] };
    Object.assign(window, { watched });
    document.addEventListener('DOMContentLoaded', () => {
      for (const [id, words] of [
        ['announcements', watched.said],
        ['emergencies', watched.shouted],
      ] as const) {
        const region = document.getElementById(id);
        if (!region) continue;
        new MutationObserver(() => {
          if (region.textContent) words.push(region.textContent);
        }).observe(region, { childList: true, characterData: true, subtree: true });
      }
      for (const kind of ['focusin', 'focusout']) {
        document.addEventListener(kind, ({ target }) => {
          watched.focus.push(`${kind} <${(target as Element).localName}>`);
        });
      }
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        watched.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What was noted up to now. */
export function watchedLive(page: Page): Promise<Watched> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched);
}

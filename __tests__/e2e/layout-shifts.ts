import type { Page, Route } from '@playwright/test';
import { twoFrames } from './frames.ts';

type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
};

/** From the next page load on, notes whatever moves without the reader having asked for it. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    const note = (list: PerformanceEntryList) => {
      for (const { hadRecentInput, value, sources } of list as Shift[]) {
        if (hadRecentInput) continue;
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = `<${element?.localName} class="${element?.getAttribute('class')}">`;
          return `${name} from ${from.x},${from.y} to ${to.x},${to.y}`;
        });
        shifts.push(`${value.toFixed(6)}: ${moved.join('; ')}`);
      }
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, {
      shiftsUpToNow() {
        note(observer.takeRecords());
        return shifts;
      },
    });
  });
}

/** What has moved up to now, a sentence for each shift. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as { shiftsUpToNow: () => string[] }).shiftsUpToNow(),
  );
}

/** Opens a page and reads it from top to bottom on a line so slow that each picture comes only
 *  when the reader is there already. */
export async function readSlowly(page: Page, path: string): Promise<void> {
  const wanted = new Set<string>();
  const held = new Map<string, Route>();
  await page.route('**/media/**', async (route) => {
    const address = route.request().url();
    if (wanted.has(address)) await route.continue();
    else held.set(address, route);
  });
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  do {
    await twoFrames(page);
    for (let missing = [path]; missing.length > 0; missing = await picturesToCome(page)) {
      for (const address of missing) {
        wanted.add(address);
        await held.get(address)?.continue();
        held.delete(address);
      }
      await twoFrames(page);
    }
  } while (await scrollOn(page));
  await page.unroute('**/media/**');
}

/** The addresses of the pictures in the window that have not come yet. */
function picturesToCome(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const missing = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return top < innerHeight && bottom > 0 && image.naturalWidth === 0;
    });
    return missing.map((image) => image.currentSrc);
  });
}

/** Goes on by most of a window. Answers whether there was any further to go. */
function scrollOn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const before = scrollY;
    scrollBy(0, innerHeight * 0.8);
    return scrollY > before;
  });
}

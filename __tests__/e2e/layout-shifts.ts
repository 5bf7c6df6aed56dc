import type { Page } from '@playwright/test';

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

/** Reads a page from top to bottom, as fast as its pictures come. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const drawn = () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const isNear = (image: HTMLImageElement) => {
      const { top, bottom } = image.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    };
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight * 0.8) {
      scrollTo(0, y);
      await drawn();
      await Promise.all([...document.images].filter(isNear).map((image) => image.decode()));
      await drawn();
    }
  });
}

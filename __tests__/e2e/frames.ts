import type { Page } from '@playwright/test';

/** What a reader could see in one frame of a page's loading. */
export type Frame = {
  /** Of the story's first paragraph, in pixels; null while it is not there yet. */
  fontSize: number | null;
  checkedSize: string | null;
  hasAlert: boolean;
};

type Recorder = { frames: Frame[]; layoutShift: number };

/** From the next page load on, notes each frame that is drawn, from the very first, and adds up
 *  how far anything moved (Cumulative Layout Shift). Call it before the page is opened. */
export async function recordFrames(page: Page, opening = ''): Promise<void> {
  await page.addInitScript((opening) => {
    const recorder: Recorder = { frames: [], layoutShift: 0 };
    Object.assign(window, { recorder });
    function note(): void {
      const paragraph = [...document.querySelectorAll('article p')].find((text) =>
        text.textContent.startsWith(opening),
      );
      const checked = document.querySelector<HTMLInputElement>('[type=radio][name=size]:checked');
      recorder.frames.push({
        fontSize: paragraph ? Number.parseFloat(getComputedStyle(paragraph).fontSize) : null,
        checkedSize: checked?.value ?? null,
        hasAlert: document.querySelector('#breaking-news')?.checkVisibility() ?? false,
      });
      requestAnimationFrame(note);
    }
    requestAnimationFrame(note);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        recorder.layoutShift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }, opening);
}

/** What was noted up to now. */
export function recordedFrames(page: Page): Promise<Recorder> {
  return page.evaluate(() => (window as unknown as { recorder: Recorder }).recorder);
}

/** Waits until two more frames are drawn: long enough for what was about to happen to show. */
export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

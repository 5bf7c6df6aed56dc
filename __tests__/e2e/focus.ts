import type { Page } from '@playwright/test';
import { contrastOf, paintOf } from './paint.ts';

/** A focus ring that nobody can miss: 3 px, 3:1 against what it is drawn on (WCAG 2.2, 2.4.13). */
const LEAST_RING_PX = 3;
const LEAST_RING_CONTRAST = 3;

/** Whether focus is nowhere: on the body, or out of the page. */
export function isFocusLost(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.activeElement === null || document.activeElement === document.body,
  );
}

/** What has focus, in words for a message. */
export function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const name = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    return `<${at?.localName} ${at?.id} ${name.trim().slice(0, 60)}>`;
  });
}

/** What is wrong with how focus shows: no ring, a thin or a pale one, something in front of it, or
 *  the whole of it out of sight. */
export async function problemsOfFocus(page: Page): Promise<string[]> {
  const seen = await page.evaluateHandle(() => {
    const focused = document.activeElement as HTMLElement;
    // A radio that is drawn by its label shows its focus there.
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : null;
    const isHidden = focused.getBoundingClientRect().width <= 1;
    return (isHidden && label) || focused;
  });
  const { outline } = await seen.evaluate(
    paintOf as (element: HTMLElement) => ReturnType<typeof paintOf>,
  );
  const covered = await seen.evaluate((element) => {
    const [box] = element.getClientRects();
    if (!box || box.width <= 1) return 'is not to be seen';
    const { innerWidth, innerHeight } = window;
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const right = Math.min(box.right, innerWidth);
    const bottom = Math.min(box.bottom, innerHeight);
    if (left >= right || top >= bottom) return 'is out of sight';
    const points = [0.05, 0.5, 0.95].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + x * (right - left), top + y * (bottom - top)] as const),
    );
    const inFront = points
      .map(([x, y]) => document.elementFromPoint(x, y))
      .find((other) => other && !element.contains(other) && !other.contains(element));
    return inFront ? `is covered by <${inFront.localName} ${inFront.className}>` : null;
  });
  const what = await describeFocus(page);
  const problems: string[] = [];
  if (covered) problems.push(`${what} ${covered}.`);
  if (outline.style === 'none' || outline.width < LEAST_RING_PX) {
    problems.push(`${what} has a ring of ${outline.style} ${outline.width} px.`);
  } else if (typeof outline.on === 'string') {
    problems.push(`The ring of ${what} is drawn on ${outline.on}.`);
  } else if (contrastOf(outline.colour, outline.on) < LEAST_RING_CONTRAST) {
    const ratio = contrastOf(outline.colour, outline.on).toFixed(1);
    problems.push(`The ring of ${what} has ${ratio}:1.`);
  }
  return problems;
}

import type { Page } from '@playwright/test';

/** 44 CSS pixels each way (WCAG 2.2, 2.5.5). */
const LEAST_PX = 44;

/** The controls of a page that are too small to hit. Links inside a sentence are exempt, as in
 *  WCAG. */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const isInSentence = (control: Element) => {
      if (control.localName !== 'a' || getComputedStyle(control).display !== 'inline') return false;
      const block = control.closest('p, li, td, dd, blockquote, figcaption');
      return block !== null && block.textContent.trim() !== control.textContent.trim();
    };
    const found: string[] = [];
    for (const control of document.querySelectorAll('a[href], button, input, select, summary')) {
      if (control instanceof HTMLInputElement && control.type === 'hidden') continue;
      if (!control.checkVisibility({ visibilityProperty: true }) || isInSentence(control)) continue;
      // A label that holds its control takes the tap for it.
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      if (width < least - 0.5 || height < least - 0.5) {
        const name = control.getAttribute('aria-label') ?? control.textContent.trim();
        found.push(
          `<${control.localName} ${control.className}> “${name.slice(0, 50)}”: ${width.toFixed(0)} × ${height.toFixed(0)} px`,
        );
      }
    }
    return found;
  }, LEAST_PX);
}

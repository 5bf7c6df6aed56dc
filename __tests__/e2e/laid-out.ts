import type { Page } from '@playwright/test';

/** What is wrong with how a page is laid out, a sentence for each: it scrolls sideways, something
 *  reaches out of the window, text is cut off, or one text lies on another. */
export function problemsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** By how much glyphs reach less far than the box of their line, in all three scripts. */
    const INK = 0.25;
    const { scrollingElement, body } = document;
    const width = scrollingElement?.clientWidth ?? 0;
    const nameOf = (element: Element) =>
      `<${element.localName} ${element.className}> “${element.textContent.trim().slice(0, 40)}”`;

    /** For screen readers alone, or not shown now. */
    const isForEars = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (at.clientWidth <= 1 && getComputedStyle(at).position === 'absolute') return true;
      }
      return !element.checkVisibility({ visibilityProperty: true });
    };
    /** A wide table scrolls in a box of its own (WCAG 2.2, 1.4.10). */
    const scrollerOf = (element: Element) => element.closest('[role="region"][tabindex="0"]');

    const problems: string[] = [];
    const scrollWidth = Math.max(scrollingElement?.scrollWidth ?? 0, body.scrollWidth);
    if (scrollWidth > width) problems.push(`The page is ${scrollWidth} px wide in ${width}.`);

    const shown = [...body.querySelectorAll('*')].filter((element) => !isForEars(element));
    const isOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return (left < -1 || right > width + 1) && !scrollerOf(element.parentElement ?? element);
    };
    for (const element of shown) {
      if (isOut(element) && ![...element.children].some(isOut)) {
        const { left, right } = element.getBoundingClientRect();
        problems.push(`${nameOf(element)} reaches from ${left} to ${right} in ${width} px.`);
      }
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const isCut =
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip|auto|scroll/.test(overflowY) &&
          element.scrollHeight > element.clientHeight + 1) ||
        textOverflow !== 'clip';
      if (isCut && element !== scrollingElement) problems.push(`${nameOf(element)} is cut off.`);
    }

    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const lines: { block: Element; left: number; right: number; top: number; bottom: number }[] =
      [];
    while (texts.nextNode()) {
      const { parentElement: parent, textContent } = texts.currentNode;
      if (!parent || !textContent?.trim() || isForEars(parent) || scrollerOf(parent)) continue;
      let block = parent;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement ?? body;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const air = (bottom - top) * INK;
        lines.push({
          block,
          left: left + 1,
          right: right - 1,
          top: top + air,
          bottom: bottom - air,
        });
      }
    }
    lines.sort((a, b) => a.top - b.top);
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        const isBeside = other.left >= one.right || one.left >= other.right;
        if (isBeside || one.block.contains(other.block) || other.block.contains(one.block))
          continue;
        problems.push(`${nameOf(one.block)} and ${nameOf(other.block)} overlap.`);
      }
    }
    return [...new Set(problems)];
  });
}

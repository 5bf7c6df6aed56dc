import { afterEach, expect, test } from '@jest/globals';
import { makeRoom } from '#components/alert/make-room.ts';

/** Nothing is laid out here, so the test says what stands where. The window is 768 px high. */
function place(element: HTMLElement, edges: () => { top: number; bottom: number }): void {
  element.getBoundingClientRect = () => {
    const { top, bottom } = edges();
    return new DOMRect(0, top, 320, bottom - top);
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

let giveBack: (() => void) | undefined;

afterEach(() => giveBack?.());

test('a bar that went up for what has focus comes down for the first things of the page', async () => {
  document.body.innerHTML = '<a href="#main">Skip</a><a href="/last">Last</a><section></section>';
  const [skip, last] = document.querySelectorAll('a');
  const bar = document.querySelector('section');
  if (!skip || !last || !bar) throw new Error('The page is not whole.');
  const isAtTop = () => bar.hasAttribute('data-at-top');
  place(skip, () => ({ top: 12, bottom: 56 }));
  place(last, () => ({ top: 700, bottom: 744 }));
  place(bar, () => (isAtTop() ? { top: 0, bottom: 90 } : { top: 678, bottom: 768 }));

  last.focus();
  giveBack = makeRoom(bar);
  expect(isAtTop()).toBe(true);
  expect(document.documentElement.style.scrollPaddingBlockStart).not.toBe('');

  skip.focus();
  await frame();
  expect(isAtTop()).toBe(false);
  expect(document.documentElement.style.scrollPaddingBlockStart).toBe('');
  expect(document.documentElement.style.scrollPaddingBlockEnd).not.toBe('');
});

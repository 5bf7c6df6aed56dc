/** Keeps a bar at the edge of the window from covering what has focus. Where the focused element stands
 *  at the lower edge, the bar goes to the upper one; from then on the browser scrolls what gets focus
 *  clear of it (CSS Scroll Snap, 4.2: scroll padding), and the page ends behind it. Answers how to give
 *  the room back. */
export function makeRoom(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return;
  const root = document.documentElement;
  const isAtTop = covers(bar, document.activeElement);
  bar.toggleAttribute('data-at-top', isAtTop);
  const edge = isAtTop ? 'scrollPaddingBlockStart' : 'scrollPaddingBlockEnd';
  const watcher = new ResizeObserver(() => {
    const height = `${bar.offsetHeight + 16}px`;
    root.style[edge] = height;
    document.body.style.paddingBlockEnd = isAtTop ? '' : height;
  });
  watcher.observe(bar);
  return () => {
    watcher.disconnect();
    root.style[edge] = '';
    document.body.style.paddingBlockEnd = '';
  };
}

/** Whether it lies over the element. One that is higher than half the window, as the main content, is
 *  not covered by a bar. */
function covers(bar: HTMLElement, focused: Element | null): boolean {
  if (!focused || focused === document.body || bar.contains(focused)) return false;
  const [one, other] = [bar.getBoundingClientRect(), focused.getBoundingClientRect()];
  return other.height < window.innerHeight / 2 && other.bottom > one.top && other.top < one.bottom;
}

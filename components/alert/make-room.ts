/** Keeps a bar at the edge of the window from covering what has focus. Where the focused element stands
 *  at the lower edge, the bar goes to the upper one; from then on the browser scrolls what gets focus
 *  clear of it (CSS Scroll Snap, 4.2: scroll padding), and the page ends behind it. Before the page
 *  there is no room to scroll to: when focus comes to its first things, the bar goes down. Answers how
 *  to give the room back. */
export function makeRoom(bar: HTMLElement | null): (() => void) | undefined {
  return bar ? makeRoomFor(bar) : undefined;
}

function makeRoomFor(bar: HTMLElement): () => void {
  const root = document.documentElement;
  let isAtTop = covers(bar, document.activeElement);

  function settle(): void {
    const height = `${bar.offsetHeight + 16}px`;
    bar.toggleAttribute('data-at-top', isAtTop);
    root.style.scrollPaddingBlockStart = isAtTop ? height : '';
    root.style.scrollPaddingBlockEnd = isAtTop ? '' : height;
    document.body.style.paddingBlockEnd = isAtTop ? '' : height;
  }

  /** After the browser has scrolled to what has focus now. */
  function lookAgain(): void {
    requestAnimationFrame(() => {
      if (!isAtTop || !bar.isConnected || !covers(bar, document.activeElement)) return;
      isAtTop = false;
      settle();
    });
  }

  settle();
  const watcher = new ResizeObserver(settle);
  watcher.observe(bar);
  document.addEventListener('focusin', lookAgain);
  return () => {
    watcher.disconnect();
    document.removeEventListener('focusin', lookAgain);
    root.style.scrollPaddingBlockStart = '';
    root.style.scrollPaddingBlockEnd = '';
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

import type { Alert } from '#lib/model/alert.ts';
import { readerStore } from '#lib/preferences/reader-store.ts';

/** While the reader has the region under a key or the pointer, or its settings open, its alert stays:
 *  nothing is put in its place from under somebody's hand. `leave` takes focus back to where it was
 *  before, or on to the content. Answers how to end it. */
export function pinWhileUsed(region: HTMLElement, alert: () => Alert) {
  let cameFrom: EventTarget | null = null;

  let isPointedAt = false;

  // Focus that a click has left behind is no use, and would keep the alert for good.
  const hasFocus = () =>
    region.matches(':focus-visible') || region.querySelector(':focus-visible') !== null;

  function settle(): void {
    const isFocused = hasFocus();
    const isUsed = isFocused || isPointedAt || region.querySelector('details[open]') !== null;
    readerStore.setState({ pinned: isUsed ? alert() : null, isFocused });
  }

  function enter({ relatedTarget }: FocusEvent): void {
    if (!region.contains(relatedTarget as Node | null)) cameFrom = relatedTarget;
    settle();
  }

  function exit({ relatedTarget }: FocusEvent): void {
    if (!region.contains(relatedTarget as Node | null)) settle();
  }

  /** A finger that is lifted leaves `:hover` behind, until something else is touched. */
  function point({ type, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    isPointedAt = type === 'pointerenter';
    settle();
  }

  const listening = new AbortController();
  const { signal } = listening;
  region.addEventListener('focusin', enter, { signal });
  region.addEventListener('focusout', exit, { signal });
  region.addEventListener('pointerenter', point, { signal });
  region.addEventListener('pointerleave', point, { signal });
  region.addEventListener('toggle', settle, { signal, capture: true });
  return {
    leave(): void {
      const from = cameFrom instanceof HTMLElement && cameFrom.isConnected ? cameFrom : null;
      // The skip link to an alert goes with it.
      const isLeft = from === null || from.closest('[data-skip-alert]') !== null;
      const target = isLeft ? document.getElementById('main') : from;
      target?.focus({ preventScroll: true });
    },
    end(): void {
      listening.abort();
      readerStore.setState({ pinned: null, isFocused: false });
    },
  };
}

import type { Alert } from '#lib/model/alert.ts';
import { readerStore } from '#lib/preferences/reader-store.ts';

/** While focus is in the region, its alert stays: nothing is put in its place from under somebody's
 *  hand. `leave` takes focus back to where it was before, or on to the content. Answers how to end it. */
export function pinWhileFocused(region: HTMLElement, alert: () => Alert) {
  let cameFrom: EventTarget | null = null;

  function enter({ relatedTarget }: FocusEvent): void {
    if (region.contains(relatedTarget as Node | null)) return;
    cameFrom = relatedTarget;
    readerStore.setState({ pinned: alert() });
  }

  function exit({ relatedTarget }: FocusEvent): void {
    if (!region.contains(relatedTarget as Node | null)) readerStore.setState({ pinned: null });
  }

  region.addEventListener('focusin', enter);
  region.addEventListener('focusout', exit);
  return {
    leave(): void {
      const isThere = cameFrom instanceof HTMLElement && cameFrom.isConnected;
      const target = isThere ? (cameFrom as HTMLElement) : document.getElementById('main');
      target?.focus({ preventScroll: true });
    },
    end(): void {
      region.removeEventListener('focusin', enter);
      region.removeEventListener('focusout', exit);
    },
  };
}

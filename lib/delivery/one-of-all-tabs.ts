/** Something that one of a reader's tabs does for all of them. */
export type Turn = {
  /** This tab would do it. It does as soon as no other tab does. */
  want(): void;
  /** This tab does it no more, and leaves it to another that wants. */
  rest(): void;
};

/** Sees to it that of all tabs that want to do something, one does, by a lock of that name (Web Locks
 *  API). Where a browser has no locks, as on a site without TLS, each tab that wants does it.
 *  `begin` starts it and answers how to end it. */
export function oneOfAllTabs(name: string, begin: () => () => void): Turn {
  const { locks } = navigator;
  let rest: (() => void) | null = null;

  function wantAlone(): void {
    rest = begin();
  }

  function wantWithLock(): void {
    const giveUp = new AbortController();
    rest = () => giveUp.abort();
    locks
      .request(name, { signal: giveUp.signal }, async () => {
        if (giveUp.signal.aborted) return;
        const end = begin();
        await new Promise((resolve) => giveUp.signal.addEventListener('abort', resolve));
        end();
      })
      .catch((error: unknown) => {
        // It is how a request that was taken back ends.
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      });
  }

  return {
    want() {
      if (rest) return;
      if (locks) wantWithLock();
      else wantAlone();
    },
    rest() {
      rest?.();
      rest = null;
    },
  };
}

/** Something that one of a reader's tabs does for all of them. */
export type Turn = {
  /** This tab would do it. It does as soon as no other tab does. */
  want(): void;
  /** This tab does it no more, and leaves it to another that wants. */
  rest(): void;
};

/** Sees to it that of all tabs that want to do something, one does, by a lock of that name (Web Locks
 *  API). Where a browser has no locks, as on a site without TLS, or gives none, as where a reader lets
 *  sites keep nothing, each tab that wants does it.
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
        const name = error instanceof DOMException ? error.name : '';
        if (name === 'SecurityError' && !giveUp.signal.aborted) wantAlone();
        // The other is how a request that was taken back ends.
        else if (name !== 'SecurityError' && name !== 'AbortError') throw error;
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

/** What one tab keeps on the device is not at once what another reads there: browsers tell their
 *  processes of it a moment later (HTML, 12.2.1). */
const TOLD_AFTER_MS = 500;

/** Does something short while no other tab does the same. Where it has kept something on the device, which
 *  it answers, the next tab begins when it can read that. Where a browser has or gives no locks, it is
 *  done all the same. */
export function whileNoOtherTab(name: string, run: () => boolean): void {
  const { locks } = navigator;
  if (!locks) {
    run();
    return;
  }
  locks
    .request(name, async () => {
      if (run()) await new Promise((resolve) => setTimeout(resolve, TOLD_AFTER_MS));
    })
    .catch(run);
}

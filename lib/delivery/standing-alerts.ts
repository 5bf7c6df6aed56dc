import type { Alert } from '#lib/model/alert.ts';
import type { ReaderStore } from '#lib/preferences/reader-store.ts';

/** Takes the alerts of an edition as they are now into the store, newest first. One that has the
 *  reader's focus and is mended is mended there, too. */
export function keepStanding(store: ReaderStore, alerts: readonly Alert[]): void {
  // Not toSorted: browsers of a few years ago lack it. `filter` makes a list of our own.
  const standing = alerts
    .filter(({ expires }) => expires === null || Date.parse(expires) > Date.now())
    .sort((one, other) => other.raised.localeCompare(one.raised));
  const { pinned } = store.getState();
  const mended = pinned && standing.find(({ id }) => id === pinned.id);
  store.setState({ standing, pinned: mended ?? pinned });
}

/** Takes away each alert at the instant at which it runs out, whether or not a stream tells of it.
 *  Answers how to stop. */
export function endInTime(store: ReaderStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A timer can't be set for longer (HTML, 8.6): it looks again then. */
  const longest = 2 ** 31 - 1;

  function setTimer(): void {
    clearTimeout(timer);
    const ends = (store.getState().standing ?? []).flatMap(({ expires }) =>
      expires === null ? [] : [Date.parse(expires)],
    );
    if (ends.length === 0) return;
    const wait = Math.min(Math.max(Math.min(...ends) - Date.now(), 0), longest);
    timer = setTimeout(() => keepStanding(store, store.getState().standing ?? []), wait);
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.standing !== before.standing) setTimer();
  });
  setTimer();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Remembers which change last touched each cache tag, in numbers of the change log. */
export type TagClock = {
  /** The newest change that this process has taken in. */
  readonly position: number;
  /** Takes in a change. */
  advance(change: { seq: number; tags: readonly string[] }): void;
  /** Starts at a change; pages read before it count as stale. */
  startAt(seq: number): void;
  /** Whether something that was read when the clock stood at `position` is still true. */
  isFresh(position: number, tags: readonly string[]): boolean;
};

/** Beyond this many tags the older half is forgotten, which makes older pages stale. */
const MOST_TAGS = 200_000;

export function createTagClock(): TagClock {
  const lastChange = new Map<string, number>();
  let position = 0;
  let forgottenUpTo = 0;

  function forgetOlderHalf(): void {
    let left = lastChange.size / 2;
    for (const [tag, seq] of lastChange) {
      if (left-- <= 0) break;
      lastChange.delete(tag);
      forgottenUpTo = Math.max(forgottenUpTo, seq);
    }
  }

  return {
    get position() {
      return position;
    },
    advance({ seq, tags }) {
      for (const tag of tags) {
        // Set again at the end: a Map keeps the order of insertion, so the oldest stand first.
        lastChange.delete(tag);
        lastChange.set(tag, seq);
      }
      position = Math.max(position, seq);
      if (lastChange.size > MOST_TAGS) forgetOlderHalf();
    },
    startAt(seq) {
      position = seq;
      forgottenUpTo = seq;
    },
    isFresh(at, tags) {
      if (at < forgottenUpTo) return false;
      return tags.every((tag) => (lastChange.get(tag) ?? 0) <= at);
    },
  };
}

const key = Symbol.for('lede.tag-clock');
const shared = globalThis as { [key]?: TagClock };

/** The one clock of this process. Next loads modules more than once, so it hangs on the global
 *  object. */
export function sharedTagClock(): TagClock {
  shared[key] ??= createTagClock();
  return shared[key];
}

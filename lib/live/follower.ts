import type { TagClock } from '#lib/cache/tag-clock.ts';
import { endExpiredAlerts, nextExpiry } from '#lib/store/alerts.ts';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import type { Store } from '#lib/store/open-store.ts';
import { nextRelease, releaseEmbargoed } from '#lib/store/release.ts';

const LOOK_EVERY_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
const BATCH = 1000;

export type Follower = { stop(): Promise<void> };

/** Follows the change log: moves the tag clock for each change, whichever process made it, and
 *  makes the changes whose time has come. A change is taken in within a fifth of a second. */
export async function startFollower(store: Store, clock: TagClock): Promise<Follower> {
  clock.startAt(await newestChange(store));
  const writes = store.engine.watchForWrites();
  let nextDue = await earliestDue(store);
  let pause = LOOK_EVERY_MS;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  let isStopped = false;

  async function look(): Promise<void> {
    const now = new Date().toISOString();
    if (nextDue !== null && nextDue <= now) {
      await releaseEmbargoed(store, now);
      await endExpiredAlerts(store, now);
    }
    if (!writes.areNew()) return;
    await takeInChanges(store, clock);
    nextDue = await earliestDue(store);
  }

  function lookAgain(): void {
    round = look()
      .then(() => {
        pause = LOOK_EVERY_MS;
      })
      .catch((error) => {
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        console.error(`The change log can't be read; next try in ${pause / 1000} s.`, error);
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(lookAgain, pause);
      });
  }
  lookAgain();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
      clearTimeout(timer);
      await writes.close();
    },
  };
}

async function takeInChanges(store: Store, clock: TagClock): Promise<void> {
  let changes = await changesAfter(store, clock.position, BATCH);
  while (changes.length > 0) {
    for (const change of changes) clock.advance(change);
    changes = await changesAfter(store, clock.position, BATCH);
  }
}

async function earliestDue(store: Store): Promise<string | null> {
  const due = [await nextRelease(store), await nextExpiry(store)].filter((at) => at !== null);
  return due.sort()[0] ?? null;
}

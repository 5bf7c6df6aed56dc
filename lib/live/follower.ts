import type { TagClock } from '#lib/cache/tag-clock.ts';
import { startRounds } from '#lib/rounds/start-rounds.ts';
import { endExpiredAlerts, nextExpiry } from '#lib/store/alerts.ts';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import type { Store } from '#lib/store/open-store.ts';
import { nextRelease, releaseEmbargoed } from '#lib/store/release.ts';

const LOOK_EVERY_MS = 100;
const BATCH = 1000;

export type Follower = { stop(): Promise<void> };

/** Follows the change log: moves the tag clock for each change, whichever process made it, and
 *  makes the changes whose time has come. A change is taken in within a fifth of a second. */
export async function startFollower(store: Store, clock: TagClock): Promise<Follower> {
  clock.startAt(await newestChange(store));
  const writes = store.engine.watchForWrites();
  let nextDue = await earliestDue(store);

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

  const rounds = startRounds(look, LOOK_EVERY_MS, (error, pause) => {
    console.error(`The change log can't be read; next try in ${pause / 1000} s.`, error);
  });

  return {
    async stop() {
      await rounds.stop();
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

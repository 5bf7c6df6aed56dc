import type { TagClock } from '#lib/cache/tag-clock.ts';
import { startRounds } from '#lib/rounds/start-rounds.ts';
import { endExpiredAlerts, nextAlertInstant, sendDueAlerts } from '#lib/store/alerts.ts';
import { type Change, changesAfter, newestChange } from '#lib/store/changes.ts';
import type { Store } from '#lib/store/open-store.ts';
import { nextRelease, releaseEmbargoed } from '#lib/store/release.ts';

const LOOK_EVERY_MS = 100;
/** A database that comes back is followed again within two seconds. */
const LONGEST_PAUSE_MS = 2000;
/** On a line that went dead without a word, no answer ever comes. */
const PATIENCE_MS = 5000;
const BATCH = 1000;

export type Follower = {
  /** When this process last knew that it had missed nothing, in milliseconds of the epoch. */
  readonly caughtUp: number;
  stop(): Promise<void>;
};

/** Whoever must hear of changes, before pages show them. */
export type ChangeListener = {
  /** The newest change that it knows of. */
  readonly position: number;
  /** Takes in changes, in their order. What fails is tried again, with the same changes. */
  takeIn(changes: readonly Change[]): Promise<void>;
};

/** Follows the change log: tells the listener and moves the tag clock for each change, whichever
 *  process made it, and makes the changes whose time has come. A change is taken in within a fifth of
 *  a second. */
export async function startFollower(
  store: Store,
  clock: TagClock,
  listener?: ChangeListener,
): Promise<Follower> {
  clock.startAt(listener?.position ?? (await newestChange(store)));
  const writes = store.engine.watchForWrites();
  let nextDue = await earliestDue(store);
  let isBehind = true;
  let looks = 0;
  let isLost = false;
  let caughtUp = Date.now();

  async function look(): Promise<void> {
    looks += 1;
    const thisLook = looks;
    // Noted first and forgotten last: a look that fails in between is done again.
    if (writes.areNew()) isBehind = true;
    const now = new Date().toISOString();
    if (nextDue !== null && nextDue <= now) {
      await releaseEmbargoed(store, now);
      // One that ran out while it waited, with no server up, never goes out.
      await endExpiredAlerts(store, now);
      await sendDueAlerts(store, now);
      isBehind = true;
    }
    if (isBehind) {
      await takeInChanges(store, clock, listener);
      const due = await earliestDue(store);
      // One that was given up knows nothing of what has come since.
      if (thisLook === looks) {
        nextDue = due;
        isBehind = false;
      }
    }
    caughtUp = Date.now();
    if (isLost) console.log('The change log can be read again; nothing was missed.');
    isLost = false;
  }

  const pace = { every: LOOK_EVERY_MS, longestPause: LONGEST_PAUSE_MS, patience: PATIENCE_MS };
  const rounds = startRounds(look, pace, (error) => {
    if (!isLost) console.error('The change log can’t be read; it is tried until it can.', error);
    isLost = true;
  });

  let stopped: Promise<void> | undefined;
  return {
    get caughtUp() {
      return caughtUp;
    },
    stop() {
      stopped ??= rounds.stop().then(() => writes.close());
      return stopped;
    },
  };
}

async function takeInChanges(
  store: Store,
  clock: TagClock,
  listener?: ChangeListener,
): Promise<void> {
  let changes = await changesAfter(store, clock.position, BATCH);
  while (changes.length > 0) {
    await listener?.takeIn(changes);
    for (const change of changes) {
      // Another look may have been faster than one that was given up.
      if (change.seq > clock.position) clock.advance(change);
    }
    changes = await changesAfter(store, clock.position, BATCH);
  }
}

async function earliestDue(store: Store): Promise<string | null> {
  const due = [await nextRelease(store), await nextAlertInstant(store)].filter((at) => at !== null);
  return due.sort()[0] ?? null;
}

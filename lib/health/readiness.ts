import { newestChange } from '#lib/store/changes.ts';
import { pendingMigrations } from '#lib/store/migrate.ts';
import type { Store } from '#lib/store/open-store.ts';

/** A proxy that asks wants to know whether to send readers here now, not in a while. */
const PATIENCE_MS = 1000;

/** A question to which no answer came may be on a line that is dead: then another is asked. */
const GIVE_UP_MS = 5000;

/** Whether this server should be given requests. */
export type Readiness = {
  /** From now on it should not. */
  stop(): void;
  /** Null if it should, or why not, as a sentence. Calls at one time share one look at the store. */
  look(): Promise<string | null>;
};

export function watchReadiness(store: Store): Readiness {
  let isStopping = false;
  let isMigrated = false;
  let current: { answer: Promise<string | null>; began: number } | null = null;

  async function ask(): Promise<string | null> {
    try {
      // Tables never go back, so once they are right the cheapest question is enough.
      const pending = isMigrated ? [] : await pendingMigrations(store);
      if (pending.length > 0) return `The tables are not up to date: ${pending.join(', ')}.`;
      isMigrated = true;
      await newestChange(store);
      return null;
    } catch (error) {
      return `The store ${store.engine.place} can’t be asked: ${store.engine.describeProblem(error)}.`;
    }
  }

  function shared(): Promise<string | null> {
    const now = performance.now();
    if (!current || now - current.began > GIVE_UP_MS) {
      const asked = { answer: ask(), began: now };
      current = asked;
      asked.answer.then(() => {
        if (current === asked) current = null;
      });
    }
    return current.answer;
  }

  return {
    stop() {
      isStopping = true;
    },
    async look() {
      if (isStopping) return 'This server stops.';
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<string>((resolve) => {
        const sentence = `The store ${store.engine.place} has not answered for ${PATIENCE_MS} ms.`;
        timer = setTimeout(resolve, PATIENCE_MS, sentence);
      });
      return Promise.race([shared(), tooLate]).finally(() => clearTimeout(timer));
    },
  };
}

import type { AlertEvent } from '#lib/model/alert.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { alertEventsAfter } from '#lib/store/alert-lists.ts';
import { newestChange } from '#lib/store/changes.ts';
import type { Store } from '#lib/store/open-store.ts';
import { createAlertMemory, subjectOf } from './alert-memory.ts';
import type { ChangeListener } from './follower.ts';

/** Another instance may have read further in the change log, by about so much. */
const AHEAD_MS = 500;

/** What a stream begins with: events in their order, and the number up to which they tell all. */
export type Beginning = { events: AlertEvent[]; position: number };

/** Knows what became of alerts, and tells it as the change log is taken in. One for each process. */
export type AlertHub = ChangeListener & {
  /** Has what comes from now on told to `hear`, in its order, nothing twice. */
  listen(hear: (events: readonly AlertEvent[], position: number) => void): void;
  /** Gets ready what a reader needs who has seen everything up to a number, or nothing (null). The
   *  answer makes the beginning at the moment it is called, so that nothing can come between that and
   *  whatever is done in the same turn. */
  prepare(lang: LanguageCode, seen: number | null): Promise<() => Beginning>;
};

/** Opens the hub with what the store knows now. */
export async function openAlertHub(store: Store): Promise<AlertHub> {
  const memory = createAlertMemory();
  const ears: ((events: readonly AlertEvent[], position: number) => void)[] = [];
  let look: Promise<AlertEvent[]> | null = null;

  const position = await newestChange(store);
  memory.takeIn(await alertEventsAfter(store, 0), position);

  /** What was forgotten here, from the store; one question at a time, however many streams open. */
  async function forgotten(): Promise<AlertEvent[] | null> {
    look ??= alertEventsAfter(store, 0).finally(() => {
      look = null;
    });
    return look.catch(() => null);
  }

  return {
    get position() {
      return memory.position;
    },

    async takeIn(changes) {
      const upTo = changes.at(-1)?.seq ?? 0;
      const isAboutAlerts = changes.some(({ kind }) => kind.startsWith('alert.'));
      const found = isAboutAlerts ? await alertEventsAfter(store, memory.position) : [];
      // Another look may have been faster than one that was given up.
      const events = found.filter(({ seq }) => seq > memory.position);
      memory.takeIn(events, upTo);
      if (events.length > 0) for (const hear of ears) hear(events, memory.position);
    },

    listen(hear) {
      ears.push(hear);
    },

    async prepare(lang, seen) {
      if (seen !== null && seen > memory.position) {
        await new Promise((resolve) => setTimeout(resolve, AHEAD_MS));
      }
      const older = seen === null || memory.reaches(seen) ? [] : await forgotten();
      return () => {
        // Another database was put back, or the store that knows is away: as if nothing was seen.
        const isLost = seen === null || seen > memory.position || older === null;
        const events = isLost ? memory.after(0) : merge(older, memory.after(seen), seen);
        return {
          events: events.filter(
            (event) => event.lang === lang && (event.kind === 'clear' ? !isLost : stands(event)),
          ),
          position: memory.position,
        };
      };
    },
  };

  /** The store may be ahead of the memory: what it knows beyond that is told when it is taken in. */
  function merge(older: AlertEvent[], newer: AlertEvent[], seen: number): AlertEvent[] {
    const known = new Set(newer.map(subjectOf));
    return [
      ...older.filter(
        (event) => event.seq > seen && event.seq <= memory.position && !known.has(subjectOf(event)),
      ),
      ...newer,
    ].sort((a, b) => a.seq - b.seq);
  }
}

/** While the store is away, nobody writes that an alert has run out. */
function stands({ alert }: Extract<AlertEvent, { kind: 'alert' }>): boolean {
  return alert.expires === null || alert.expires > new Date().toISOString();
}

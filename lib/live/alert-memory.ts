import type { AlertEvent } from '#lib/model/alert.ts';

/** Ended alerts are remembered up to this many, those that stand all. */
const MOST_ENDED = 1000;

/** What became of alerts of late: one event for each, with how it is now. A stream that opens is
 *  answered from here, and the store is not asked. */
export type AlertMemory = {
  /** The number up to which all is known. */
  readonly position: number;
  /** Takes in events that come after all others, in their order, and knows all up to `position`. */
  takeIn(events: readonly AlertEvent[], position: number): void;
  /** Whether all that came after this number is remembered. */
  reaches(number: number): boolean;
  /** What came after this number, in its order. */
  after(number: number): AlertEvent[];
};

export function createAlertMemory(): AlertMemory {
  const newest = new Map<string, AlertEvent>();
  let ended = 0;
  let position = 0;
  let forgottenUpTo = 0;

  function forgetOldest(): void {
    for (const [id, { kind, seq }] of newest) {
      if (ended <= MOST_ENDED) return;
      if (kind !== 'clear') continue;
      newest.delete(id);
      ended -= 1;
      forgottenUpTo = Math.max(forgottenUpTo, seq);
    }
  }

  return {
    get position() {
      return position;
    },
    takeIn(events, upTo) {
      for (const event of events) {
        const id = subjectOf(event);
        if (newest.get(id)?.kind === 'clear') ended -= 1;
        // Set again at the end: a Map keeps the order of insertion, so the oldest stand first.
        newest.delete(id);
        newest.set(id, event);
        if (event.kind === 'clear') ended += 1;
      }
      position = Math.max(position, upTo, ...events.map(({ seq }) => seq));
      forgetOldest();
    },
    reaches: (number) => number >= forgottenUpTo,
    after: (number) => [...newest.values()].filter(({ seq }) => seq > number),
  };
}

/** The id of the alert that an event is about. */
export function subjectOf(event: AlertEvent): string {
  return event.kind === 'alert' ? event.alert.id : event.id;
}

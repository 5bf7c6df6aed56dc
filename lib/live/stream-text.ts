import type { AlertEvent } from '#lib/model/alert.ts';

/** The words of server-sent events (HTML Standard, 9.2.5). JSON has no line breaks of its own. */

/** A comment: it keeps whatever stands between from closing a line that says nothing. */
export const COMMENT = ':\n\n';

/** How long a browser waits before it connects again, from `least` milliseconds to `most`: those that
 *  lost their streams together don't come back together. */
export function retryText(least: number, most: number): string {
  return `retry: ${Math.round(least + Math.random() * (most - least))}\n\n`;
}

/** The number that a reader comes back with. An event without data changes it and is not dispatched. */
export function positionText(position: number): string {
  return `id: ${position}\n\n`;
}

/** An event with its number. A reader whose line is lost in the middle of several comes back with
 *  that of the last one that arrived whole. */
export function eventText(event: AlertEvent): string {
  const data = event.kind === 'alert' ? event.alert : { id: event.id };
  return `id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The number up to which a reader has seen everything: what the browser remembers of the stream goes
 *  before what came with the page. Null where neither is a number. */
export function seenBefore(lastEventId: unknown, after: string | null): number | null {
  return numberOf(lastEventId) ?? numberOf(after);
}

function numberOf(text: unknown): number | null {
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) return null;
  return Number(text);
}

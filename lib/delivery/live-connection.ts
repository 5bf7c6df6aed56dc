import type { Alert } from '#lib/model/alert.ts';

/** What the stream tells of an alert, with its number in the change log. */
export type LiveEvent = { position: number } & (
  | { kind: 'alert'; alert: Alert }
  | { kind: 'clear'; id: string }
);

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** A stream that was open for so long has proved itself; the next pause is short again. */
const STEADY_MS = 10_000;

/** Opens the live stream of an edition (`/api/live`, server-sent events) behind a number of the change
 *  log, and opens it again when it is lost: after a wait that doubles up to a minute, and differs
 *  between readers, since they lose it together. Nothing that happens meanwhile is missed. `position`
 *  says where to go on; `onEvent` moves it. Answers how to close it. */
export function openLiveConnection(
  lang: string,
  position: () => number,
  onEvent: (event: LiveEvent) => void,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;

  function open(): void {
    const stream = new EventSource(`/api/live?lang=${lang}&after=${position()}`);
    let openedAt = Number.POSITIVE_INFINITY;
    source = stream;
    stream.addEventListener('open', () => {
      openedAt = Date.now();
    });
    for (const kind of ['alert', 'clear'] as const) {
      stream.addEventListener(kind, ({ data, lastEventId }) => {
        const told = JSON.parse(data);
        const at = { position: Number(lastEventId) };
        onEvent(kind === 'alert' ? { kind, alert: told, ...at } : { kind, id: told.id, ...at });
      });
    }
    // A browser goes on by itself without ever waiting longer, and gives up for good on a 503.
    stream.addEventListener('error', () => {
      stream.close();
      if (Date.now() - openedAt > STEADY_MS) pause = FIRST_PAUSE_MS;
      timer = setTimeout(open, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

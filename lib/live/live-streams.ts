import type { ServerResponse } from 'node:http';
import { setImmediate as otherTasks } from 'node:timers/promises';
import type { AlertEvent } from '#lib/model/alert.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { COMMENT, eventText, retryText } from './stream-text.ts';

/** Each stream gets a comment every 15 seconds; which of them when is spread over that time. */
const COMMENT_EVERY_MS = 15_000;
const TURNS = 150;

/** So many streams are written to before other requests are answered. */
const SLICE = 100;

/** A reader who doesn't take what waits here (and more in the system's own buffers) has gone, or is
 *  too slow for news that breaks. The browser connects again and resumes. */
const MOST_WAITING = 32 * 1024;

/** Where readers of a server that stops go: spread over this time, to another instance. */
const RETURN_MS = [500, 4000] as const;

export type LiveStream = {
  readonly lang: LanguageCode;
  readonly response: ServerResponse;
  /** What it has been told up to; null while its beginning is made. */
  position: number | null;
};

/** The streams that are open. */
export type LiveStreams = {
  readonly open: number;
  /** Events that were sent, counted for each stream. */
  readonly sent: number;
  readonly isClosed: boolean;
  /** Takes a stream in, whose headers are sent. It is told nothing until it has a position. */
  add(response: ServerResponse, lang: LanguageCode): LiveStream;
  /** Tells all streams, in slices; what comes meanwhile goes after it. */
  tell(events: readonly AlertEvent[], position: number): void;
  /** Ends all streams, so that their readers connect elsewhere. */
  close(): Promise<void>;
};

export function openLiveStreams(): LiveStreams {
  // By the turn in which they get their comment.
  const streams = Array.from({ length: TURNS }, () => new Set<LiveStream>());
  let open = 0;
  let sent = 0;
  let isClosed = false;
  let turn = 0;
  let waiting: AlertEvent[] = [];
  let waitingUpTo = 0;
  let isTelling = false;

  const comments = setInterval(() => {
    turn = (turn + 1) % TURNS;
    for (const stream of streams[turn] ?? []) write(stream, COMMENT);
  }, COMMENT_EVERY_MS / TURNS).unref();

  function write({ response }: LiveStream, text: string): void {
    if (response.destroyed || response.writableEnded) return;
    if (response.writableLength > MOST_WAITING) response.destroy();
    else response.write(text);
  }

  async function inSlices(act: (stream: LiveStream) => void): Promise<void> {
    let left = SLICE;
    for (const some of streams) {
      // Those that come or go meanwhile may be met or not: a Set bears it.
      for (const stream of some) {
        act(stream);
        left -= 1;
        if (left > 0) continue;
        left = SLICE;
        await otherTasks();
      }
    }
  }

  async function tellAll(): Promise<void> {
    isTelling = true;
    while (waiting.length > 0) {
      const events = waiting;
      const upTo = waitingUpTo;
      waiting = [];
      const forAll = textsOf(events);
      const first = events[0]?.seq ?? 0;
      await inSlices((stream) => {
        const { lang, position } = stream;
        if (position === null || position >= upTo) return;
        // Of one that opened meanwhile, some were in its beginning.
        const isNew = position < first;
        const texts = isNew ? forAll : textsOf(events.filter(({ seq }) => seq > position));
        stream.position = upTo;
        const told = texts.get(lang);
        if (!told) return;
        write(stream, told.text);
        sent += told.count;
      });
    }
    isTelling = false;
  }

  return {
    get open() {
      return open;
    },
    get sent() {
      return sent;
    },
    get isClosed() {
      return isClosed;
    },
    add(response, lang) {
      const stream: LiveStream = { lang, response, position: null };
      const some = streams[Math.floor(Math.random() * TURNS)];
      some?.add(stream);
      open += 1;
      response.once('close', () => {
        if (some?.delete(stream)) open -= 1;
      });
      return stream;
    },
    tell(events, position) {
      waiting.push(...events);
      waitingUpTo = position;
      if (!isTelling) tellAll();
    },
    async close() {
      isClosed = true;
      clearInterval(comments);
      await inSlices(({ response }) => response.end(retryText(...RETURN_MS)));
    },
  };
}

/** What is told in each edition, made once for all its streams. */
function textsOf(
  events: readonly AlertEvent[],
): Map<LanguageCode, { text: string; count: number }> {
  const texts = new Map<LanguageCode, { text: string; count: number }>();
  for (const event of events) {
    const { text, count } = texts.get(event.lang) ?? { text: '', count: 0 };
    texts.set(event.lang, { text: text + eventText(event), count: count + 1 });
  }
  return texts;
}

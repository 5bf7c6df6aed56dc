import type { IncomingMessage, ServerResponse } from 'node:http';
import { wrongMethod } from '#lib/api/endpoint.ts';
import { Problem, problemAnswer } from '#lib/api/problem.ts';
import { sendAnswer } from '#lib/api/send-answer.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { AlertHub } from './alert-hub.ts';
import type { LiveStreams } from './live-streams.ts';
import { eventText, positionText, retryText, seenBefore } from './stream-text.ts';

/** After how many milliseconds a browser whose line was lost connects again. */
const RETRY_MS = [2000, 5000] as const;

/** After how many seconds one that was refused may try again: where the server is full, and where it
 *  stops and another is there. */
const FULL_RETRY_S = [5, 30] as const;
const STOPPING_RETRY_S = [1, 5] as const;

const METHODS = ['GET', 'HEAD'];

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Whatever stands between must neither keep it, nor pack it, nor hold it back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  // No other request follows on its connection.
  connection: 'close',
};

type Live = {
  hub: AlertHub;
  streams: LiveStreams;
  languages: readonly LanguageCode[];
  /** How many streams are kept open. */
  limit: number;
};

export type LiveRequests = {
  /** Streams that were refused because there were too many. */
  readonly refused: number;
  answer(request: IncomingMessage, response: ServerResponse): void;
};

/** `GET /api/live?lang=en`: what becomes of the edition's alerts, as server-sent events. */
export function liveRequests({ hub, streams, languages, limit }: Live): LiveRequests {
  let refused = 0;
  hub.listen(streams.tell);

  async function begin(
    request: IncomingMessage,
    response: ServerResponse,
    lang: LanguageCode,
    after: string | null,
  ) {
    response.writeHead(200, HEADERS);
    response.write(retryText(...RETRY_MS));
    // It counts from now on, and is told nothing before its beginning.
    const stream = streams.add(response, lang);
    const makeBeginning = await hub.prepare(
      lang,
      seenBefore(request.headers['last-event-id'], after),
    );
    if (response.destroyed || response.writableEnded) return;
    const { events, position } = makeBeginning();
    stream.position = position;
    // The position stands last: a reader whose line is lost before that has not seen all.
    response.write(events.map(eventText).join('') + positionText(position));
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const query = new URLSearchParams(request.url?.split('?')[1]);
    const lang = languages.find((code) => code === query.get('lang'));
    const { method = '' } = request;
    if (!METHODS.includes(method)) {
      sendAnswer(response, problemAnswer(wrongMethod(method, METHODS.join(', '))));
    } else if (lang === undefined) {
      sendAnswer(response, problemAnswer(unknownEdition(languages)));
    } else if (method === 'HEAD') {
      response.writeHead(200, HEADERS).end();
    } else if (response.socket === null) {
      // An earlier answer on its connection is still under way. Until then it takes no place: Node
      // never says of such a one that it was closed, and one connection could take them all.
      response.once('socket', () => answer(request, response));
    } else if (streams.isClosed) {
      sendAnswer(response, problemAnswer(stopping()));
    } else if (streams.open >= limit) {
      refused += 1;
      sendAnswer(response, problemAnswer(full(limit)));
    } else {
      begin(request, response, lang, query.get('after'));
    }
  }

  return {
    get refused() {
      return refused;
    },
    answer,
  };
}

function full(limit: number): Problem {
  const detail = `All ${limit} live streams of this server are taken.`;
  return new Problem('too-many-readers', detail, { headers: comeBack(FULL_RETRY_S) });
}

function stopping(): Problem {
  const detail = 'This server stops; another takes its place.';
  return new Problem('unavailable', detail, { headers: comeBack(STOPPING_RETRY_S) });
}

function comeBack([least, most]: readonly [number, number]): Record<string, string> {
  const wait = least + Math.floor(Math.random() * (most - least + 1));
  return { 'retry-after': String(wait), connection: 'close' };
}

function unknownEdition(languages: readonly LanguageCode[]): Problem {
  const codes = languages.join(', ');
  return new Problem('invalid-request', 'The edition is not known.', {
    errors: [{ parameter: 'lang', detail: `must be one of ${codes}` }],
  });
}

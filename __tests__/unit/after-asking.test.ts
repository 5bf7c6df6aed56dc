import { expect, test } from '@jest/globals';
import { afterAsking, type Outcome } from '#lib/ingest/sources/after-asking.ts';
import { FIRST_STATE, type SourceSettings, type SourceState } from '#lib/store/sources.ts';

const NOW = Date.parse('2026-10-07T12:00:00Z');
const AT = '2026-10-07T12:00:00.000Z';

type Case = {
  state?: Partial<SourceState>;
  settings?: Partial<SourceSettings>;
  outcome: Outcome;
  random?: number;
};

function after({ state, settings, outcome, random = 0 }: Case) {
  const source = {
    address: 'https://a.example/feed',
    name: 'a.example',
    settings: { every: null, policy: 'publish' as const, fullText: false, ...settings },
    state: { ...FIRST_STATE, ...state },
    nextAt: AT,
  };
  const next = afterAsking(source, outcome, { now: NOW, random: () => random });
  const minutes = next.nextAt && (Date.parse(next.nextAt) - NOW) / 60_000;
  return { ...next, minutes };
}

const NO_PACE = { fresh: 0, ofFeed: 0 };
const HOUR = 3_600_000;
const unchanged: Outcome = { kind: 'unchanged', pace: NO_PACE, movedTo: null, validators: {} };
const read: Extract<Outcome, { kind: 'read' }> = {
  kind: 'read',
  pace: NO_PACE,
  movedTo: null,
  validators: { etag: '"2"', lastModified: 'Wed' },
  digest: 'd2',
  stories: 3,
  changes: 1,
  isIncomplete: false,
};
const failed = (status: number | null = null, retryAfter: number | null = null): Outcome => ({
  kind: 'failed',
  error: 'No.',
  status,
  retryAfter,
});

test.each<[string, Case, number | null]>([
  ['the usual pace', { outcome: unchanged }, 15],
  ['the pace that the list asks for', { settings: { every: 60 }, outcome: unchanged }, 60],
  ['a little spread', { outcome: unchanged, random: 1 }, 15.75],
  [
    'slower, where the answer is fresh for longer',
    { outcome: { ...read, pace: { fresh: HOUR, ofFeed: 0 } } },
    60,
  ],
  [
    'not faster, where it is fresh for less',
    { outcome: { ...read, pace: { fresh: 60_000, ofFeed: 0 } } },
    15,
  ],
  [
    'slower, where the feed says so',
    { outcome: { ...read, pace: { fresh: 0, ofFeed: HOUR } } },
    60,
  ],
  [
    'as the list says, whatever the feed says',
    { settings: { every: 5 }, outcome: { ...read, pace: { fresh: 0, ofFeed: HOUR } } },
    5,
  ],
  [
    'in a day at the latest',
    { outcome: { ...read, pace: { fresh: 999 * HOUR, ofFeed: 0 } } },
    1440,
  ],
  ['as usual after one failure', { outcome: failed(500) }, 15],
  ['spread out after a failure', { outcome: failed(500), random: 1 }, 18.75],
  ['later after each more', { state: { failures: 3 }, outcome: failed(404) }, 120],
  ['daily after very many', { state: { failures: 5000 }, outcome: failed(), random: 1 }, 1440],
  ['when the server says', { outcome: failed(429, 2 * HOUR) }, 120],
  [
    'not at once, even if the server says so',
    { state: { failures: 9 }, outcome: failed(503, 0) },
    15,
  ],
  ['in a day, if the server says in a year', { outcome: failed(503, 8760 * HOUR) }, 1440],
  ['never again once it is gone', { outcome: failed(410) }, null],
])('the next time is %s', (_, given, minutes) => {
  expect(after(given).minutes).toBe(minutes);
});

test('what was read is noted, and failures before it are over', () => {
  const { state } = after({
    state: { failures: 7, error: 'No.', isGone: true, stories: 10 },
    outcome: read,
  });
  expect(state).toEqual({
    ...FIRST_STATE,
    askedAt: AT,
    succeededAt: AT,
    etag: '"2"',
    lastModified: 'Wed',
    digest: 'd2',
    stories: 13,
    changes: 1,
  });
});

test('an answer of “unchanged” keeps what it does not say anew', () => {
  const state = { etag: '"1"', lastModified: 'Mon', digest: 'd1', stories: 4 };
  const validators = { etag: '"3"' };
  expect(after({ state, outcome: { ...unchanged, validators } }).state).toMatchObject({
    ...state,
    etag: '"3"',
    succeededAt: AT,
  });
});

test('a failure keeps what is known, and counts', () => {
  const state = { etag: '"1"', succeededAt: '2026-10-06T12:00:00.000Z', failures: 1 };
  expect(after({ state, outcome: failed(500) }).state).toMatchObject({
    ...state,
    failures: 2,
    error: 'No.',
    askedAt: AT,
  });
});

test('a source that is gone is marked so', () => {
  expect(after({ outcome: failed(410) }).state.isGone).toBe(true);
});

test('what was left out is tried again with the whole feed, but not for ever', () => {
  const again = (incomplete: number) =>
    after({ state: { incomplete }, outcome: { ...read, isIncomplete: true } }).state;
  expect(again(0)).toMatchObject({ incomplete: 1, etag: null, lastModified: null, digest: null });
  expect(again(1)).toMatchObject({ incomplete: 2, etag: null });
  expect(again(2)).toMatchObject({ incomplete: 3, etag: '"2"', digest: 'd2' });
  expect(after({ state: { incomplete: 3 }, outcome: read }).state.incomplete).toBe(0);
});

const ELSEWHERE = 'https://b.example/feed';

test('a new address is remembered once something good stood there', () => {
  expect(after({ outcome: { ...read, movedTo: ELSEWHERE } }).state.movedTo).toBe(ELSEWHERE);
  expect(after({ state: { movedTo: ELSEWHERE }, outcome: read }).state.movedTo).toBe(ELSEWHERE);
  const back = { ...unchanged, movedTo: 'https://a.example/feed' };
  expect(after({ state: { movedTo: ELSEWHERE }, outcome: back }).state.movedTo).toBeNull();
});

test.each<[string, Partial<SourceState>, Outcome]>([
  ['is unknown', {}, failed(404)],
  ['is gone', {}, failed(410)],
  ['fails for the third time', { failures: 2 }, failed()],
])('a new address is forgotten where it %s, and the listed one asked', (_, more, outcome) => {
  const given = { state: { movedTo: ELSEWHERE, etag: '"1"', ...more }, outcome };
  expect(after(given)).toMatchObject({
    state: { movedTo: null, etag: null, isGone: false },
    minutes: 15,
  });
  const once = after({ state: { movedTo: ELSEWHERE }, outcome: failed(500) });
  expect(once.state.movedTo).toBe(ELSEWHERE);
});

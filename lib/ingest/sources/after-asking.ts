import type { SourceSettings, SourceState, StoredSource } from '#lib/store/sources.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes between two askings where the list leaves it open. */
const USUAL_PACE = 15;

/** So often something that was left out (a picture, a page) is tried again with the whole feed; then
 *  it waits until the feed changes. */
const MOST_TRIES = 3;

/** After so many failures in a row a new address is doubted, and the listed one asked again. */
const DOUBT = 3;

/** What an answer says of when to ask again, in milliseconds. */
export type Pace = { fresh: number; ofFeed: number };

export type Validators = Pick<SourceState, 'etag' | 'lastModified'>;

/** What came of asking a source. */
export type Outcome =
  | { kind: 'unchanged'; pace: Pace; movedTo: string | null; validators: Partial<Validators> }
  | {
      kind: 'read';
      pace: Pace;
      movedTo: string | null;
      validators: Validators;
      digest: string;
      stories: number;
      changes: number;
      /** Something could not be had that may be there the next time. */
      isIncomplete: boolean;
    }
  | { kind: 'failed'; error: string; status: number | null; retryAfter: number | null };

export type Moment = { now: number; random: () => number };

type Next = { state: SourceState; nextAt: string | null };

/** What is known of a source after it was asked, and when to ask it next. */
export function afterAsking(source: StoredSource, outcome: Outcome, moment: Moment): Next {
  const state = { ...source.state, askedAt: new Date(moment.now).toISOString() };
  return outcome.kind === 'failed'
    ? afterFailure(state, source.settings, outcome, moment)
    : afterSuccess(state, source, outcome, moment);
}

function afterSuccess(
  state: SourceState,
  { address, settings }: StoredSource,
  outcome: Exclude<Outcome, { kind: 'failed' }>,
  { now, random }: Moment,
): Next {
  const { pace, movedTo } = outcome;
  const next: SourceState = {
    ...state,
    succeededAt: state.askedAt,
    error: null,
    failures: 0,
    isGone: false,
    // Remembered only now that something good stood there.
    movedTo: movedTo === null ? state.movedTo : movedTo === address ? null : movedTo,
    ...outcome.validators,
  };
  if (outcome.kind === 'read') {
    next.incomplete = outcome.isIncomplete ? state.incomplete + 1 : 0;
    next.digest = outcome.digest;
    next.stories += outcome.stories;
    next.changes += outcome.changes;
    if (next.incomplete > 0 && next.incomplete < MOST_TRIES) {
      Object.assign(next, { etag: null, lastModified: null, digest: null });
    }
  }
  // A feed's own word counts where the newsroom gives none: WordPress says “hourly” of every feed.
  const asked = Math.max(pace.fresh, settings.every === null ? pace.ofFeed : 0);
  const wait = Math.max(paceOf(settings), asked) * (1 + 0.05 * random());
  return { state: next, nextAt: instantAfter(now, wait) };
}

function afterFailure(
  state: SourceState,
  settings: SourceSettings,
  { error, status, retryAfter }: Extract<Outcome, { kind: 'failed' }>,
  { now, random }: Moment,
): Next {
  const failures = state.failures + 1;
  const next: SourceState = { ...state, error, failures };
  const pace = paceOf(settings);
  if (state.movedTo !== null && (status === 404 || status === 410 || failures >= DOUBT)) {
    Object.assign(next, { movedTo: null, etag: null, lastModified: null, digest: null });
    return { state: next, nextAt: instantAfter(now, pace) };
  }
  if (status === 410) return { state: { ...next, isGone: true }, nextAt: null };
  const backOff = pace * 2 ** Math.min(failures - 1, 20);
  // Spread out, lest all that failed at once come back at once.
  const wait = Math.max(retryAfter ?? backOff, pace) * (1 + 0.25 * random());
  return { state: next, nextAt: instantAfter(now, wait) };
}

function paceOf({ every }: SourceSettings): number {
  return (every ?? USUAL_PACE) * MINUTE;
}

/** Never later than in a day: nobody wants a source that fell silent for good over one bad word. */
function instantAfter(now: number, wait: number): string {
  return new Date(now + Math.min(wait, DAY)).toISOString();
}

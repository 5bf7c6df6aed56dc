import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FetchHost } from '#lib/config/fetch-hosts.ts';
import type { StoredSource } from '#lib/store/sources.ts';
import { EMPTY_FEED } from '../feeds/read-feed.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import { type Answer, charsetOf, openFetcher, refusalOf } from '../fetch/fetcher.ts';
import { localHostsOf } from '../fetch/host-rules.ts';
import { type ImportOptions, type ImportReport, importSources } from '../import-stories.ts';
import { LARGEST_STORY } from '../read-source.ts';
import type { Outcome, Pace, Validators } from './after-asking.ts';
import { freshFor, paceOfFeed, retryAfterOf } from './answer-pace.ts';

/** What asking takes: where stories go, and how the network is asked. */
export type AskOptions = Pick<ImportOptions, 'store' | 'media' | 'languages'> & {
  fetchHosts: readonly FetchHost[];
  userAgent: string;
  patience?: { idle: number; total: number };
};

/** Asks a source for what is new since the last time, and takes it in. */
export async function askSource(source: StoredSource, options: AskOptions): Promise<Outcome> {
  const { state, address } = source;
  const fetcher = openFetcher({
    // Who lists an address of her own network wishes that it is asked.
    hosts: [...options.fetchHosts, ...localHostsOf([address])],
    userAgent: options.userAgent,
    patience: options.patience,
  });
  try {
    const headers = conditionsOf(state);
    const answer = await fetcher.ask(state.movedTo ?? address, { most: LARGEST_STORY, headers });
    if (answer.status === 304)
      return unchanged(answer, { fresh: freshFor(answer.headers), ofFeed: 0 });
    if (answer.status < 200 || answer.status >= 300) return refused(answer);

    const { bytes, headers: said } = answer;
    const digest = createHash('sha256').update(bytes).digest('hex');
    const pace = { fresh: freshFor(said), ofFeed: paceOfFeed(bytes.toString('latin1')) };
    if (digest === state.digest) return unchanged(answer, pace);
    const fetched = { bytes, address: answer.address, charset: charsetOf(said) };
    const report = await importSources(
      { sources: [{ address, fetched }], passedOver: 0, problems: [] },
      { ...options, ...source.settings },
      fetcher,
    );
    const error = failureOf(report);
    if (error) return { kind: 'failed', error, status: null, retryAfter: null };
    const { counts } = report;
    return {
      kind: 'read',
      ...{ pace, digest, movedTo: answer.movedTo, validators: validatorsOf(said) },
      ...{ stories: counts.new, changes: counts.changed + counts.withdrawn },
      isIncomplete: report.stories.some(({ isIncomplete }) => isIncomplete),
    };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { kind: 'failed', error: inWords(error.message), status: null, retryAfter: null };
  }
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

function validatorsOf({ etag, 'last-modified': modified }: IncomingHttpHeaders): Validators {
  return { etag: etag ?? null, lastModified: modified ?? null };
}

/** An answer of 304 need not say again what the one before it said (RFC 9110, 15.4.5). */
function unchanged({ headers, movedTo }: Answer, pace: Pace): Outcome {
  const { etag, 'last-modified': lastModified } = headers;
  const validators = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
  return { kind: 'unchanged', pace, movedTo, validators };
}

function refused(answer: Answer): Outcome {
  const { status, headers } = answer;
  const error =
    status === 410
      ? 'Its server says that it is gone for good (410), so it is asked no more. “lede sources ask” tries again.'
      : inWords(refusalOf(answer));
  const retryAfter = status === 429 || status === 503 ? retryAfterOf(headers, Date.now()) : null;
  return { kind: 'failed', error, status, retryAfter };
}

/** Why an answer was no source of stories. A feed may be empty for now. */
function failureOf({ stories }: ImportReport): string | null {
  const [first] = stories;
  const isUseless = first && stories.every(({ outcome }) => outcome === 'failed');
  return isUseless && first.reason !== EMPTY_FEED ? (first.reason ?? null) : null;
}

function inWords(reason: string): string {
  return `It can’t be had: ${reason}.`;
}

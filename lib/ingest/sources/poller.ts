import { randomUUID } from 'node:crypto';
import { startRounds } from '#lib/rounds/start-rounds.ts';
import {
  claimDue,
  claimSource,
  finishSource,
  renewClaim,
  type StoredSource,
} from '#lib/store/sources.ts';
import { afterAsking, type Outcome } from './after-asking.ts';
import { type AskOptions, askSource } from './ask-source.ts';

/** Sources that are asked at the same time. */
const AT_ONCE = 3;
const LOOK_EVERY = 1000;

/** A claim that is not renewed any more, since its holder has died, holds no longer than this. */
const CLAIM = 30_000;
const RENEW_EVERY = 10_000;

export type Poller = { stop(): Promise<void> };

/** Asks each source when its time has come, until it is stopped. Any number of these may run on one
 *  store: whoever asks a source has claimed it, so that nobody else does. */
export function startPoller(options: AskOptions, say: (line: string) => void): Poller {
  const holder = randomUUID();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  async function look(): Promise<void> {
    while (!isStopped && running.size < AT_ONCE) {
      const now = Date.now();
      const claim = { holder, until: instant(now + CLAIM) };
      const source = await claimDue(options.store, instant(now), claim);
      if (!source) return;
      const task: Promise<void> = askClaimed(source, holder, options)
        .then((outcome) => {
          const news = newsOf(source, outcome);
          if (news) say(`${source.name}: ${news}`);
        })
        .catch((error) => console.error(`${source.name} could not be asked.`, error))
        .finally(() => running.delete(task));
      running.add(task);
    }
  }

  const rounds = startRounds(look, { every: LOOK_EVERY }, (error, pause) => {
    console.error(`The sources can’t be looked up; next try in ${pause / 1000} s.`, error);
  });

  return {
    async stop() {
      isStopped = true;
      await rounds.stop();
      await Promise.all(running);
    },
  };
}

/** Asks a source at once. Null if somebody is asking it already. */
export async function askNow(
  address: string,
  holder: string,
  options: AskOptions,
): Promise<Outcome | null> {
  const now = Date.now();
  const claim = { holder, until: instant(now + CLAIM) };
  const source = await claimSource(options.store, address, instant(now), claim);
  return source && askClaimed(source, holder, options);
}

/** Asks a source that is claimed, and writes down what came of it. */
async function askClaimed(
  source: StoredSource,
  holder: string,
  options: AskOptions,
): Promise<Outcome> {
  const { store } = options;
  const renewal = setInterval(() => {
    const claim = { holder, until: instant(Date.now() + CLAIM) };
    // What can't be said now is said the next time; the claim holds for three of them.
    renewClaim(store, source.address, claim).catch(() => {});
  }, RENEW_EVERY);
  try {
    const outcome = await askSource(source, options).catch(unforeseen);
    const next = afterAsking(source, outcome, { now: Date.now(), random: Math.random });
    await finishSource(store, source, holder, next);
    return outcome;
  } finally {
    clearInterval(renewal);
  }
}

/** A fault of ours with one source must not make it be asked every second. */
function unforeseen(error: unknown): Outcome {
  const what = error instanceof Error ? error.message : String(error);
  const told = `Lede could not take it in: ${what}.`;
  return { kind: 'failed', error: told, status: null, retryAfter: null };
}

/** What the operator wants to see of it: what came in, and where a failure begins and ends. */
function newsOf({ state }: StoredSource, outcome: Outcome): string | null {
  if (outcome.kind === 'failed') return outcome.error === state.error ? null : outcome.error;
  const { stories, changes } = outcome.kind === 'read' ? outcome : { stories: 0, changes: 0 };
  if (stories + changes > 0) return `${stories} new, ${changes} changed.`;
  return state.error ? 'It answers again.' : null;
}

function instant(time: number): string {
  return new Date(time).toISOString();
}

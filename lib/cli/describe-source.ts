import type { StoredSource } from '#lib/store/sources.ts';
import { instantInWords } from './instant-in-words.ts';

/** A source for a person: what it is, and a line for each thing to know of it. */
export function describeSource(
  { address, name, state, nextAt }: StoredSource,
  now: number,
): string {
  const { succeededAt, error, failures, movedTo, stories, changes } = state;
  const times = failures > 1 ? ` (${failures} times in a row)` : '';
  const lines: [string, string | null][] = [
    ['address', address],
    ['moved', movedTo && `for good to ${movedTo}, which is asked instead. Change it in the list.`],
    ['last success', succeededAt ? instantInWords(succeededAt, now) : 'never yet'],
    ['last error', error && `${error}${times}`],
    ['next time', nextAt ? nextInWords(nextAt, now) : 'never'],
    ['stories', `${stories} new, ${changes} changed so far`],
  ];
  const told = lines.filter(([, what]) => what !== null);
  return [name, ...told.map(([label, what]) => `  ${label.padEnd(14)}${what}`)].join('\n');
}

/** One that should have been asked a while ago says that nobody asks. */
function nextInWords(nextAt: string, now: number): string {
  const late = now - Date.parse(nextAt) > 120_000;
  const hint = late ? '; is the server running, with LEDE_FEEDS?' : '';
  return `${instantInWords(nextAt, now)}${hint}`;
}

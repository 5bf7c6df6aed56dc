import { instantInWords } from './instant-in-words.ts';

/** What there is to know of a source. Instants are ISO 8601. */
export type SourceToTell = {
  address: string;
  state: {
    succeededAt: string | null;
    error: string | null;
    failures: number;
    movedTo: string | null;
    stories: number;
    changes: number;
  };
  nextAt: string | null;
};

/** A source for a person: each thing to know of it, with what it is called. */
export function sourceInWords(
  { address, state, nextAt }: SourceToTell,
  now: number,
): [label: string, what: string][] {
  const { succeededAt, error, failures, movedTo, stories, changes } = state;
  const times = failures > 1 ? ` (${failures} times in a row)` : '';
  const told: [string, string | null][] = [
    ['address', address],
    ['moved', movedTo && `for good to ${movedTo}, which is asked instead. Change it in the list.`],
    ['last success', succeededAt ? instantInWords(succeededAt, now) : 'never yet'],
    ['last error', error && `${error}${times}`],
    ['next time', nextAt ? nextInWords(nextAt, now) : 'never'],
    ['stories', `${stories} new, ${changes} changed so far`],
  ];
  return told.filter((line): line is [string, string] => line[1] !== null);
}

/** One that should have been asked a while ago says that nobody asks. */
function nextInWords(nextAt: string, now: number): string {
  const late = now - Date.parse(nextAt) > 120_000;
  const hint = late ? '; is the server running, with LEDE_FEEDS?' : '';
  return `${instantInWords(nextAt, now)}${hint}`;
}

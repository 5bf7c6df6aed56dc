import type { Verdict } from '#lib/store/arrival.ts';

/** Why a version was not taken. */
export const OLDER = 'It is older than what is here, which is left as it is.';

type Left =
  | { outcome: 'unchanged' }
  | { outcome: 'held'; reason: string; cause: 'older' | 'withdrawn' | 'taken back' };

/** How the report tells of a version that leaves everything as it is, and why its sender took the
 *  story back if that is the cause. */
export function leftAlone(
  outcome: Exclude<Verdict['outcome'], 'new' | 'changed'>,
  reason = '',
): Left {
  if (outcome === 'unchanged') return { outcome };
  const held = (why: string) => ({ outcome: 'held', reason: why, cause: outcome }) as const;
  switch (outcome) {
    case 'older':
      return held(OLDER);
    case 'withdrawn':
      return held('It was withdrawn here. An import does not bring it back.');
    case 'taken back':
      return held(`${reason} This version is not newer than that.`);
  }
}

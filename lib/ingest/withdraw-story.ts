import { judgeTakeBack, takeBack } from '#lib/store/take-back.ts';
import type { NewsDesk } from './news-desk.ts';
import type { Withdrawal } from './reading.ts';
import type { StoryOutcome } from './story-outcome.ts';
import { OLDER } from './versions.ts';

/** Takes a story off the site because its sender took it back. */
export async function withdrawStory(desk: NewsDesk, taken: Withdrawal): Promise<StoryOutcome> {
  const { place, sourceId, reason, at } = taken;
  const withdrawal = { sourceId, reason, at };
  const { outcome } = desk.isDryRun
    ? await judgeTakeBack(desk.store.db, withdrawal)
    : await takeBack(desk.store, withdrawal);
  const told = { place, warnings: [], findings: [] };
  switch (outcome) {
    case 'unknown':
      return { ...told, outcome: 'held', reason: `${reason} It is not here (“${sourceId}”).` };
    case 'older':
      return { ...told, outcome: 'held', reason: OLDER };
    case 'unchanged':
      return { ...told, outcome };
    case 'withdrawn':
      return { ...told, outcome, reason };
  }
}

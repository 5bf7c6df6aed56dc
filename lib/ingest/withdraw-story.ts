import { findBySource } from '#lib/store/articles.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import type { NewsDesk, StoryOutcome } from './import-story.ts';
import type { Withdrawal } from './reading.ts';
import { isOlderThanStored, OLDER } from './versions.ts';

/** Takes a story off the site because its sender took it back. */
export async function withdrawStory(desk: NewsDesk, taken: Withdrawal): Promise<StoryOutcome> {
  const { place, sourceId, reason, at } = taken;
  const known = await findBySource(desk.store, sourceId);
  if (!known) {
    const unknown = `${reason} It is not here (“${sourceId}”).`;
    return { place, outcome: 'held', reason: unknown, warnings: [] };
  }
  if (known.state === 'withdrawn') return { place, outcome: 'unchanged', warnings: [] };
  if (at && (await isOlderThanStored(desk.store, known.id, at))) {
    return { place, outcome: 'held', reason: OLDER, warnings: [] };
  }
  if (!desk.isDryRun) await withdrawArticle(desk.store, known.id, reason);
  return { place, outcome: 'withdrawn', reason, warnings: [] };
}

import type { LanguageCode } from '#lib/model/language.ts';
import type { Store } from '#lib/store/open-store.ts';
import { findSources } from './find-sources.ts';
import { twinFinder } from './find-twins.ts';
import { importStory, type NewsDesk, type StoryOutcome } from './import-story.ts';
import { openPictureDesk } from './pictures.ts';
import { readStories } from './read-stories.ts';
import { isStory, isWithdrawal, type NoStory } from './reading.ts';
import { withdrawStory } from './withdraw-story.ts';

/** Stories in hand at the same time: while one waits for its pictures, the next are read. */
const AT_ONCE = 4;

export type ImportOptions = {
  store: Store;
  /** Folder of the made pictures. */
  media: string;
  languages: readonly [LanguageCode, ...LanguageCode[]];
  /** Given to stories that don't say their own. */
  lang?: string | undefined;
  section?: string | undefined;
  isDryRun?: boolean | undefined;
  /** Told after each file is read. */
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
};

export type ImportReport = {
  counts: Record<StoryOutcome['outcome'], number>;
  /** Files in folders that are clearly not stories. */
  passedOver: number;
  /** In the order in which they were found. */
  stories: StoryOutcome[];
};

/** Imports what stands at these paths and addresses: files, folders, web addresses. A story that
 *  can't be imported is in the report with its reason; all others go on. */
export async function importStories(
  given: string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { store, languages, lang, section, onProgress } = options;
  const pictures = openPictureDesk(options.media);
  const desk: NewsDesk = { store, pictures, languages, isDryRun: options.isDryRun ?? false };
  const { sources, passedOver, problems } = await findSources(given);
  const outcomes: (StoryOutcome | Promise<StoryOutcome>)[] = problems.map(outcomeOf);
  const judge = twinFinder();
  const inHand = new Set<Promise<StoryOutcome>>();

  for (const [index, source] of sources.entries()) {
    const defaults = { lang, section, edition: languages[0] };
    for await (const found of readStories(source, defaults)) {
      const { reading, isAgain } = judge(found);
      if (isAgain) await Promise.all(inHand);
      if (!isStory(reading)) {
        outcomes.push(
          isWithdrawal(reading) ? await withdrawStory(desk, reading) : outcomeOf(reading),
        );
        continue;
      }
      const task = importStory(desk, reading).finally(() => inHand.delete(task));
      inHand.add(task);
      outcomes.push(task);
      if (inHand.size >= AT_ONCE) await Promise.race(inHand);
    }
    onProgress?.({ done: index + 1, total: sources.length });
  }
  const stories = await Promise.all(outcomes);
  return { counts: countOf(stories), passedOver, stories };
}

function outcomeOf({ place, outcome, reason }: NoStory): StoryOutcome {
  return { place, outcome, reason, warnings: [] };
}

function countOf(stories: StoryOutcome[]): ImportReport['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, held: 0, withdrawn: 0, failed: 0 };
  for (const { outcome } of stories) counts[outcome] += 1;
  return counts;
}

import type { FetchHost } from '#lib/config/fetch-hosts.ts';
import type { StoryPolicy } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { Store } from '#lib/store/open-store.ts';
import { type Fetcher, openFetcher } from './fetch/fetcher.ts';
import { localHostsOf } from './fetch/host-rules.ts';
import { type FoundSources, findSources } from './find-sources.ts';
import { twinFinder } from './find-twins.ts';
import { completeStory } from './full-text/complete-story.ts';
import { pageReader } from './full-text/page-reader.ts';
import { importStory } from './import-story.ts';
import type { NewsDesk } from './news-desk.ts';
import { openAhead } from './open-ahead.ts';
import { openPictureDesk } from './pictures.ts';
import { readStories } from './read-stories.ts';
import { type FoundStory, isStory, isWithdrawal, type NoStory } from './reading.ts';
import type { StoryOutcome } from './story-outcome.ts';
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
  /** Reads web pages, and those that feeds with nothing but summaries lead to. */
  fullText?: boolean | undefined;
  /** What becomes of stories with serious findings; without it, they are published. */
  policy?: StoryPolicy | undefined;
  /** Hosts outside of the public internet that may be asked. */
  fetchHosts?: readonly FetchHost[] | undefined;
  /** How this site names itself to the servers that it asks. */
  userAgent?: string | undefined;
  /** Told what became of each story, as soon as that is so: what is said to be stored is committed. */
  onStory?: ((story: StoryOutcome) => void) | undefined;
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
  const hosts = [...(options.fetchHosts ?? []), ...localHostsOf(given)];
  const fetcher = openFetcher({ hosts, userAgent: options.userAgent });
  return importSources(await findSources(given), options, fetcher);
}

/** Imports what was found already. */
export async function importSources(
  { sources, passedOver, problems }: FoundSources,
  options: Omit<ImportOptions, 'fetchHosts' | 'userAgent'>,
  fetcher: Fetcher,
): Promise<ImportReport> {
  const { store, languages, lang, section, fullText, onStory, onProgress } = options;
  const pictures = openPictureDesk(options.media, fetcher);
  const desk: NewsDesk = {
    store,
    pictures,
    languages,
    isDryRun: options.isDryRun ?? false,
    policy: options.policy ?? 'publish',
  };
  const outcomes: (StoryOutcome | Promise<StoryOutcome>)[] = [];
  const tell = (outcome: StoryOutcome) => {
    onStory?.(outcome);
    return outcome;
  };
  for (const problem of problems) outcomes.push(tell(outcomeOf(problem)));
  const readPage = pageReader(fetcher);
  const takeIn = async (story: FoundStory): Promise<StoryOutcome> => {
    if (!fullText || desk.isDryRun) return importStory(desk, story);
    const { found, isIncomplete } = await completeStory(store, readPage, story);
    const outcome = found.isOnlyTitle ? withoutText(found) : await importStory(desk, found);
    return isIncomplete ? { ...outcome, isIncomplete } : outcome;
  };
  const judge = twinFinder();
  const inHand = new Set<Promise<StoryOutcome>>();

  const defaults = { lang, section, fullText, edition: languages[0] };
  let done = 0;
  for (const found of openAhead(sources, (source) => readStories(source, defaults, fetcher))) {
    for await (const read of found) {
      const { reading, isAgain } = judge(read);
      if (isAgain) await Promise.all(inHand);
      if (!isStory(reading)) {
        const isTaken = isWithdrawal(reading);
        outcomes.push(tell(isTaken ? await withdrawStory(desk, reading) : outcomeOf(reading)));
        continue;
      }
      const task = takeIn(reading)
        .then(tell)
        .finally(() => inHand.delete(task));
      inHand.add(task);
      outcomes.push(task);
      if (inHand.size >= AT_ONCE) await Promise.race(inHand);
    }
    done += 1;
    onProgress?.({ done, total: sources.length });
  }
  const stories = await Promise.all(outcomes);
  return { counts: countOf(stories), passedOver, stories };
}

function withoutText({ place, warnings }: FoundStory): StoryOutcome {
  const reason = warnings.at(-1) ?? 'It has no text.';
  return { place, outcome: 'failed', reason, warnings: [], findings: [] };
}

function outcomeOf({ place, outcome, reason }: NoStory): StoryOutcome {
  return { place, outcome, reason, warnings: [], findings: [] };
}

function countOf(stories: StoryOutcome[]): ImportReport['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, held: 0, withdrawn: 0, failed: 0 };
  for (const { outcome } of stories) counts[outcome] += 1;
  return counts;
}

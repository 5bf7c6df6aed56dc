import type { LanguageCode } from '#lib/model/language.ts';
import type { Store } from '#lib/store/open-store.ts';
import { slugOfStory } from './article-of.ts';
import { readDocument } from './detect.ts';
import { findSources, readSource, type Source } from './find-sources.ts';
import { importStory, type NewsDesk, type StoryOutcome } from './import-story.ts';
import { openPictureDesk } from './pictures.ts';
import { isStory, type NoStory, type ReadDefaults, type Reading } from './reading.ts';

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
  const refuseTwin = twinFinder();
  const inHand = new Set<Promise<StoryOutcome>>();

  for (const [index, source] of sources.entries()) {
    const readings = await readStories(source, { lang, section, edition: languages[0] });
    for (const reading of readings.map(refuseTwin)) {
      if (!isStory(reading)) {
        outcomes.push(outcomeOf(reading));
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

/** Whatever is wrong with one source, the others go on. */
async function readStories(source: Source, defaults: ReadDefaults): Promise<Reading[]> {
  try {
    const document = await readSource(source);
    return 'text' in document ? readDocument(document, defaults) : [document];
  } catch (error) {
    const place = 'file' in source ? source.file : source.address;
    const what = error instanceof Error ? error.message : String(error);
    return [{ place, outcome: 'failed', reason: `Lede could not read it: ${what}.` }];
  }
}

/** Two stories of one name, or at one address, would overwrite each other, run for run: the first
 *  is taken. */
function twinFinder(): (reading: Reading) => Reading {
  const places = new Map<string, string>();
  return (reading) => {
    if (!isStory(reading)) return reading;
    const { place, input } = reading;
    const refuse = (what: string, first: string): NoStory => {
      const reason = `It has the same ${what} as ${first}. Give each story its own.`;
      return { place, outcome: 'failed', reason };
    };
    const slug = slugOfStory(input);
    const [name, address] = [`name ${input.sourceId}`, `address ${input.lang}/${slug}`];
    const sameName = places.get(name);
    if (sameName) return refuse(`sourceId (“${input.sourceId}”)`, sameName);
    const sameAddress = places.get(address);
    if (sameAddress) return refuse(`slug (“${slug}”)`, sameAddress);
    places.set(name, place).set(address, place);
    return reading;
  };
}

function outcomeOf({ place, outcome, reason }: NoStory): StoryOutcome {
  return { place, outcome, reason, warnings: [] };
}

function countOf(stories: StoryOutcome[]): ImportReport['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, held: 0, failed: 0 };
  for (const { outcome } of stories) counts[outcome] += 1;
  return counts;
}

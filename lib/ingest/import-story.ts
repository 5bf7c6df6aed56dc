import { createHash } from 'node:crypto';
import type { ArticleInput } from '#lib/model/article-input.ts';
import { isLanguageCode, type LanguageCode } from '#lib/model/language.ts';
import {
  findByAddress,
  findBySource,
  type KnownArticle,
  SlugTakenError,
  saveArticle,
} from '#lib/store/articles.ts';
import type { Store } from '#lib/store/open-store.ts';
import { isBlank } from '#lib/text/html-tree.ts';
import { slugOf } from '#lib/text/slug.ts';
import { articleOf, slugOfStory } from './article-of.ts';
import { finishBody, readBody } from './body.ts';
import { picturesIn } from './body-pictures.ts';
import { languageCodeOf } from './languages.ts';
import type { PictureDesk } from './pictures.ts';
import type { FoundStory } from './reading.ts';
import { makePictures, wishesOf } from './story-pictures.ts';
import { isOlderThanStored, OLDER } from './versions.ts';

/** Goes into the hash of each story: raise it when the same input comes out otherwise than before,
 *  so that the next import makes all stories anew. */
const VERSION = 1;

/** Where stories are taken in. */
export type NewsDesk = {
  store: Store;
  pictures: PictureDesk;
  /** The editions of this site. */
  languages: readonly LanguageCode[];
  /** Looks at everything, makes and stores nothing. */
  isDryRun: boolean;
};

export type StoryOutcome = {
  place: string;
  /** `held`: known, but not shown to readers now. `withdrawn`: its sender took it back. */
  outcome: 'new' | 'changed' | 'unchanged' | 'held' | 'withdrawn' | 'failed';
  /** Why it is held or withdrawn or has failed, in a sentence. */
  reason?: string;
  warnings: string[];
  story?: { id?: string; lang: LanguageCode; slug: string; headline: string };
};

/** Takes one story in, the only way there is: checks it, makes its HTML safe and its pictures ready,
 *  and stores it in one transaction. The same story again changes nothing. */
export async function importStory(desk: NewsDesk, found: FoundStory): Promise<StoryOutcome> {
  try {
    return { ...(await takeIn(desk, found)), place: found.place };
  } catch (error) {
    return { place: found.place, outcome: 'failed', reason: reasonOf(error), warnings: [] };
  }
}

type Taken = Omit<StoryOutcome, 'place'>;

async function takeIn(desk: NewsDesk, found: FoundStory): Promise<Taken> {
  const { input, pictures, warnings, isVersioned } = found;
  const refusal = refusalOf(input, desk.languages);
  if (refusal) return { outcome: 'failed', reason: refusal, warnings };
  const lang = languageCodeOf(input.lang) as LanguageCode;
  const tree = readBody(input, lang);
  if (isBlank(tree.children)) return { outcome: 'failed', reason: 'It has no text.', warnings };

  const wishes = wishesOf(input, picturesIn(tree));
  const prints = await Promise.all(
    wishes.map(({ url }) => desk.pictures.fingerprint(url, pictures)),
  );
  const hash = hashOf([VERSION, input, prints]);
  const story = { lang, slug: slugOfStory(input), headline: input.headline };
  const known = await findBySource(desk.store, input.sourceId);
  if (known?.state === 'withdrawn') {
    const reason = 'It was withdrawn here. An import does not bring it back.';
    return { outcome: 'held', reason, warnings, story: { ...story, id: known.id } };
  }
  if (known?.contentHash === hash) {
    return { outcome: 'unchanged', warnings: [], story: { ...story, id: known.id } };
  }
  const at = input.updated ?? input.published;
  if (isVersioned && known && (await isOlderThanStored(desk.store, known.id, at))) {
    return { outcome: 'held', reason: OLDER, warnings: [], story: { ...story, id: known.id } };
  }
  if (desk.isDryRun) return { ...(await preview(desk.store, input, story, hash, known)), warnings };

  const made = await makePictures(desk.pictures, wishes, pictures);
  const article = articleOf(input, lang, finishBody(tree, made.story, lang), made);
  const { id, outcome } = await saveArticle(desk.store, article, {
    // With what is missing in the hash, a picture that comes later is a change, and one that is
    // still missing is not.
    contentHash: made.problems.length > 0 ? `${hash}-${hashOf(made.problems)}` : hash,
    wantsPictures: made.problems.length > 0,
  });
  const told = { warnings: [...warnings, ...made.problems], story: { ...story, id } };
  const { embargoedUntil } = article;
  if (outcome === 'unchanged' || !embargoedUntil || embargoedUntil <= new Date().toISOString()) {
    return { outcome, ...told };
  }
  return { outcome: 'held', reason: `It is stored and appears at ${embargoedUntil}.`, ...told };
}

/** Why a story that is well-formed has no place here. */
function refusalOf(input: ArticleInput, languages: readonly LanguageCode[]): string | undefined {
  const lang = languageCodeOf(input.lang);
  if (!isLanguageCode(lang)) {
    return `It is in a language that Lede has no edition for: “${input.lang}”. There are ${languages.join(', ')}.`;
  }
  if (!languages.includes(lang)) {
    return `The edition “${lang}” is switched off here. LEDE_LANGS lists ${languages.join(', ')}.`;
  }
  if (slugOf(input.section) === '') return `Its section “${input.section}” has no letters.`;
  if (slugOfStory(input) === '')
    return 'Its headline has no letters to make an address of. Give it a slug.';
  return undefined;
}

async function preview(
  store: Store,
  input: ArticleInput,
  story: { lang: LanguageCode; slug: string; headline: string },
  hash: string,
  known: KnownArticle | null,
): Promise<Omit<Taken, 'warnings'>> {
  const other = await findByAddress(store, story.lang, story.slug);
  if (other && other.source_id !== input.sourceId) throw new SlugTakenError(story, other.source_id);
  if (!known) return { outcome: 'new', story };
  const outcome = known.contentHash.startsWith(`${hash}-`) ? 'unchanged' : 'changed';
  return { outcome, story: { ...story, id: known.id } };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function reasonOf(error: unknown): string {
  if (error instanceof SlugTakenError) return error.message;
  if (error instanceof RangeError) return 'Its text is nested too deeply to be read.';
  const message = error instanceof Error ? error.message : String(error);
  return `Lede could not take it in: ${message}.`;
}

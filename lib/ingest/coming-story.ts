import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Finding } from '#lib/model/finding.ts';
import { isLanguageCode, type LanguageCode } from '#lib/model/language.ts';
import type { Arrival } from '#lib/store/arrival.ts';
import { type ArticleSource, findSource } from '#lib/store/article-sources.ts';
import { findBySource, type KnownArticle } from '#lib/store/articles.ts';
import { auditStory } from '#lib/text/audit/audit-story.ts';
import { seenByReaders } from '#lib/text/audit/seen-by-readers.ts';
import { isBlank } from '#lib/text/html-tree.ts';
import { slugOf } from '#lib/text/slug.ts';
import { readBody } from './body.ts';
import { picturesIn } from './body-pictures.ts';
import { languageCodeOf } from './languages.ts';
import type { NewsDesk } from './news-desk.ts';
import type { FoundStory } from './reading.ts';
import type { Refusal, StoryOutcome } from './story-outcome.ts';
import { wishesOf } from './story-pictures.ts';
import { otherSlugsOf, slugOfStory } from './story-slug.ts';
import { datedBySender, inputToMake } from './story-source.ts';

/** Goes into the hash of each story: raise it when the same input comes out otherwise than before,
 *  so that the next import makes all stories anew. */
const VERSION = 4;

/** A story that is read, repaired and audited. Its pictures are not made yet. */
export type ComingStory = {
  input: ArticleInput;
  lang: LanguageCode;
  body: Root;
  /** The pictures that it wants. */
  wishes: ReturnType<typeof wishesOf>;
  arrival: Arrival;
  /** What its audit found. */
  findings: Finding[];
  /** What it is made from, to be kept. */
  source: Omit<ArticleSource, 'pictures'>;
  /** What is here of it already, and what that was made from. */
  known: KnownArticle | null;
  knownSource: ArticleSource | null;
  /** As reports name it. */
  story: NonNullable<StoryOutcome['story']>;
};

/** Reads a story that an adapter found, as far as it goes without making or storing anything.
 *  Answers why it has no place here, if so. Throws TooSlowError. */
export async function readComing(
  desk: NewsDesk,
  found: FoundStory,
): Promise<ComingStory | { refusal: Refusal }> {
  const { amends } = found;
  const known = await findBySource(desk.store, found.input.sourceId);
  const sent =
    found.isUndated && known ? { ...found.input, published: known.published } : found.input;
  const knownSource = amends?.source ?? (known && (await findSource(desk.store, known.id)));
  const sentHash = amends ? amends.source.sentHash : hashOf(sent);
  const input = amends ? sent : inputToMake(sent, sentHash, knownSource);
  const refusal = refusalOf(input, desk.languages);
  if (refusal) return { refusal };

  const lang = languageCodeOf(input.lang) as LanguageCode;
  const { came, kept: body } = readBody(input, lang);
  if (isBlank(body.children)) return { refusal: { field: 'body', reason: 'It has no text.' } };
  const wishes = wishesOf(input, picturesIn(body));
  const prints = await Promise.all(
    wishes.map(({ url }) => desk.pictures.fingerprint(url, found.pictures)),
  );
  const sentAt = amends ? amends.source.sentAt : datedBySender(sent);
  const named = { input, wishedSlug: found.wishedSlug };
  const findings = auditStory({ lang, input, came: seenByReaders(came), kept: body });
  const arrival: Arrival = {
    contentHash: hashOf([VERSION, input, prints]),
    wantsPictures: false,
    version: found.isUndated ? undefined : sentAt,
    isVersioned: found.isVersioned,
    origin: found.origin,
    otherSlugs: otherSlugsOf(named),
    findings,
    policy: desk.policy,
    replaces: amends?.revision ?? known?.revision,
    correction: amends && { actor: amends.actor, note: amends.note },
  };
  const source = { input, sentAt, sentHash, corrections: knownSource?.corrections ?? [] };
  const story = { lang, slug: slugOfStory(named), headline: input.headline };
  return { input, lang, body, wishes, arrival, findings, source, known, knownSource, story };
}

/** What stands for a content: the same again has the same. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function refusalOf(input: ArticleInput, languages: readonly LanguageCode[]): Refusal | null {
  const lang = languageCodeOf(input.lang);
  const editions = languages.join(', ');
  if (!isLanguageCode(lang)) {
    const reason = `It is in a language that Lede has no edition for: “${input.lang}”. There are ${editions}.`;
    return { field: 'lang', reason };
  }
  if (!languages.includes(lang)) {
    const reason = `The edition “${lang}” is switched off here. LEDE_LANGS lists ${editions}.`;
    return { field: 'lang', reason };
  }
  if (slugOf(input.section) === '') {
    return { field: 'section', reason: `Its section “${input.section}” has no letters.` };
  }
  return null;
}

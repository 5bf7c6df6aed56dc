import { createHash } from 'node:crypto';
import { escapeText } from 'entities';
import { toText } from 'hast-util-to-text';
import { articleInputSchema } from '#lib/model/article-input.ts';
import type { Origin } from '#lib/store/arrival.ts';
import { excerptOf, inOneLine } from '#lib/text/excerpt.ts';
import { isBlank, parseHtml, writeHtml } from '#lib/text/html-tree.ts';
import { slugOf } from '#lib/text/slug.ts';
import { problemOf } from '../input-problems.ts';
import type { PictureBase } from '../picture-source.ts';
import type { ReadDefaults, Reading } from '../reading.ts';
import { postNameOfGuid, slugOfPermalink } from '../wordpress/post-name.ts';
import { authorNames } from './authors.ts';
import { readBodyHtml, wholeAddress, withoutLeadImage } from './body.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { feedLanguage } from './language.ts';
import { htmlOfMarkup, lineOfMarkup } from './markup.ts';
import { standfirstOf } from './standfirst.ts';
import { storyDates } from './story-dates.ts';
import { subjectsOf } from './subjects.ts';

const FIELD_NAMES = { headline: 'title', published: 'date', lang: 'language', image: 'picture' };

/** What the article JSON allows. */
const LONGEST_HEADLINE = 300;

/** Where an entry was found. */
export type EntrySource = { place: string; feed: Feed; pictures: PictureBase };

/** Makes a story of an entry of a feed, or says why it is none. */
export function storyOf(entry: FeedEntry, source: EntrySource, defaults: ReadDefaults): Reading {
  const { place, feed, pictures } = source;
  const warnings: string[] = [];
  const language = feedLanguage(entry.lang ?? feed.lang, defaults);
  if (language.warning) warnings.push(language.warning);

  const base = baseOf(entry, feed, pictures);
  const title = lineOfMarkup(entry.title);
  const page = pageOf(entry, base);
  const own = textOf(entry, base);
  // Its page may hold the text; until that is read, the title stands in for it.
  const isOnlyTitle = !own && title !== '' && Boolean(defaults.fullText && page);
  const text = isOnlyTitle ? { body: parseHtml(escapeText(title)), summary: '' } : own;
  if (!text) {
    const reason = title
      ? `It has only a title (“${excerptOf(title, language.lang)}”) and no text.`
      : 'It has neither a title nor a text.';
    return { place, outcome: 'failed', reason };
  }
  const words = inOneLine(toText(text.body));
  const headline = title || excerptOf(words, language.lang, 100) || undefined;
  if (title.length > LONGEST_HEADLINE) {
    warnings.push(`Its title is longer than ${LONGEST_HEADLINE} characters. It was cut.`);
  }
  const dates = storyDates(entry, feed);
  const lead = leadOf(entry, text.body, base);
  const fields = {
    sourceId: sourceIdOf(entry, feed),
    lang: language.lang,
    headline: headline && excerptOf(headline, language.lang, LONGEST_HEADLINE - 1),
    standfirst: standfirstOf(text.summary, words, language.lang),
    ...subjectsOf(entry, defaults.section),
    authors: namesOf(entry.authors),
    published: dates.published,
    updated: dates.updated,
    image: lead.image,
    body: writeHtml(lead.body),
  };
  const parsed = articleInputSchema.safeParse(fields, { reportInput: true });
  if (!parsed.success) {
    return { place, outcome: 'failed', reason: problemOf(parsed.error, FIELD_NAMES) };
  }
  return {
    place,
    input: parsed.data,
    pictures,
    warnings: [...warnings, ...dates.warnings],
    isVersioned: dates.isVersioned,
    isUndated: dates.isUndated,
    origin: originOf(feed, defaults),
    page,
    isOnlyTitle,
    wishedSlug: wishedSlugOf(entry),
  };
}

/** The web page of the story, where more of it may stand. */
function pageOf({ link }: FeedEntry, base: string | undefined): string | undefined {
  const address = wholeAddress(link ?? '', base);
  return address && /^https?:/.test(address) ? address : undefined;
}

/** Where relative addresses begin: as the entry says, else at the feed's site, else where the feed
 *  was found. */
function baseOf(entry: FeedEntry, feed: Feed, pictures: PictureBase): string | undefined {
  const found = pictures && 'address' in pictures ? pictures.address : undefined;
  const site =
    wholeAddress(feed.link ?? '', found) ?? found ?? wholeAddress(entry.link ?? '', found);
  return wholeAddress(entry.base ?? '', site) ?? site;
}

/** The fullest text, and the summary beside it. */
function textOf(entry: FeedEntry, base: string | undefined) {
  const content = readBodyHtml(htmlOfMarkup(entry.content), base);
  if (!isBlank(content.children)) return { body: content, summary: lineOfMarkup(entry.summary) };
  const body = readBodyHtml(htmlOfMarkup(entry.summary), base);
  return isBlank(body.children) ? null : { body, summary: '' };
}

function leadOf(entry: FeedEntry, body: ReturnType<typeof readBodyHtml>, base: string | undefined) {
  if (!entry.image) return { body, image: undefined };
  const url = wholeAddress(entry.image.url, base) ?? entry.image.url;
  const lead = withoutLeadImage(body, { ...entry.image, url });
  // A story that was nothing but its picture keeps it where it was.
  return isBlank(lead.body.children) ? { body, image: undefined } : lead;
}

function namesOf(authors: string[]): { name: string }[] {
  const names = new Set(authors.flatMap(authorNames).filter((name) => name.length <= 200));
  return [...names].slice(0, 30).map((name) => ({ name }));
}

/** An id that is an address names one story in all the world, so the same story from two feeds is
 *  one; WordPress's name a post, which may come in an export too. Any other is the feed's own. Without one it is known by its link, else by what it says. */
function sourceIdOf(entry: FeedEntry, feed: Feed): string {
  const id = inOneLine(entry.id ?? '') || wholeAddress(entry.link ?? '', feed.link);
  const post = postNameOfGuid(id ?? '');
  if (post) return shortened(post);
  if (id && /^(?:https?|urn|tag|info|doi):/i.test(id)) return shortened(`feed:${id}`);
  const title = lineOfMarkup(entry.title) || lineOfMarkup(entry.content ?? entry.summary);
  const own = id ?? hashOf([title, entry.published, entry.updated]);
  return shortened(`feed:${[inOneLine(feed.id ?? ''), own].filter(Boolean).join(' ')}`);
}

/** A post of WordPress stands where an export of its site would put it. */
function wishedSlugOf({ id, link }: FeedEntry): string | undefined {
  const isPost = postNameOfGuid(inOneLine(id ?? '')) !== null;
  return (isPost && slugOf(slugOfPermalink(link), 200)) || undefined;
}

/** The feed, and the section that was asked for: a story that stands in two feeds of a newspaper
 *  does not change its section with each import. */
function originOf({ id }: Feed, { section }: ReadDefaults): Origin {
  return `feed:${hashOf([inOneLine(id ?? ''), section])}`;
}

function shortened(id: string): string {
  return id.length <= 500 ? id : `feed:${hashOf(id)}`;
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

import { articleInputSchema } from '#lib/model/article-input.ts';
import { excerptOf, inOneLine } from '#lib/text/excerpt.ts';
import { lineOf, parseHtml } from '#lib/text/html-tree.ts';
import { slugOf } from '#lib/text/slug.ts';
import { instantOf } from '../dates.ts';
import { problemOf } from '../input-problems.ts';
import { languageCodeOf } from '../languages.ts';
import type { ImageFields } from '../lead-image.ts';
import type { PictureBase } from '../picture-source.ts';
import { plainField } from '../plain-field.ts';
import { readSafely } from '../read-safely.ts';
import type { NoStory, ReadDefaults, Reading } from '../reading.ts';
import { sortCategories } from '../sections.ts';
import type { Attachments } from './attachments.ts';
import { postBody } from './post-body.ts';
import { decodedSlug, postName } from './post-name.ts';

/** A post as both an export and the REST API give it. Texts are WordPress's own, HTML and all. */
export type WordPressPost = {
  place: string;
  /** Host and path of the site; null where the source doesn't say. */
  site: string | null;
  id: string;
  type: string;
  status: string;
  hasPassword: boolean;
  slug: string;
  title: string;
  content: string;
  /** Whether WordPress has already filled in its shortcodes and made paragraphs. */
  isRendered: boolean;
  excerpt: string;
  published: string | null;
  modified: string | null;
  authors: { name: string; description?: string }[];
  categories: string[];
  tags: string[];
  lang: string | null;
  image: ImageFields | undefined;
};

const FIELD_NAMES = {
  sourceId: 'name of its own: the export doesn’t give the site’s address (wp:base_blog_url)',
  headline: 'title',
  published: 'date',
  body: 'text',
};

const LONGEST_STANDFIRST = 1000;

/** Takes a post as a story, or says why it isn't one. */
export function readPost(post: WordPressPost, ...rest: Surroundings): Reading {
  return readSafely(post.place, () => storyOf(post, ...rest));
}

type Surroundings = [attachments: Attachments, pictures: PictureBase, defaults: ReadDefaults];

function storyOf(post: WordPressPost, ...[attachments, pictures, defaults]: Surroundings): Reading {
  const { place, site, id, published, modified } = post;
  const unwanted = unwantedReason(post);
  if (unwanted) return { place, outcome: 'held', reason: unwanted };
  const lang = languageCodeOf(post.lang || defaults.lang || defaults.edition);
  const context = { attachments, postId: id };
  const { html, leftOut } = postBody(post.content, context, post.isRendered);
  const { section, topics } = sortCategories(post.categories.map(plainField).filter(Boolean));
  const input = {
    sourceId: site ? postName(site, id) : undefined,
    lang,
    slug: slugOf(decodedSlug(post.slug), 200) || undefined,
    headline: plainField(post.title) || undefined,
    standfirst: standfirstOf(post, html) || undefined,
    section: section ?? defaults.section ?? 'news',
    topics: distinct([...post.tags.map(plainField), ...topics]).slice(0, 30),
    authors: post.authors.flatMap(authorOf),
    published: published ?? undefined,
    updated: modified && published && modified > published ? modified : undefined,
    embargoedUntil: post.status === 'future' ? published : undefined,
    image: post.image,
    body: html.trim() || undefined,
  };
  const problem = emptyReason(input.body);
  if (problem && input.headline) return { place, outcome: 'failed', reason: problem };
  const parsed = articleInputSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) {
    return { place, outcome: 'failed', reason: problemOf(parsed.error, FIELD_NAMES) };
  }
  const warnings = leftOut.length > 0 ? [leftOutWarning(leftOut)] : [];
  const origin = post.isRendered ? 'wordpress:api' : 'wordpress:export';
  return { place, input: parsed.data, pictures, warnings, isVersioned: true, origin };
}

/** WordPress's dates in GMT; what was never set is `0000-00-00 00:00:00`. */
export function wordpressInstant(text: string | undefined): string | null {
  return text && !text.startsWith('0000') ? instantOf(text) : null;
}

const STATES: Record<string, string> = {
  draft: 'It is a draft.',
  'auto-draft': 'It is a draft.',
  pending: 'It waits for review.',
  private: 'It is private.',
  trash: 'It is in the trash.',
};

function unwantedReason({ type, status, hasPassword }: WordPressPost): NoStory['reason'] | null {
  if (type === 'page') return 'It is a page of the site, not a story.';
  if (type !== 'post') return `It is of the type “${type}”, not a post.`;
  if (hasPassword) return 'It is protected by a password.';
  if (status === 'publish' || status === 'future') return null;
  return STATES[status] ?? `Its status is “${status}”, not “publish”.`;
}

function emptyReason(body: string | undefined): string | null {
  return body ? null : 'It has no text.';
}

/** A login may be an address, and nobody agreed to have that published. */
function authorOf({ name, description }: WordPressPost['authors'][number]) {
  const about = plainField(description).slice(0, 2000);
  const author = { name: plainField(name), ...(about ? { description: about } : {}) };
  return author.name && !author.name.includes('@') ? [author] : [];
}

/** An excerpt that WordPress cut from the text says nothing that the text doesn't. */
function standfirstOf({ excerpt }: WordPressPost, html: string): string {
  const words = plainField(excerpt);
  if (/(?:\[…\]|\[\.\.\.\]|…|Continue reading.*|Read more.*)$/u.test(words)) return '';
  const text = lineOf(parseHtml(html.slice(0, 4 * LONGEST_STANDFIRST)));
  if (text.startsWith(inOneLine(words))) return '';
  return excerptOf(words, 'en', LONGEST_STANDFIRST - 1);
}

function distinct(names: string[]): string[] {
  const bySlug = new Map(
    names.filter((name) => name.length <= 80).map((name) => [slugOf(name), name]),
  );
  bySlug.delete('');
  return [...bySlug.values()];
}

function leftOutWarning(names: string[]): string {
  const unique = [...new Set(names)].join(', ');
  return names.length === 1
    ? `A part that only WordPress can fill in was left out: ${unique}.`
    : `${names.length} parts that only WordPress can fill in were left out: ${unique}.`;
}

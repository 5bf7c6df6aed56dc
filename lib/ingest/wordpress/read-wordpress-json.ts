import { isRecord } from '../front-matter.ts';
import type { ImageFields } from '../lead-image.ts';
import { plainField } from '../plain-field.ts';
import type { ReadDefaults, Reading, SourceDocument } from '../reading.ts';
import { NO_ATTACHMENTS } from './attachments.ts';
import { siteOf } from './post-name.ts';
import { readPost, type WordPressPost, wordpressInstant } from './post-story.ts';

type Fields = Record<string, unknown>;

/** Whether this is what WordPress's REST API answers: a post, a list of posts, a term, an error. */
export function isWordPressJson(content: unknown): boolean {
  const first: unknown = Array.isArray(content) ? content[0] : content;
  if (!isRecord(first)) return false;
  if (isRecord(first._links) && typeof first.id === 'number') return true;
  if (isError(first)) return true;
  if ([first.title, first.content].some((field) => isRecord(field) && 'rendered' in field)) {
    return true;
  }
  return typeof first.id === 'number' && typeof first.link === 'string';
}

/** Reads the posts that WordPress's REST API gives, best with `?_embed`: without it a post has no
 *  names of its authors and sections, and no picture. */
export function readWordPressJson(
  content: unknown,
  document: SourceDocument,
  defaults: ReadDefaults,
): Reading[] {
  const { place, pictures } = document;
  const posts: unknown[] = Array.isArray(content) ? content : [content];
  return posts.map((post, index) => {
    const where = Array.isArray(content) ? `${place}, post ${index + 1}` : place;
    const reason = refusalOf(post);
    if (reason !== null || !isRecord(post)) {
      return { place: where, outcome: 'failed', reason: reason ?? 'It is not a post.' };
    }
    return readPost(postOf(post, where), NO_ATTACHMENTS, pictures, defaults);
  });
}

function refusalOf(post: unknown): string | null {
  if (!isRecord(post)) return 'It is not a post.';
  if (isError(post)) return `WordPress answered with an error: ${plainField(post.message)}`;
  if (isRecord(post.content) || isRecord(post.title)) return null;
  if ('taxonomy' in post || 'avatar_urls' in post || (typeof post.name === 'string' && post.slug)) {
    return 'It is an author, a category or a tag of a WordPress site, not a post.';
  }
  return 'It is a post of a WordPress site without its title and text. Ask for whole posts (…/wp-json/wp/v2/posts?_embed).';
}

function isError(fields: Fields): boolean {
  return typeof fields.code === 'string' && typeof fields.message === 'string';
}

function postOf(post: Fields, place: string): WordPressPost {
  const terms = embedded(post, 'wp:term').flat();
  const named = (taxonomy: string) =>
    terms.filter((term) => isRecord(term) && term.taxonomy === taxonomy).filter(isRecord);
  const content = isRecord(post.content) ? post.content : {};
  const coAuthors = named('author');
  const authors = coAuthors.length > 0 ? coAuthors : embedded(post, 'author').filter(isRecord);
  return {
    place,
    site: siteOfPost(post),
    id: String(post.id ?? ''),
    type: text(post.type) || 'post',
    status: text(post.status) || 'publish',
    hasPassword: content.protected === true,
    slug: text(post.slug),
    title: rendered(post.title),
    content: rendered(post.content),
    isRendered: true,
    excerpt: rendered(post.excerpt),
    published: wordpressInstant(text(post.date_gmt)) ?? wordpressInstant(text(post.date)),
    modified: wordpressInstant(text(post.modified_gmt)),
    authors: authors
      .filter((author) => plainField(author.name) !== '')
      .map(({ name, description }) => ({ name: text(name), description: text(description) })),
    categories: named('category').map(({ name }) => text(name)),
    tags: named('post_tag').map(({ name }) => text(name)),
    lang: text(post.lang) || null,
    image: pictureOf(post),
  };
}

/** What was embedded under a name. Where WordPress could not give it, because it is private or
 *  gone, an error stands in its place, which has none of the fields that are asked for. */
function embedded(post: Fields, name: string): unknown[] {
  const all = isRecord(post._embedded) ? post._embedded[name] : undefined;
  return Array.isArray(all) ? all : [];
}

/** The address of the API names the site; the address of the post, or its guid, does where that is
 *  not given. */
function siteOfPost(post: Fields): string | null {
  const links = isRecord(post._links) ? post._links : {};
  const [self]: unknown[] = Array.isArray(links.self) ? links.self : [];
  const api = isRecord(self)
    ? /^(.+?)\/(?:wp-json\/|(?:index\.php)?\?rest_route=)/.exec(text(self.href))
    : null;
  if (api) return siteOf(api[1]);
  const guid = /^(.+?)\/\?p=\d+$/.exec(rendered(post.guid));
  if (guid) return siteOf(guid[1]);
  const link = URL.parse(text(post.link));
  return link ? siteOf(link.origin) : null;
}

function pictureOf(post: Fields): ImageFields | undefined {
  const media = embedded(post, 'wp:featuredmedia').find(isRecord);
  const url = (media && largestOf(media)) ?? text(post.jetpack_featured_media_url);
  if (!url) return undefined;
  const details = isRecord(media?.media_details) ? media.media_details : {};
  const meta = isRecord(details.image_meta) ? details.image_meta : {};
  return {
    url,
    alt: plainField(media?.alt_text),
    caption: plainField(rendered(media?.caption)),
    credit: plainField(meta.credit) || plainField(meta.copyright),
  };
}

/** The address of the largest size; of two as large the original, which has its own address. */
function largestOf(media: Fields): string | null {
  if (media.media_type !== undefined && media.media_type !== 'image') return null;
  const details = isRecord(media.media_details) ? media.media_details : {};
  const sizes = isRecord(details.sizes) ? Object.values(details.sizes).filter(isRecord) : [];
  const original = { source_url: media.source_url, width: details.width, height: details.height };
  let best = { url: '', area: -1 };
  for (const { source_url: url, width, height } of [original, ...sizes]) {
    const area = Number(width) * Number(height) || 0;
    if (text(url) && area > best.area) best = { url: text(url), area };
  }
  return best.url || null;
}

function rendered(field: unknown): string {
  return isRecord(field) ? text(field.rendered) : text(field);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

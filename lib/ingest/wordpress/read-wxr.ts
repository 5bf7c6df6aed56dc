import type { PictureBase } from '../picture-source.ts';
import { plainField } from '../plain-field.ts';
import type { NoStory, ReadDefaults, Reading } from '../reading.ts';
import { XmlError } from '../xml-tree.ts';
import { type Attachments, attachmentIndex } from './attachments.ts';
import { siteOf } from './post-name.ts';
import { readPost, type WordPressPost, wordpressInstant } from './post-story.ts';
import { type WxrItem, wxrParser } from './wxr-parser.ts';

/** An export that can be read from its beginning as often as is asked. */
export type WxrSource = {
  place: string;
  pictures: PictureBase;
  open: () => Iterable<string> | AsyncIterable<string>;
};

/** Parts of a WordPress site that no reader would look for by themselves. */
const FURNITURE =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*)$/;

/** Whether a document, of which this is the beginning, is a WordPress export. */
export function isWxr(start: string): boolean {
  return /xmlns:\w+\s*=\s*["']https?:\/\/wordpress\.org\/export\/[\d.]+\/["']/.test(start);
}

/** Reads the posts of a WordPress export one by one. It is read twice: pictures and names may stand
 *  behind the posts that need them, and an export may be larger than the memory. */
export async function* readWxr(source: WxrSource, defaults: ReadDefaults): AsyncGenerator<Reading> {
  const failed = (reason: string): NoStory => ({ place: source.place, outcome: 'failed', reason });
  let stories = 0;
  try {
    const site = await surveySite(source);
    const items: WxrItem[] = [];
    const parser = wxrParser({ item: (item) => items.push(item), author: ignore, fact: ignore });
    for await (const chunk of source.open()) {
      parser.write(chunk);
      for (const item of items.splice(0)) {
        if (FURNITURE.test(item.fields.get('wp:post_type') ?? '')) continue;
        stories += 1;
        yield readPost(
          postOf(item, site, source.place),
          site.attachments,
          source.pictures,
          defaults,
        );
      }
    }
    if (!parser.end().isWhole) {
      yield failed(`The export breaks off, or is not well-formed. ${read(stories)}`);
    } else if (stories === 0) {
      yield failed('It is a WordPress export without posts.');
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    yield failed(`${error.message} ${read(stories)}`);
  }
}

type Site = {
  name: string | null;
  lang: string | null;
  authors: Map<string, string>;
  attachments: Attachments;
};

async function surveySite({ open }: WxrSource): Promise<Site> {
  const attachments = attachmentIndex();
  const authors = new Map<string, string>();
  const facts = new Map<string, string>();
  const parser = wxrParser({
    item: (item) => {
      if (item.fields.get('wp:post_type') === 'attachment') attachments.add(item);
    },
    author: (login, displayName) => authors.set(login, plainField(displayName)),
    fact: (name, text) => {
      if (!facts.has(name)) facts.set(name, text);
    },
  });
  for await (const chunk of open()) parser.write(chunk);
  parser.end();
  const address =
    facts.get('wp:base_blog_url') || facts.get('wp:base_site_url') || facts.get('link');
  return {
    name: siteOf(address),
    lang: facts.get('language') || null,
    authors,
    attachments,
  };
}

function postOf({ fields, categories, meta }: WxrItem, site: Site, place: string): WordPressPost {
  const field = (name: string) => fields.get(name) ?? '';
  const named = (...domains: string[]) =>
    categories.filter(({ domain }) => domains.includes(domain)).map(({ name }) => name);
  const id = field('wp:post_id');
  // Co-Authors Plus, a plug-in that many newsrooms have, keeps the authors of a post as terms.
  const coAuthors = [...new Set(named('author'))];
  const login = field('dc:creator');
  const names = coAuthors.length > 0 ? coAuthors : [site.authors.get(login) ?? login];
  return {
    place: `${place}, post ${id}`,
    site: site.name,
    id,
    type: field('wp:post_type'),
    status: field('wp:status'),
    hasPassword: field('wp:post_password') !== '',
    slug: field('wp:post_name'),
    title: field('title'),
    content: field('content:encoded'),
    isRendered: false,
    excerpt: field('excerpt:encoded'),
    published:
      wordpressInstant(field('wp:post_date_gmt')) ??
      dateOfFeed(field('pubDate')) ??
      wordpressInstant(field('wp:post_date')),
    modified: wordpressInstant(field('wp:post_modified_gmt')),
    authors: names.filter(Boolean).map((name) => ({ name })),
    categories: named('category'),
    tags: named('post_tag', 'tag'),
    lang: site.lang,
    image: site.attachments.get(meta.get('_thumbnail_id') ?? ''),
  };
}

/** `Wed, 05 Jun 2024 16:04:48 +0000`. What was never published has the year -1. */
function dateOfFeed(text: string): string | null {
  const date = /\s\d{4}\s/.test(text) ? new Date(text) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

function read(stories: number): string {
  return stories === 1
    ? 'One post before that was read.'
    : `${stories} posts before that were read.`;
}

function ignore(): void {}

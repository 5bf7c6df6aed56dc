import { createHash } from 'node:crypto';
import type { LanguageCode } from './language.ts';

/** What a page shows, in names that the page cache and the change log share. A page carries the
 *  tags of all that it shows; a change carries the tags of all that it alters. */
export const cacheTags = {
  /** The story, or what stands at its address in its place. */
  article: (lang: LanguageCode, slug: string) => `article:${lang}/${ascii(slug)}`,
  /** Any list or search over a whole edition. */
  stories: (lang: LanguageCode) => `stories:${lang}`,
  section: (lang: LanguageCode, section: string) => `section:${lang}/${ascii(section)}`,
  topic: (lang: LanguageCode, topic: string) => `topic:${lang}/${ascii(topic)}`,
  author: (lang: LanguageCode, author: string) => `author:${lang}/${ascii(author)}`,
  /** Which sections have stories. */
  sections: (lang: LanguageCode) => `sections:${lang}`,
  /** The standing alert. */
  alert: (lang: LanguageCode) => `alert:${lang}`,
};

/** Next carries tags in an HTTP header, at most 256 characters each, so a slug in another script, or
 *  a long one, goes by its hash. */
function ascii(slug: string): string {
  if (/^[a-z0-9-]{1,120}$/.test(slug)) return slug;
  return createHash('sha256').update(slug).digest('base64url');
}

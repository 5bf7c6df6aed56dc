import type { LanguageCode } from './language.ts';

/** The addresses of Lede's pages, as docs and links outside rely on them. */
export const paths = {
  front: (lang: LanguageCode) => `/${lang}`,
  article: (lang: LanguageCode, slug: string) => `/${lang}/articles/${encodeURIComponent(slug)}`,
  section: (lang: LanguageCode, slug: string) => `/${lang}/sections/${encodeURIComponent(slug)}`,
  topic: (lang: LanguageCode, slug: string) => `/${lang}/topics/${encodeURIComponent(slug)}`,
  author: (lang: LanguageCode, slug: string) => `/${lang}/authors/${encodeURIComponent(slug)}`,
  search: (lang: LanguageCode) => `/${lang}/search`,
  settings: (lang: LanguageCode) => `/${lang}/settings`,
  accessibility: (lang: LanguageCode) => `/${lang}/accessibility`,
};

/** The address of one page of a long list; the first page has no number. */
export function pageOf(path: string, page: number, query: Record<string, string> = {}): string {
  const fields = new URLSearchParams(query);
  if (page > 1) fields.set('page', String(page));
  return fields.size > 0 ? `${path}?${fields}` : path;
}

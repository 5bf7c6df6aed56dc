import { isLanguageCode, type LanguageCode } from './language.ts';

/** The edition and slug that the address of a story names: a path, or a whole URL. Null for any
 *  other address. */
export function articleAddress(address: string): { lang: LanguageCode; slug: string } | null {
  if (!URL.canParse(address, 'http://any.example')) return null;
  const { pathname } = new URL(address, 'http://any.example');
  const [, lang = '', kind, slug, ...rest] = pathname.split('/');
  if (!isLanguageCode(lang) || kind !== 'articles' || !slug || rest.some(Boolean)) return null;
  try {
    return { lang, slug: decodeURIComponent(slug) };
  } catch {
    return null;
  }
}

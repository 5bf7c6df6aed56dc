import atkinson400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2';
import atkinson700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2';
import newsreader600 from '@fontsource/newsreader/files/newsreader-latin-600-normal.woff2';
import khmer400 from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2';
import khmer700 from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-700-normal.woff2';
import vazirmatn400 from '@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff2';
import vazirmatn700 from '@fontsource/vazirmatn/files/vazirmatn-arabic-700-normal.woff2';
import type { LanguageCode } from '#lib/model/language.ts';

/** The font files of an edition's first view, at most 60 kB together. They are fetched with the
 *  page, so that they are there when it is first drawn; app/faces.css declares them. */
export const FACES: Record<LanguageCode, string[]> = {
  en: [newsreader600, atkinson400, atkinson700],
  fa: [vazirmatn400, vazirmatn700],
  km: [khmer400, khmer700],
};

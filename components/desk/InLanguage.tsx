import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';

type Props = { lang: LanguageCode; children: string };

/** Words of an edition on a page in English, read out and set in their own language (WCAG 2.2,
 *  3.1.2). */
export function InLanguage({ lang, children }: Props) {
  return (
    <span lang={lang} dir={LANGUAGES[lang].dir}>
      {children}
    </span>
  );
}

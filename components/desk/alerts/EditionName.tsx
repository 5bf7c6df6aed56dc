import { InLanguage } from '#components/desk/InLanguage.tsx';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';
import { editionName } from '#lib/text/edition-name.ts';

type Props = { lang: LanguageCode };

/** An edition by its own name and in English, each marked as what it is. */
export function EditionName({ lang }: Props) {
  const { name } = LANGUAGES[lang];
  const inEnglish = editionName(lang);
  if (name === inEnglish) return name;
  return (
    <>
      <InLanguage lang={lang}>{name}</InLanguage> ({inEnglish})
    </>
  );
}

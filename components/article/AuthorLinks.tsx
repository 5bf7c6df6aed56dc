import { Fragment } from 'react';
import type { Author } from '#lib/model/article.ts';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';

type Props = { authors: Author[]; lang: LanguageCode };

/** The names of a byline, each a link to its author's page, joined as the language joins them. */
export function AuthorLinks({ authors, lang }: Props) {
  const format = new Intl.ListFormat(LANGUAGES[lang].locale, { type: 'conjunction' });
  const places = authors.map((_, index) => String(index));
  return format.formatToParts(places).map((part, index) => {
    const author = part.type === 'element' ? authors[Number(part.value)] : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places.
    if (!author) return <Fragment key={index}>{part.value}</Fragment>;
    return (
      <a
        key={author.slug}
        href={paths.author(lang, author.slug)}
        className="quiet-link target-text font-bold"
      >
        {author.name}
      </a>
    );
  });
}

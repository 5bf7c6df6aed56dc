import { messagesOf } from '#lib/messages/languages.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';

type Props = { lang: LanguageCode; query: string | undefined };

/** The search landmark: one labelled field and its button, a plain form. */
export function SearchForm({ lang, query }: Props) {
  const { search } = messagesOf(lang);
  return (
    <search id="search" tabIndex={-1} className="min-w-0">
      <form action={paths.search(lang)} className="flex">
        <label className="min-w-0 grow">
          <span className="sr-only">{search.label}</span>
          <input
            type="search"
            name="q"
            defaultValue={query}
            maxLength={200}
            required
            autoComplete="off"
            enterKeyHint="search"
            className="h-11 w-full min-w-16 rounded-s border border-control bg-paper px-3 text-note"
          />
        </label>
        <button
          type="submit"
          className="target shrink-0 cursor-pointer rounded-e border border-control border-s-0 px-3 font-bold text-note"
        >
          {search.button}
        </button>
      </form>
    </search>
  );
}

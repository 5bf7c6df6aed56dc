import { messagesOf } from '#lib/messages/languages.ts';
import type { LanguageCode } from '#lib/model/language.ts';

type Props = {
  lang: LanguageCode;
  newer: { href: string; label: string } | null;
  older: { href: string; label: string } | null;
};

/** Links to the pages before and after this one of a long list, in a landmark of their own. */
export function Pages({ lang, newer, older }: Props) {
  if (!newer && !older) return null;
  const link = 'target border-control rounded border px-4 font-bold text-ink';
  return (
    <nav aria-label={messagesOf(lang).lists.pages} className="text-plain mt-8 flex flex-wrap gap-4">
      {newer && (
        <a href={newer.href} rel="prev" className={link}>
          {newer.label}
        </a>
      )}
      {older && (
        <a href={older.href} rel="next" className={link}>
          {older.label}
        </a>
      )}
    </nav>
  );
}

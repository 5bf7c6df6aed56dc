import type { ReactNode } from 'react';
import { Field } from '#components/desk/Field.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';

type Props = {
  id: string;
  label: ReactNode;
  lang: LanguageCode;
  value: string;
  /** The newest, offered while somebody types. */
  headlines: string[];
  reply: Reply | null;
};

/** The story that an alert leads to, by its headline or its address. The list is the browser's own and
 *  needs no script; whoever doesn't get it types. */
export function StoryField({ id, label, lang, value, headlines, reply }: Props) {
  const list = `${id}-headlines`;
  return (
    <>
      <Field
        id={id}
        label={label}
        hint="Its headline, some words of it, or its address. May stay empty."
        reply={reply}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            list={list}
            lang={lang}
            dir={value.startsWith('/') || /^https?:/.test(value) ? 'ltr' : LANGUAGES[lang].dir}
            autoComplete="off"
            defaultValue={value}
          />
        )}
      </Field>
      <datalist id={list}>
        {headlines.map((headline) => (
          <option key={headline} value={headline} lang={lang} dir={LANGUAGES[lang].dir} />
        ))}
      </datalist>
    </>
  );
}

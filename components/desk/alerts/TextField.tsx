import type { ReactNode } from 'react';
import { Field } from '#components/desk/Field.tsx';
import { LONGEST_TEXT } from '#lib/model/alert.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';

type Props = {
  id: string;
  label: ReactNode;
  lang: LanguageCode;
  value: string;
  reply: Reply | null;
};

/** What readers of an edition will see. There is no `maxlength`: browsers cut what is pasted without a
 *  word, and nobody would see that the end is missing. */
export function TextField({ id, label, lang, value, reply }: Props) {
  return (
    <Field id={id} label={label} hint={`Up to ${LONGEST_TEXT} characters.`} reply={reply}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          lang={lang}
          dir={LANGUAGES[lang].dir}
          defaultValue={value}
        />
      )}
    </Field>
  );
}

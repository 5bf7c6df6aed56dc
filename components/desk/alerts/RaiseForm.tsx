import { DeskButton } from '#components/desk/DeskButton.tsx';
import { typed } from '#components/desk/Field.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { LineField } from '#components/desk/LineField.tsx';
import { Tick } from '#components/desk/Tick.tsx';
import { OFFERED_EXPIRY } from '#lib/model/alert-expiry.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { EditionName } from './EditionName.tsx';
import { ExpiryChoice } from './ExpiryChoice.tsx';
import { StoryField } from './StoryField.tsx';
import { TextField } from './TextField.tsx';

type Edition = { lang: LanguageCode; headlines: string[] };

type Props = {
  /** The editions that are switched on, each with its newest headlines. */
  editions: Edition[];
  formKey: string;
  reply: Reply | null;
};

/** The form for an alert, in any number of editions at once. It leads to a preview and raises nothing
 *  by itself. What was typed comes back with what is wrong (WCAG 2.2, 3.3.1, 3.3.6). */
export function RaiseForm({ editions, formKey, reply }: Props) {
  const [first, ...others] = editions;
  const isOne = others.length === 0;
  return (
    <section aria-labelledby="raise">
      <h2 id="raise" className="mt-10 text-teaser">
        Raise an alert
      </h2>
      {!isOne && (
        <p className="mt-1 text-plain">
          Write it in one edition or in several. One that is left empty tells its readers nothing.
        </p>
      )}
      <form action="/desk/forms/alert-preview" method="post" className="max-w-[40rem]">
        <FormKey value={formKey} />
        {first && <EditionFields {...first} isOne={isOne} reply={reply} />}
        {others.length > 0 && (
          <details open={others.some(({ lang }) => isTouched(lang, reply))} className="mt-5">
            <summary className="target-text cursor-pointer font-bold text-plain underline">
              Other editions, {others.length} in all
            </summary>
            {others.map((edition) => (
              <EditionFields key={edition.lang} {...edition} isOne={false} reply={reply} />
            ))}
          </details>
        )}
        <ExpiryChoice chosen={typed(reply, 'expiry') || OFFERED_EXPIRY} kept={null} reply={reply} />
        <LineField
          id="note"
          label="Why, for the newsroom"
          hint="Readers don’t see it. May stay empty."
          reply={reply}
        />
        <Tick
          id="emergency"
          label={<strong>Emergency</strong>}
          hint="For danger to life alone: it interrupts every reader at once, those too who want no alerts. You are asked once more."
          reply={reply}
        />
        <p className="mt-5">
          <DeskButton isMain>Preview</DeskButton>
        </p>
      </form>
    </section>
  );
}

type EditionProps = Edition & { isOne: boolean; reply: Reply | null };

/** What an alert says in one edition, and where it leads. */
function EditionFields({ lang, headlines, isOne, reply }: EditionProps) {
  const name = isOne ? null : (
    <>
      {' '}
      in <EditionName lang={lang} />
    </>
  );
  return (
    <>
      <TextField
        id={`text-${lang}`}
        label={<>Text{name}</>}
        lang={lang}
        value={typed(reply, `text-${lang}`)}
        reply={reply}
      />
      <StoryField
        id={`story-${lang}`}
        label={<>Story{name}</>}
        lang={lang}
        value={typed(reply, `story-${lang}`)}
        headlines={headlines}
        reply={reply}
      />
    </>
  );
}

/** Whether something was typed there, or is wrong there: then it must be seen. */
function isTouched(lang: LanguageCode, reply: Reply | null): boolean {
  const ids = [`text-${lang}`, `story-${lang}`];
  const isWrong = reply?.problems.some(({ field }) => ids.includes(field)) ?? false;
  return isWrong || ids.some((id) => typed(reply, id) !== '');
}

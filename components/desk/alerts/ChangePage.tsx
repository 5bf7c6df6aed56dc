import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { InLanguage } from '#components/desk/InLanguage.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { type AlertRecord, alertMark } from '#lib/model/alert.ts';
import type { LinkedStory } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { AlertLink } from './AlertLink.tsx';
import { EditionName } from './EditionName.tsx';
import { ExpiryChoice } from './ExpiryChoice.tsx';
import { StoryChoice } from './StoryChoice.tsx';
import { StoryField } from './StoryField.tsx';
import { TextField } from './TextField.tsx';

type Props = {
  alert: AlertRecord;
  headlines: string[];
  /** The stories that were meant by what was typed, if they were several. */
  choices: LinkedStory[];
  formKey: string;
  reply: Reply | null;
  timeZone: string;
};

/** The form that mends an alert: filled with what stands, or with what was typed if something is wrong
 *  with it (WCAG 2.2, 3.3.1). */
export function ChangePage({ alert, headlines, choices, formKey, reply, timeZone }: Props) {
  const { id, lang, text, link, expires } = alert;
  const filled = (field: string, stands: string) => reply?.fields[field]?.[0] ?? stands;
  const mark = alertMark(alert);
  const hasMoved = filled('seen', mark) !== mark;
  return (
    <>
      <p className="mt-3 text-plain">
        Edition: <EditionName lang={lang} />. Readers see the change at once, and nothing is
        announced again.
      </p>
      {hasMoved && (
        <p className="mt-3 text-plain [overflow-wrap:anywhere]">
          <strong>It says now:</strong> <InLanguage lang={lang}>{text}</InLanguage>{' '}
          {link ? (
            <>
              It leads to <AlertLink path={link} />
            </>
          ) : (
            'It leads nowhere.'
          )}
        </p>
      )}
      <form action="/desk/forms/alert-change" method="post" className="max-w-[40rem]">
        <FormKey value={formKey} />
        <input type="hidden" name="alert" value={id} />
        <input type="hidden" name="seen" value={mark} />
        <TextField id="text" label="Text" lang={lang} value={filled('text', text)} reply={reply} />
        <StoryField
          id="story"
          label="Story"
          lang={lang}
          value={filled('story', link ?? '')}
          headlines={headlines}
          reply={reply}
        />
        {choices.length > 1 && (
          <StoryChoice
            id="link"
            legend="Which story do you mean?"
            stories={choices}
            reply={reply}
            timeZone={timeZone}
          />
        )}
        <ExpiryChoice
          chosen={filled('expiry', 'keep')}
          kept={
            expires ? (
              <>
                As now: <Timestamp at={expires} frame={{ lang: 'en', timeZone }} show="instant" />
              </>
            ) : (
              'As now: when it is cleared'
            )
          }
          reply={reply}
        />
        <p className="mt-5 flex flex-wrap items-center gap-4">
          <DeskButton isMain>Change it</DeskButton>
          <a href="/desk/alerts" className="target-text">
            Leave it as it is
          </a>
        </p>
      </form>
    </>
  );
}

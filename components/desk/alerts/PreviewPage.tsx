import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { type DraftPreview, draftFields, previewFields, UNDO_MS } from '#lib/model/alert-draft.ts';
import { EXPIRIES } from '#lib/model/alert-expiry.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { editionNames } from '#lib/text/edition-name.ts';
import { EmergencyConfirmation } from './EmergencyConfirmation.tsx';
import { HiddenFields } from './HiddenFields.tsx';
import { PreviewEdition } from './PreviewEdition.tsx';

type Props = {
  preview: DraftPreview;
  formKey: string;
  /** With the draft as it was typed. */
  reply: Reply;
  /** ISO 8601. */
  now: string;
  timeZone: string;
};

/** An alert as readers will have it, and the two ways on. Both forms carry the whole draft, so neither
 *  needs what the session remembers (WCAG 2.2, 3.3.6). */
export function PreviewPage({ preview, formKey, reply, now, timeZone }: Props) {
  const { draft, editions, untold } = preview;
  const { ms, words } = EXPIRIES[draft.expiry];
  const goesOut = new Date(Date.parse(now) + UNDO_MS).toISOString();
  const runsOut = new Date(Date.parse(goesOut) + ms).toISOString();
  const typed = draftFields(reply.fields);
  return (
    <>
      <p className="mt-3 text-plain">
        Nothing is raised yet. This is what readers will see {UNDO_MS / 1000} seconds after you
        press “Raise now”; until then you can undo it.
      </p>
      <form action="/desk/forms/alert-raise" method="post">
        <FormKey value={formKey} />
        <HiddenFields fields={[...typed, ...previewFields(preview, reply)]} />
        {editions.map((edition) => (
          <PreviewEdition
            key={edition.lang}
            edition={edition}
            goesOut={goesOut}
            reply={reply}
            timeZone={timeZone}
          />
        ))}
        <div className="mt-8 border-hair border-t pt-4 text-plain">
          <p>
            It runs out {words} after it goes out, on{' '}
            <Timestamp at={runsOut} frame={{ lang: 'en', timeZone }} />.
          </p>
          {untold.length > 0 && (
            <p>Nothing is raised in {editionNames(untold)}: those readers are told nothing.</p>
          )}
          {draft.note && <p>Why, for the newsroom: {draft.note}</p>}
          {draft.emergency && <EmergencyConfirmation reply={reply} />}
          <p className="mt-4 flex flex-wrap gap-4">
            <DeskButton isMain>Raise now</DeskButton>
            <DeskButton form="change">Change</DeskButton>
          </p>
        </div>
      </form>
      <form id="change" action="/desk/forms/alert-draft" method="post">
        <FormKey value={formKey} />
        <HiddenFields fields={typed} />
      </form>
    </>
  );
}

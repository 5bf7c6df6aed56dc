import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { LineField } from '#components/desk/LineField.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = { id: string; which: string; formKey: string; reply: Reply | null };

/** Ends an alert that stands, with the reason for it if there is one to tell. */
export function ClearForm({ id, which, formKey, reply }: Props) {
  return (
    <form action="/desk/forms/alert-clear" method="post" className="max-w-[40rem]">
      <FormKey value={formKey} />
      <input type="hidden" name="alert" value={id} />
      <LineField
        id={`reason-${id}`}
        label={`Why clear it (${which})`}
        hint="May stay empty."
        reply={reply}
      />
      <p className="mt-2">
        <DeskButton>Clear ({which})</DeskButton>
      </p>
    </form>
  );
}

import type { ReactNode } from 'react';
import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { LineField } from '#components/desk/LineField.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = {
  /** What is done to the story: names the form, its fields and its address. */
  act: 'release' | 'hold' | 'withdraw';
  storyId: string;
  title: string;
  /** What it means, before it is done. */
  explanation: ReactNode;
  label: string;
  hint: string;
  button: string;
  formKey: string;
  reply: Reply | null;
  /** What more the form asks. */
  children?: ReactNode;
};

/** Something that is done to a story and needs a reason. */
export function ReasonForm(props: Props) {
  const { act, storyId, title, explanation, label, hint, button, formKey, reply, children } = props;
  const own = reply?.form === `story-${act}` ? reply : null;
  return (
    <form action={`/desk/forms/story-${act}`} method="post" className="mt-8 max-w-[36rem]">
      <h3 className="text-teaser">{title}</h3>
      <div className="mt-2 text-plain">{explanation}</div>
      <FormKey value={formKey} />
      <input type="hidden" name="id" value={storyId} />
      <LineField
        id={`${act}-reason`}
        label={label}
        hint={hint}
        reply={own}
        isRequired
        longest={1000}
      />
      {children}
      <p className="mt-4">
        <DeskButton>{button}</DeskButton>
      </p>
    </form>
  );
}

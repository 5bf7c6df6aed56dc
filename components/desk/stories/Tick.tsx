import { typed } from '#components/desk/Field.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = { id: string; label: string; reply: Reply | null; isRequired?: boolean };

/** A box to tick, with its words and what is wrong with it (WCAG 2.2, 3.3.1). The words are part of what
 *  can be hit. */
export function Tick({ id, label, reply, isRequired = false }: Props) {
  const problem = reply?.problems.find(({ field }) => field === id);
  return (
    <div className="mt-3">
      {problem && (
        <p id={`${id}-problem`} className="font-bold text-alert text-note">
          {problem.message}
        </p>
      )}
      <label htmlFor={id} className="flex min-h-11 items-center gap-3 text-plain">
        <input
          id={id}
          name={id}
          type="checkbox"
          value="yes"
          required={isRequired}
          defaultChecked={typed(reply, id) === 'yes'}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="size-6 shrink-0"
        />
        {label}
      </label>
    </div>
  );
}

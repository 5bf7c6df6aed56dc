import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = {
  /** The name of the field, and the id of the first choice, to which a problem leads. */
  field: string;
  legend: ReactNode;
  choices: readonly { value: string; words: ReactNode }[];
  /** What is chosen already; nothing, where nobody may press on without a choice. */
  chosen: string | null;
  reply: Reply | null;
};

/** One choice of several that must be made, with what is wrong with it (WCAG 2.2, 1.3.1, 3.3.1). */
export function Radios({ field, legend, choices, chosen, reply }: Props) {
  const problem = reply?.problems.find((each) => each.field === field);
  return (
    <fieldset className="mt-5 min-w-0" aria-describedby={problem && `${field}-problem`}>
      <legend className="font-bold text-plain">{legend}</legend>
      {problem && (
        <p id={`${field}-problem`} className="font-bold text-alert text-note">
          {problem.message}
        </p>
      )}
      {choices.map(({ value, words }, index) => (
        <label key={value} className="target flex justify-start gap-3 text-plain">
          <input
            id={index === 0 ? field : undefined}
            type="radio"
            name={field}
            value={value}
            required
            defaultChecked={value === chosen}
            className="size-6 shrink-0"
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

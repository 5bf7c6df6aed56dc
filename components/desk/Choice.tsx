import type { ReactNode } from 'react';

type Props = {
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  isChecked: boolean;
  /** The first of a group has the name of the field, so that a problem leads there. */
  id?: string | undefined;
  isRequired?: boolean;
  isWrong?: boolean;
  /** The ids of what belongs to it: a hint, what is wrong. */
  describedBy?: string | undefined;
  children: ReactNode;
};

/** A box or a circle with its words, which are part of the target: 44 px high (WCAG 2.2, 2.5.5). */
export function Choice(props: Props) {
  const { type, name, value, isChecked, id, isRequired, isWrong, describedBy, children } = props;
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 text-plain">
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        required={isRequired}
        defaultChecked={isChecked}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
        className="size-6 shrink-0"
      />
      <span>{children}</span>
    </label>
  );
}

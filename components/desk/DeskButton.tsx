import type { ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** The one thing that the form is for. */
  isMain?: boolean;
  name?: string;
  value?: string;
  /** Another form than the one around it. */
  form?: string;
};

/** A button of the desk, 44 px or more. */
export function DeskButton({ children, isMain = false, ...rest }: Props) {
  const colours = isMain ? 'border-ink bg-ink text-paper' : 'border-control';
  return (
    <button
      type="submit"
      {...rest}
      className={`target cursor-pointer rounded border px-4 font-bold text-note ${colours}`}
    >
      {children}
    </button>
  );
}

import type { ReactNode } from 'react';

type Props = { id: string; children: ReactNode };

/** The heading of a part of the page, under the thick rule that opens it. Level 2; its id names the
 *  part for `aria-labelledby`. */
export function SectionHeading({ id, children }: Props) {
  return (
    <h2 id={id} className="text-plain mb-4 border-ink border-t-3 pt-3 font-bold font-text">
      {children}
    </h2>
  );
}

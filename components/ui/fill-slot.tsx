import type { ReactNode } from 'react';

/** Puts an element into the place that a message leaves for it: `fillSlot('By {names}', 'names',
 *  <Links/>)`. The message decides what comes before and after, as its language wants. */
export function fillSlot(message: string, slot: string, content: ReactNode): ReactNode {
  const [before, after] = message.split(`{${slot}}`);
  return (
    <>
      {before}
      {content}
      {after}
    </>
  );
}

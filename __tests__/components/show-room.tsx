import type { ReactNode } from 'react';
import { DeskPage } from '#components/desk/DeskPage.tsx';
import { show } from './show.tsx';

/** Shows what a room of the desk holds as it stands in its page, so that the order of headings is that of the page. */
export function showRoom(children: ReactNode) {
  return show(
    <DeskPage title="A room" siteName="The Harbour" current={null} name="Night desk" reply={null}>
      {children}
    </DeskPage>,
  );
}

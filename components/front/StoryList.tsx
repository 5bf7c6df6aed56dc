import type { ReactNode } from 'react';
import { Pages } from '#components/ui/Pages.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { pageOf } from '#lib/model/paths.ts';
import type { EditionFrame, ListPage } from '#lib/model/views.ts';
import { TeaserGrid } from './TeaserGrid.tsx';

type Props = {
  title: string;
  /** What stands between the title and the stories: an author's description, say. */
  intro?: ReactNode;
  /** Names the list for those who move by headings. */
  listTitle: string;
  list: ListPage;
  /** The address of the first page. */
  path: string;
  frame: EditionFrame;
};

/** A page of stories that have something in common: a section, a topic, an author. The title is
 *  the h1, the list has a heading at level 2, each story one at level 3. */
export function StoryList({ title, intro, listTitle, list, path, frame }: Props) {
  const { lists } = messagesOf(frame.lang);
  const { page, hasOlder, stories } = list;
  return (
    <>
      <h1 className="border-ink border-b-3 pb-3 text-headline">{title}</h1>
      {intro}
      <h2 className="sr-only">{listTitle}</h2>
      {page > 1 && (
        <p className="mt-4 text-plain text-quiet">
          {formatMessage(lists.page, { page }, frame.lang)}
        </p>
      )}
      <div className="mt-8">
        <TeaserGrid stories={stories} frame={frame} />
      </div>
      <Pages
        lang={frame.lang}
        newer={page > 1 ? { href: pageOf(path, page - 1), label: lists.newer } : null}
        older={hasOlder ? { href: pageOf(path, page + 1), label: lists.older } : null}
      />
    </>
  );
}

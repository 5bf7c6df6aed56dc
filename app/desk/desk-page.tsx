import type { ReactNode } from 'react';
import { DeskPage, type DeskRoom } from '#components/desk/DeskPage.tsx';
import { SignIn } from '#components/desk/SignIn.tsx';
import type { Desk } from '#lib/desk/desk.ts';
import type { Visitor } from '#lib/desk/visitor.ts';
import { type SearchParams, visitDesk } from './visit.ts';

type At = { desk: Desk; visitor: Visitor; asked: (name: string) => string };

export type Content = { title: string; room: DeskRoom | null; children: ReactNode };

/** The title is what a screen reader says first of a page that has loaded. */
const TITLE_BEGINS = { done: 'Done: ', problem: 'Not done: ', draft: '' };

/** Draws a page of the desk for whoever is signed in, and the way in for everybody else. `path` is
 *  the page's own address without its query, to come back to. */
export async function drawDesk(
  path: string,
  searchParams: SearchParams,
  draw: (at: At) => Promise<Content>,
): Promise<ReactNode> {
  const { desk, visitor, asked, signInProblem, query } = await visitDesk(searchParams);
  const { siteName } = desk.config;
  if (!visitor) {
    const isRefused = signInProblem === 'unknown' || signInProblem === 'metrics';
    return (
      <>
        <title>{`${isRefused ? 'Not done: ' : ''}Sign in – the desk`}</title>
        <SignIn siteName={siteName} returnTo={path + query} problem={signInProblem} />
      </>
    );
  }
  const { title, room, children } = await draw({ desk, visitor, asked });
  const { reply } = visitor;
  return (
    <>
      <title>{`${TITLE_BEGINS[reply?.kind ?? 'draft']}${title} – the desk`}</title>
      <DeskPage
        title={title}
        siteName={siteName}
        current={room}
        name={visitor.token.name}
        reply={reply}
      >
        {children}
      </DeskPage>
    </>
  );
}

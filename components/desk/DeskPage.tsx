import type { ReactNode } from 'react';
import type { Reply } from '#lib/model/desk-reply.ts';
import { ReplyNote } from './ReplyNote.tsx';

type Props = {
  /** The heading of the page. */
  title: string;
  siteName: string;
  /** Which entry of the navigation the page belongs to; null for a page that is not there. */
  current: DeskRoom | null;
  /** Who is signed in. */
  name: string;
  reply: Reply | null;
  children: ReactNode;
};

export const DESK_ROOMS = {
  overview: { href: '/desk', name: 'Overview' },
  alerts: { href: '/desk/alerts', name: 'Alerts' },
  stories: { href: '/desk/stories', name: 'Stories' },
  sources: { href: '/desk/sources', name: 'Sources' },
  access: { href: '/desk/access', name: 'Access' },
  log: { href: '/desk/log', name: 'Audit log' },
} as const;

export type DeskRoom = keyof typeof DESK_ROOMS;

/** What every page of the desk is made of: skip links, the rooms, who is signed in, what the last
 *  form has to say, the content. Plain HTML that needs no script. */
export function DeskPage({ title, siteName, current, name, reply, children }: Props) {
  return (
    <>
      <nav aria-label="Accessibility links" className="not-focus-within:sr-only bg-sheet p-3">
        <ul className="flex flex-wrap gap-2">
          <li>
            <a href="#main" className="target bg-ink px-4 font-bold text-note text-paper">
              Skip to main content
            </a>
          </li>
          <li>
            <a href="#navigation" className="target bg-ink px-4 font-bold text-note text-paper">
              Skip to navigation
            </a>
          </li>
        </ul>
      </nav>
      <header className="border-hair border-b">
        <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
          <p className="text-plain">
            <a href="/" className="quiet-link target font-bold">
              {siteName}
            </a>{' '}
            · the desk
          </p>
          <form action="/desk/forms/sign-out" method="post" className="flex items-center gap-3">
            <span className="text-note text-quiet">Signed in with “{name}”</span>
            <button
              type="submit"
              className="target cursor-pointer rounded border border-control px-3 font-bold text-note"
            >
              Sign out
            </button>
          </form>
          <nav id="navigation" tabIndex={-1} aria-label="Desk" className="w-full">
            <ul className="-mx-2 flex flex-wrap">
              {Object.entries(DESK_ROOMS).map(([room, { href, name: words }]) => (
                <li key={room}>
                  <a
                    href={href}
                    aria-current={room === current ? 'true' : undefined}
                    className="quiet-link target px-2 font-bold text-note aria-[current]:border-alert aria-[current]:border-b-3 aria-[current]:pt-[3px]"
                  >
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="shell py-8">
        {reply && <ReplyNote reply={reply} />}
        <h1 className="text-headline">{title}</h1>
        {children}
      </main>
    </>
  );
}

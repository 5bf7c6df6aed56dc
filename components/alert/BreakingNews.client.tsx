'use client';

import type { FormEvent, MouseEvent } from 'react';
import { useReader } from '#components/preferences/use-reader.client.tsx';
import type { Alert } from '#lib/model/alert.ts';
import { dismissAlert, readerStore, visibleAlert } from '#lib/preferences/reader-store.ts';

type Props = {
  /** The alert that the page came with. */
  alert: Alert | null;
  /** When it was raised, in the edition's words. */
  raisedAt: string;
  /** Where the form leads a reader without scripts back to. */
  returnTo: string;
  words: { title: string; word: string; dismiss: string };
};

/** The breaking-news region. It stands in the flow above the masthead, so it covers nothing, and
 *  speaks to no one by itself: a page that loads with an alert announces nothing. Needs scripts
 *  only to be dismissed without a page load. */
export function BreakingNews({ alert, raisedAt, returnTo, words }: Props) {
  const standing = useReader((state) => visibleAlert(state, alert));
  if (!standing) return null;

  const { id } = standing;

  /** A key press leaves focus on a button that is gone, so it goes to what comes next. */
  function moveFocusOn(event: MouseEvent): void {
    const isKeyPress = event.detail === 0;
    if (isKeyPress) document.getElementById('main')?.focus({ preventScroll: true });
  }

  function dismiss(event: FormEvent): void {
    event.preventDefault();
    dismissAlert(readerStore, id);
  }

  return (
    <section
      id="breaking-news"
      aria-label={words.title}
      tabIndex={-1}
      data-alert={standing.id}
      suppressHydrationWarning
      className="on-alert bg-alert text-on-alert print:hidden"
    >
      <div className="shell flex items-center gap-4 py-1">
        <p className="flex grow flex-wrap items-center gap-x-4 gap-y-1 py-2 text-plain">
          <strong className="rounded-sm border border-on-alert px-2 text-note uppercase tracking-wider">
            {words.word}
          </strong>
          <time dateTime={standing.raised} className="text-note md:order-last md:ms-auto">
            {raisedAt}
          </time>
          <span className="w-full font-bold md:w-auto">
            {standing.link ? (
              <a href={standing.link} className="target-text text-on-alert">
                {standing.text}
              </a>
            ) : (
              standing.text
            )}
          </span>
        </p>
        <form action="/api/preferences" method="post" onSubmit={dismiss}>
          <input type="hidden" name="dismiss" value={standing.id} />
          <input type="hidden" name="return" value={returnTo} />
          {/* Forced colours show the border that is transparent otherwise. */}
          <button
            type="submit"
            aria-label={words.dismiss}
            onClick={moveFocusOn}
            className="target cursor-pointer border border-transparent"
          >
            <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-2 stroke-current">
              <path d="M2 2l12 12M14 2L2 14" />
            </svg>
          </button>
        </form>
      </div>
    </section>
  );
}

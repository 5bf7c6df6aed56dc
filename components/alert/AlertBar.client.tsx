'use client';

import { type FormEvent, type MouseEvent, useEffect, useRef } from 'react';
import { AlertModes, type AlertModeWords } from '#components/preferences/AlertModes.client.tsx';
import type { Alert } from '#lib/model/alert.ts';
import type { AlertMode } from '#lib/model/preferences.ts';
import { chooseAlerts, dismissAlert, readerStore } from '#lib/preferences/reader-store.ts';
import { pinWhileUsed } from './pin-while-used.ts';

export type AlertBarWords = {
  title: string;
  word: string;
  dismiss: string;
  modes: AlertModeWords & { open: string; save: string };
};

type Props = {
  alert: Alert;
  /** In the flow of the page, or at the edge of the window. */
  isInFlow: boolean;
  returnTo: string;
  /** When it was raised, in the edition's words. */
  raisedAt: string;
  words: AlertBarWords;
  /** The reader closes it here, by hand. */
  onDismiss: () => void;
};

/** The region with one alert: its text, link and time, how alerts are to come, and the way to close
 *  it. While it has focus nothing takes its place. Both forms work without scripts. */
export function AlertBar({ alert, isInFlow, returnTo, raisedAt, words, onDismiss }: Props) {
  const region = useRef<HTMLElement>(null);
  const pin = useRef<ReturnType<typeof pinWhileUsed>>(null);
  const current = useRef(alert);
  current.current = alert;

  useEffect(() => {
    if (!region.current) return;
    pin.current = pinWhileUsed(region.current, () => current.current);
    return () => pin.current?.end();
  }, []);

  function dismiss(event: FormEvent): void {
    event.preventDefault();
    onDismiss();
    dismissAlert(readerStore, alert.id);
  }

  /** A key press leaves focus on a button that is gone; a click does not need it. */
  function moveFocusAfterKey(event: MouseEvent): void {
    if (event.detail === 0) pin.current?.leave();
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const mode = new FormData(event.currentTarget).get('alerts') as AlertMode | null;
    if (!mode) return;
    const goesAway = !alert.emergency && (mode === 'off' || mode === 'visit');
    if (goesAway) onDismiss();
    event.currentTarget.closest('details')?.removeAttribute('open');
    pin.current?.leave();
    chooseAlerts(readerStore, mode);
  }

  return (
    <section
      ref={region}
      id="breaking-news"
      aria-label={words.title}
      tabIndex={-1}
      data-alert={alert.id}
      data-emergency={alert.emergency || undefined}
      suppressHydrationWarning
      className={`on-alert bg-alert text-on-alert print:hidden ${isInFlow ? '' : 'alert-bar'}`}
    >
      <div className="shell flex flex-wrap items-center gap-x-4 py-1">
        <p className="flex w-full min-w-0 flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-plain md:w-auto md:flex-1 md:pb-2">
          <strong className="rounded-sm border border-on-alert px-2 text-note uppercase tracking-wider">
            {words.word}
          </strong>
          <time dateTime={alert.raised} className="text-note md:order-last md:ms-auto">
            {raisedAt}
          </time>
          <span className="w-full font-bold md:w-auto">
            {alert.link ? (
              <a href={alert.link} className="target-text text-on-alert">
                {alert.text}
              </a>
            ) : (
              alert.text
            )}
          </span>
        </p>
        <details className="open:w-full md:open:order-last">
          <summary className="target w-fit cursor-pointer list-inside text-note underline">
            {words.modes.open}
          </summary>
          <form
            action="/api/preferences"
            method="post"
            onSubmit={save}
            data-waits=""
            className="pb-3"
          >
            <input type="hidden" name="return" value={returnTo} />
            <AlertModes words={words.modes} waits />
            <button
              type="submit"
              className="target mt-2 cursor-pointer rounded border border-on-alert px-4 font-bold text-note"
            >
              {words.modes.save}
            </button>
          </form>
        </details>
        <form action="/api/preferences" method="post" onSubmit={dismiss} className="ms-auto">
          <input type="hidden" name="dismiss" value={alert.id} />
          <input type="hidden" name="return" value={returnTo} />
          {/* Forced colours show the border that is transparent otherwise. */}
          <button
            type="submit"
            aria-label={words.dismiss}
            onClick={moveFocusAfterKey}
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

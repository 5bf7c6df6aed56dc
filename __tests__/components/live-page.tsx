import { afterEach, beforeEach, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { Page } from '#components/layout/Page.tsx';
import type { Alert } from '#lib/model/alert.ts';
import { FIRST_STATE, readerStore } from '#lib/preferences/reader-store.ts';
import { rememberPreferences } from './cookie.ts';
import { TestStream } from './missing-in-jsdom.ts';
import { frame, alert as sample } from './sample.ts';
import { show } from './show.tsx';

/** An open page, and a server that tells it of alerts. */

export const NOW = Date.parse('2026-10-07T12:00:00Z');
let position: number;
let raised: number;

/** Each test of the file begins at `NOW`, in a browser that remembers nothing. */
export function startEachTestAfresh(): void {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    position = 100;
    raised = NOW;
    rememberPreferences('');
    localStorage.clear();
    setVisibility('visible');
    readerStore.setState(FIRST_STATE);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
}

export function open(...alerts: Alert[]) {
  return show(
    <Page frame={{ ...frame, alerts, position: 99 }} path="/en/articles/x" hasSettings>
      <h1>A story</h1>
    </Page>,
  );
}

/** As if the browser had been started anew: what stays is what it keeps on the device. */
export function forgetPage(): void {
  readerStore.setState(FIRST_STATE);
}

export function alertOf(text: string, more: Partial<Alert> = {}): Alert {
  raised += 1000;
  const id = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return { ...sample, id, text, link: null, raised: new Date(raised).toISOString(), ...more };
}

/** The server tells of something. */
export function tell(kind: 'alert' | 'clear', data: object): void {
  position += 1;
  const message = new MessageEvent(kind, {
    data: JSON.stringify(data),
    lastEventId: String(position),
  });
  act(() => {
    for (const stream of TestStream.open) stream.dispatchEvent(message);
  });
}

export function wait(milliseconds: number): void {
  act(() => jest.advanceTimersByTime(milliseconds));
}

export function setVisibility(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

export const region = () => screen.queryByRole('region', { name: 'Breaking news' });
export const said = () => screen.getByRole('status').textContent;
export const shouted = () => screen.getByRole('alert').textContent;

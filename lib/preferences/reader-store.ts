import { createStore } from 'zustand/vanilla';
import {
  type AlertMode,
  DEFAULT_PREFERENCES,
  type Preferences,
  type TextSize,
  type Theme,
} from '#lib/model/preferences.ts';
import { openChannel } from './open-channel.ts';
import { preferenceCookie, readPreferences } from './preference-cookie.ts';
import type { AlertState } from './reader-alerts.ts';

/** What one reader has chosen and sees: text size, theme, how alerts come, which are dismissed, and
 *  which stand. The skip links, the banner and the text size control all follow this one store. */
export type ReaderState = Preferences & AlertState;

export const FIRST_STATE: ReaderState = {
  ...DEFAULT_PREFERENCES,
  standing: undefined,
  pinned: null,
  isFocused: false,
};

const CHANNEL = 'lede-preferences';

export type ReaderStore = ReturnType<typeof createReaderStore>;

/** A store at the defaults, tied to no page. */
export function createReaderStore() {
  return createStore<ReaderState>()(() => FIRST_STATE);
}

/** The store of this page. On the server it stays at the defaults, so that what React renders in
 *  the browser at first is what the server sent. */
export const readerStore = createReaderStore();

/** Carries word of a change to the reader's other tabs; null in a browser that has no channels. */
let otherTabs: BroadcastChannel | null = null;

/** Ties a store to the page: takes up the reader's cookie, shows each change on <html>, and keeps
 *  in step with the reader's other tabs. Answers how to untie it. */
export function connectReaderStore(store: ReaderStore): () => void {
  const takeUp = (cookie: string) => store.setState(readPreferences(cookie));
  const takeUpCookie = () => takeUp(document.cookie);
  const lookAgain = () => {
    if (document.visibilityState === 'visible') goOnWithVisit(store);
  };
  otherTabs = openChannel(CHANNEL);
  // The message carries the choice: a browser may set a cookie a moment after it was told to, and
  // another tab would still read the old one.
  otherTabs?.addEventListener('message', ({ data }) => takeUp(String(data)));
  // A page that comes back from the back/forward cache has missed the messages.
  window.addEventListener('pageshow', takeUpCookie);
  document.addEventListener('visibilitychange', lookAgain);
  const unsubscribe = store.subscribe(showOnPage);
  takeUpCookie();
  lookAgain();
  return () => {
    unsubscribe();
    document.removeEventListener('visibilitychange', lookAgain);
    otherTabs?.close();
    otherTabs = null;
    window.removeEventListener('pageshow', takeUpCookie);
  };
}

export const chooseTextSize = (store: ReaderStore, size: TextSize) => keep(store, { size });
export const chooseTheme = (store: ReaderStore, theme: Theme) => keep(store, { theme });

export const chooseAlerts = (store: ReaderStore, alerts: AlertMode) => keep(store, { alerts });

export function dismissAlert(store: ReaderStore, id: string): void {
  store.setState({ pinned: null, isFocused: false });
  keep(store, { dismissed: [...store.getState().dismissed, id] });
}

/** What was chosen for a visit holds while the reader is here, and no longer: after a long pause the
 *  cookie says something else. */
function goOnWithVisit(store: ReaderStore): void {
  if (store.getState().alerts !== 'visit') return;
  const preferences = readPreferences(document.cookie);
  store.setState(preferences);
  if (preferences.alerts === 'visit') keep(store, {});
}

/** Another tab may have changed another choice, so the cookie is read first. */
function keep(store: ReaderStore, change: Partial<Preferences>): void {
  const preferences = { ...readPreferences(document.cookie), ...change };
  const cookie = preferenceCookie(preferences, location.protocol === 'https:');
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
  document.cookie = cookie;
  store.setState(preferences);
  otherTabs?.postMessage(cookie);
}

function showOnPage({ size, theme, alerts }: ReaderState): void {
  document.documentElement.dataset.textSize = size;
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.alerts = alerts;
}

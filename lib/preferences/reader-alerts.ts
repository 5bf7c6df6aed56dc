import type { Alert } from '#lib/model/alert.ts';
import type { Preferences } from '#lib/model/preferences.ts';

/** What the choice of an alert to show depends on. */
export type AlertState = Pick<Preferences, 'alerts' | 'dismissed'> & {
  /** The alerts that stand in the page's edition; undefined until something newer than the page
   *  itself is known. */
  standing: readonly Alert[] | undefined;
  /** The alert that has the reader's focus. It stays as it is until the focus leaves it: nothing is
   *  taken away, or put in its place, from under somebody's hand. */
  pinned: Alert | null;
  /** Whether it is pinned by the focus of a key, not by a pointer or its open settings. */
  isFocused: boolean;
};

/** The one alert to show: an emergency before all others, then the newest. Not one that was dismissed,
 *  nor an older one in its place; and while the reader wants none, only an emergency. `fromPage` are
 *  those that the page came with. */
export function alertToShow(state: AlertState, fromPage: readonly Alert[]): Alert | null {
  const isDismissed = ({ id }: Alert) => state.dismissed.includes(id);
  const standing = state.standing ?? fromPage;
  const emergency = standing.find((alert) => alert.emergency && !isDismissed(alert));
  // Danger to life waits for no pointer that rests on the bar, only for a key that is about to be hit.
  const isPinned = state.pinned && (!emergency || state.pinned.emergency || state.isFocused);
  if (isPinned) return state.pinned;
  if (emergency) return emergency;
  if (state.alerts === 'off' || state.alerts === 'visit') return null;
  const newest = standing.find((alert) => !alert.emergency);
  return newest && !isDismissed(newest) ? newest : null;
}

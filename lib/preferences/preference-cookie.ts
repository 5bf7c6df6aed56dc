import {
  ALERT_MODES,
  DEFAULT_PREFERENCES,
  type Preferences,
  TEXT_SIZES,
  THEMES,
  VISIT_ENDS_AFTER_MS,
} from '#lib/model/preferences.ts';

const PREFERENCE_COOKIE = 'lede-preferences';

const ONE_YEAR_S = 31_536_000;
const MINUTE_MS = 60_000;

/** Alerts remembered as dismissed: more than ever stand at once, few enough for a cookie. */
const MOST_DISMISSED = 40;

const ALERT_ID = /^[a-z0-9]{1,32}$/;

/** Reads the reader's choices from a `Cookie` header or `document.cookie`. What it doesn't know, it
 *  passes over. What was chosen for a visit holds until that is over. */
export function readPreferences(cookies: string, now = Date.now()): Preferences {
  return parsePreferences(cookieValue(cookies), now);
}

/** Takes choices over into others, field by field, as a form sends them. `dismiss` adds an alert.
 *  An unknown field or value changes nothing. */
export function changePreferences(before: Preferences, fields: URLSearchParams): Preferences {
  const size = TEXT_SIZES.find((known) => known === fields.get('size')) ?? before.size;
  const theme = THEMES.find((known) => known === fields.get('theme')) ?? before.theme;
  const alerts = ALERT_MODES.find((known) => known === fields.get('alerts')) ?? before.alerts;
  const dismissed = new Set([...before.dismissed, ...fields.getAll('dismiss')]);
  return {
    size,
    theme,
    alerts,
    dismissed: [...dismissed].filter((id) => ALERT_ID.test(id)).slice(-MOST_DISMISSED),
  };
}

/** The cookie that keeps the choices for a year, for `Set-Cookie` or `document.cookie`. To write it
 *  again says that the visit goes on. */
export function preferenceCookie(
  preferences: Preferences,
  isSecure: boolean,
  now = Date.now(),
): string {
  const { size, theme, alerts, dismissed } = preferences;
  const pairs = [`size=${size}`, `theme=${theme}`, `alerts=${alerts}`];
  if (alerts === 'visit') pairs.push(`seen=${Math.floor(now / MINUTE_MS)}`);
  if (dismissed.length > 0) pairs.push(`dismissed=${dismissed.join('.')}`);
  const attributes = `Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return `${PREFERENCE_COOKIE}=${pairs.join('&')}; ${attributes}`;
}

function parsePreferences(pairs: string, now: number): Preferences {
  const fields = new URLSearchParams(pairs);
  const seen = Number(fields.get('seen')) * MINUTE_MS;
  const isOver = now - seen > VISIT_ENDS_AFTER_MS;
  if (fields.get('alerts') === 'visit' && isOver) fields.delete('alerts');
  for (const id of fields.get('dismissed')?.split('.') ?? []) fields.append('dismiss', id);
  return changePreferences(DEFAULT_PREFERENCES, fields);
}

/** The pairs, whether or not something on the way has percent-encoded them as a whole. */
function cookieValue(cookies: string): string {
  const prefix = `${PREFERENCE_COOKIE}=`;
  const cookie = cookies.split(/;\s*/).find((part) => part.startsWith(prefix));
  const value = cookie?.slice(prefix.length).replace(/^"|"$/g, '') ?? '';
  try {
    return value.includes('=') ? value : decodeURIComponent(value);
  } catch {
    return '';
  }
}

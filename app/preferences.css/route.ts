import { preferenceCookie, readPreferences } from '#lib/preferences/preference-cookie.ts';
import { preferenceCss } from '#lib/preferences/preference-css.ts';

/** The reader's choices as a style sheet, for pages without scripts. Private: no cache may hand it
 *  to another reader. */
export function GET(request: Request): Response {
  const preferences = readPreferences(request.headers.get('cookie') ?? '');
  const css = preferenceCss(preferences);
  // The reader is still here, so the visit goes on.
  const isSecure = request.headers.get('x-forwarded-proto') === 'https';
  const isForVisit = preferences.alerts === 'visit';
  return new Response(css, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'private, no-store',
      vary: 'Cookie',
      ...(isForVisit ? { 'set-cookie': preferenceCookie(preferences, isSecure) } : {}),
    },
  });
}

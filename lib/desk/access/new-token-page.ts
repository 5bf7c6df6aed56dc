import { escapeUTF8 } from 'entities';
import type { Token } from '#lib/model/token.ts';
import { formatDayAndTime } from '#lib/text/dates.ts';
import { plainPage } from '../plain-page.ts';

/** Shows the secret of a new token: here, once. To load the page again would send the form again, so
 *  browsers ask before they do. */
export function newTokenPage(token: Token, secret: string, timeZone: string): Response {
  const end = token.expires
    ? `until ${formatDayAndTime(token.expires, 'en', timeZone)}`
    : 'until it is revoked';
  const waits = token.holds
    ? ' Stories that come in by it wait if something serious is found.'
    : '';
  const main = `<h1>The token “${escapeUTF8(token.name)}” was made</h1>
<p>Copy it now and keep it as you keep a password: it is not shown again. Loading this page again would
make another one.</p>
<p><code>${escapeUTF8(secret)}</code></p>
<p>It is for ${escapeUTF8(token.scopes.join(' and '))}, ${end}.${waits}</p>
<p><a href="/desk/access">I have copied it: back to Access</a></p>`;
  return plainPage({ status: 200, title: 'Token made', main });
}

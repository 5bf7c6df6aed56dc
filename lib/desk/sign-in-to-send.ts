import { escapeUTF8 } from 'entities';
import { FORM_WORDS } from './form-words.ts';
import type { Fields } from './forms.ts';
import { plainPage } from './plain-page.ts';

/** Before the names of what was typed, so that none can be taken for a field of the sign-in. */
const TYPED = 'typed.';

/** A form that waits until whoever sent it has shown a token. */
export type Waiting = { name: string; fields: Fields };

type Answer = Waiting & {
  status: 401 | 403 | 429;
  /** Why it was not done. */
  sentence: string;
  headers?: Record<string, string>;
};

/** Says why a form was not taken, and takes a token and the form together: a session may end while
 *  somebody types, and nothing of it may be lost. What was typed stands in this page alone. */
export function signInToSend({ status, sentence, name, fields, headers = {} }: Answer): Response {
  const typed = [...fields].filter(([field]) => field !== 'key');
  const hidden = [['form', name], ...typed.map(([field, value]) => [TYPED + field, value])];
  const main = `<h1>This was not done yet</h1>
<p id="why">${escapeUTF8(sentence)} Nothing of what you typed is lost: with your token it is sent.</p>
<form action="/desk/forms/sign-in" method="post">
${hidden.map(([field = '', value = '']) => hiddenInput(field, value)).join('\n')}
<p><label for="token">Your token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required aria-describedby="why"></p>
<p><button type="submit">Sign in and send</button></p>
</form>
<h2>What will be sent</h2>
<p><strong>${escapeUTF8(FORM_WORDS[name] ?? name)}</strong></p>
<dl>
${typed.map(([field, value]) => `<dt>${escapeUTF8(field)}</dt><dd>${escapeUTF8(begin(value))}</dd>`).join('\n')}
</dl>
<p><a href="/desk">Go to the desk without sending it</a></p>`;
  return plainPage({ status, title: 'Not done yet', main, headers });
}

/** The form that waits with a sign-in, if one does. */
export function waitingWith(fields: Fields): Waiting | null {
  const name = fields.get('form');
  if (name === null) return null;
  const typed = [...fields].filter(([field]) => field.startsWith(TYPED));
  return {
    name,
    fields: new URLSearchParams(typed.map(([field, value]) => [field.slice(TYPED.length), value])),
  };
}

/** Enough to know a text by; the whole of it stands in the form. */
function begin(value: string): string {
  return value.length > 500 ? `${value.slice(0, 500).toWellFormed()}…` : value;
}

/** An input without `type=hidden` would drop the line breaks of a text; in an attribute they stay. */
function hiddenInput(field: string, value: string): string {
  return `<input type="hidden" name="${escapeUTF8(field)}" value="${escapeUTF8(value)}">`;
}

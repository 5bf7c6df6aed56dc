import { readConfig } from '#lib/config/config.ts';
import { answerForm } from '#lib/desk/answer-form.ts';
import { type Desk, deskLimits } from '#lib/desk/desk.ts';
import { signIn } from '#lib/desk/sign-in.ts';
import { findVisitor, formKeyOf } from '#lib/desk/visitor.ts';
import type { Scope, TokenInput } from '#lib/model/token.ts';
import { openStore } from '#lib/store/open-store.ts';
import { createToken } from '#lib/store/tokens.ts';
import { EDITOR } from './editor.ts';

export const DESK = 'https://news.example';

/** What a browser says of a form that a page of the desk sends. */
const FROM_HERE = {
  host: 'news.example',
  origin: DESK,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

export type Typed = Record<string, string> | [string, string][];

/** Headers in place of those of a browser; `null` leaves one out. */
export type Said = Record<string, string | null>;

/** A form as a browser sends it. */
export function formRequest(
  name: string,
  fields: Typed | ReadableStream,
  said: Said = {},
): Request {
  const headers = Object.entries({ ...FROM_HERE, ...said }).filter(([, value]) => value !== null);
  return new Request(`${DESK}/desk/forms/${name}`, {
    method: 'POST',
    headers: headers as [string, string][],
    body: fields instanceof ReadableStream ? fields : new URLSearchParams(fields).toString(),
    duplex: 'half',
  } as RequestInit);
}

/** A desk on an empty store, and what a browser does there, without a server. */
export async function deskVisit(database: string) {
  const store = await openStore(database);
  const config = readConfig({ LEDE_SITE_URL: DESK, LEDE_TIME_ZONE: 'Europe/Oslo' });
  const desk: Desk = { store, config, limits: deskLimits() };

  const newToken = (scopes: Scope[] = ['publish', 'alerts'], more: Partial<TokenInput> = {}) => {
    const input = { name: 'Night desk', scopes, holds: false, ...more } as TokenInput;
    return createToken(store, input, EDITOR);
  };
  const tryToken = (token: string, fields: Typed = {}, said: Said = {}) =>
    signIn(desk, formRequest('sign-in', [['token', token], ...pairs(fields)], said));

  /** Signs in and answers the secret of the session. */
  const enter = async (token: string, said: Said = {}) => {
    const { headers } = await tryToken(token, {}, said);
    return secretOf(headers.get('set-cookie') ?? '');
  };

  /** Sends a form as whoever has this session, with their key. */
  const send = (secret: string, form: string, fields: Typed = {}, said: Said = {}) => {
    const cookie = `a=b; lede-desk=${secret}; c=d`;
    const typed: [string, string][] = [['key', formKeyOf(secret)], ...pairs(fields)];
    return answerForm(desk, formRequest(form, typed, { cookie, ...said }), form);
  };

  /** What the page says to which an answer leads. */
  const replyOf = async (secret: string, { headers }: Response) => {
    const { searchParams } = new URL(headers.get('location') ?? '', DESK);
    const visitor = await findVisitor(desk, secret, searchParams.get('reply') ?? '');
    return visitor?.reply ?? null;
  };
  return { store, desk, newToken, tryToken, enter, send, replyOf };
}

export type DeskVisit = Awaited<ReturnType<typeof deskVisit>>;

export function secretOf(cookie: string): string {
  return /^lede-desk=([^;]*)/.exec(cookie)?.[1] ?? '';
}

/** The fields of the form in a page, as a browser would send them. */
export function formIn(html: string): [string, string][] {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return [...inputs].map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function pairs(fields: Typed): [string, string][] {
  return Array.isArray(fields) ? fields : Object.entries(fields);
}

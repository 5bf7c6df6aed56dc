import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readAccess } from '#lib/desk/access/read-access.ts';
import { findVisitor, type Visitor } from '#lib/desk/visitor.ts';
import type { Scope, TokenInput } from '#lib/model/token.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { findToken, findTokenById, listTokens } from '#lib/store/tokens.ts';
import { type DeskVisit, deskVisit, type Typed } from './desk-visit.ts';
import { ENGINES } from './engines.ts';

const DAY = 24 * 60 * 60_000;

describe.each(ENGINES)('who decides about access on $engine', ({ emptyDatabase }) => {
  let at: DeskVisit;

  beforeEach(async () => {
    at = await deskVisit(await emptyDatabase());
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await at.store.close();
  });

  /** Somebody who is signed in with a new token. */
  async function person(scopes: Scope[], more: Partial<TokenInput> = {}) {
    const { secret, token } = await at.newToken(scopes, { name: `For ${scopes}`, ...more });
    return { token, secret, session: await at.enter(secret) };
  }

  const visitorOf = async (session: string) => (await findVisitor(at.desk, session)) as Visitor;

  const make = async (session: string, fields: Typed) => {
    const before = await listTokens(at.store);
    const answer = await at.send(session, 'make-token', fields);
    const known = new Set(before.map(({ id }) => id));
    const made = (await listTokens(at.store)).find(({ id }) => !known.has(id));
    return { answer, made };
  };

  test('a new token is shown once, in an answer that nothing keeps', async () => {
    const { session } = await person(['publish', 'alerts']);
    const fields: Typed = [
      ['name', '  Sports\n desk '],
      ['scopes', 'publish'],
      ['scopes', 'alerts'],
      ['term', '30'],
      ['holds', 'yes'],
    ];
    const { answer, made } = await make(session, fields);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    const [secret = ''] = /lede_[0-9a-f]{12}_[0-9a-f]{64}/.exec(page) ?? [];
    expect(await findToken(at.store, secret)).toMatchObject({ name: 'Sports desk' });
    expect(made).toMatchObject({ scopes: ['publish', 'alerts'], holds: true });
    expect(Date.parse(made?.expires ?? '') - Date.now()).toBeGreaterThan(29.9 * DAY);
    expect(Date.parse(made?.expires ?? '') - Date.now()).toBeLessThanOrEqual(30 * DAY);

    const { db } = at.store;
    const kept = JSON.stringify([
      await db.selectFrom('sessions').selectAll().execute(),
      await db.selectFrom('tokens').selectAll().execute(),
      await db.selectFrom('audit_log').selectAll().execute(),
    ]);
    expect(kept).toContain('Sports desk');
    expect(kept).not.toContain(secret.slice(18));
  });

  test('markup in a name is shown as it was typed', async () => {
    const { session } = await person(['alerts']);
    const { answer } = await make(session, { name: '<img src=x>', scopes: 'alerts', term: '30' });
    const page = await answer.text();
    expect(page).toContain('&lt;img src=x&gt;');
    expect(page).not.toContain('<img');
  });

  test.each<[string, Typed, string[]]>([
    ['nothing', {}, ['name', 'scopes', 'term']],
    ['a name of blanks', { name: ' \u202e ', scopes: 'alerts', term: '30' }, ['name']],
    ['a name without end', { name: 'x'.repeat(101), scopes: 'alerts', term: '30' }, ['name']],
    ['a scope that is none', { name: 'x', scopes: 'root', term: '30' }, ['scopes']],
    ['a term that is none', { name: 'x', scopes: 'alerts', term: '9999' }, ['term']],
    ['a term of every object', { name: 'x', scopes: 'alerts', term: 'constructor' }, ['term']],
  ])('from %s no token is made, and each fault is told', async (_, fields, faults) => {
    const { session } = await person(['alerts']);
    const { answer, made } = await make(session, fields);
    expect(made).toBeUndefined();
    const reply = await at.replyOf(session, answer);
    expect(reply?.problems.map(({ field }) => field)).toEqual(faults);
  });

  test.each<[Scope[], Scope[]]>([
    [['publish'], ['alerts']],
    [['publish'], ['publish', 'alerts']],
    [['alerts'], ['publish']],
    [['publish', 'alerts'], ['metrics']],
  ])('a token for %j can’t make one for %j', async (own, wanted) => {
    const { session } = await person(own);
    const scopes = wanted.map((scope): [string, string] => ['scopes', scope]);
    const { answer, made } = await make(session, [['name', 'x'], ['term', '30'], ...scopes]);
    expect(made).toBeUndefined();
    expect((await at.replyOf(session, answer))?.problems).toEqual([
      { field: 'scopes', message: expect.stringContaining('gives on no more') },
    ]);
  });

  test('a token gives on its end and its waiting, whatever is typed', async () => {
    const expires = new Date(Date.now() + 5 * DAY).toISOString();
    const { session } = await person(['publish'], { holds: true, expires });
    const { made } = await make(session, { name: 'x', scopes: 'publish', term: 'always' });
    expect(made).toMatchObject({ holds: true, expires });
  });

  test('until it is revoked, where the maker’s own token holds so long', async () => {
    const { session } = await person(['publish']);
    const { made } = await make(session, { name: 'x', scopes: 'publish', term: 'always' });
    expect(made).toMatchObject({ expires: null, holds: false });
  });

  test('a revoked token opens nothing more, and its sessions are over', async () => {
    const [chief, other] = [await person(['publish', 'alerts']), await person(['alerts'])];
    const answer = await at.send(chief.session, 'revoke-token', { id: other.token.id });
    expect(await at.replyOf(chief.session, answer)).toMatchObject({ kind: 'done' });
    expect(await findToken(at.store, other.secret)).toBeNull();
    expect(await findVisitor(at.desk, other.session)).toBeNull();
    const again = await at.send(chief.session, 'revoke-token', { id: other.token.id });
    expect(await at.replyOf(chief.session, again)).toMatchObject({ kind: 'problem' });
  });

  test('nobody revokes a token that may do more', async () => {
    const [chief, other] = [await person(['publish', 'alerts']), await person(['alerts'])];
    const answer = await at.send(other.session, 'revoke-token', { id: chief.token.id });
    expect(answer.status).toBe(403);
    expect(await findTokenById(at.store, chief.token.id)).toMatchObject({ revoked: null });
  });

  test('to revoke one’s own token signs one out, and it is said why', async () => {
    const { session, token } = await person(['alerts']);
    const answer = await at.send(session, 'revoke-token', { id: token.id });
    expect(answer.headers.get('location')).toBe('/desk?sign-in=revoked');
    expect(await findVisitor(at.desk, session)).toBeNull();
  });

  test('the lists say what holds, whose is whose, and what may be done', async () => {
    const chief = await person(['publish', 'alerts']);
    const other = await person(['alerts']);
    const over = await person(['alerts']);
    await at.send(chief.session, 'revoke-token', { id: over.token.id });
    const seen = await readAccess(at.desk, await visitorOf(other.session));
    expect(seen.tokens.at(-1)?.id).toBe(over.token.id);
    expect(Object.fromEntries(seen.tokens.map((listed) => [listed.id, listed]))).toMatchObject({
      [other.token.id]: { isValid: true, isOwn: true, mayRevoke: true, sessions: 1 },
      [chief.token.id]: { isValid: true, isOwn: false, mayRevoke: false, sessions: 1 },
      [over.token.id]: { isValid: false, isOwn: false, mayRevoke: false, sessions: 0 },
    });
    expect(seen.sessions.map(({ name, isOwn, mayEnd }) => ({ name, isOwn, mayEnd }))).toEqual([
      { name: 'For alerts', isOwn: true, mayEnd: true },
      { name: 'For publish,alerts', isOwn: false, mayEnd: false },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/[0-9a-f]{64}/);
  });

  test('one session is ended, and only one that the token reaches', async () => {
    const [chief, other] = [await person(['publish', 'alerts']), await person(['alerts'])];
    const id = (session: string) => ({ id: session.slice(0, 12) });
    const refused = await at.send(other.session, 'end-session', id(chief.session));
    expect(await at.replyOf(other.session, refused)).toMatchObject({ kind: 'problem' });
    expect(await findVisitor(at.desk, chief.session)).not.toBeNull();

    const answer = await at.send(chief.session, 'end-session', id(other.session));
    expect(await at.replyOf(chief.session, answer)).toMatchObject({ kind: 'done' });
    expect(await findVisitor(at.desk, other.session)).toBeNull();
    const [last] = await listActs(at.store, { limit: 1 });
    expect(last).toMatchObject({ act: 'session.revoked', details: { name: 'For alerts' } });
  });

  test('to end the session that one is in is to sign out', async () => {
    const { session } = await person(['alerts']);
    const answer = await at.send(session, 'end-session', { id: session.slice(0, 12) });
    expect(answer.headers.get('location')).toBe('/desk?sign-in=out');
    expect(await findVisitor(at.desk, session)).toBeNull();
  });

  test('all other sessions end, as far as the token reaches, and one’s own goes on', async () => {
    const chief = await person(['publish', 'alerts']);
    const one = await person(['alerts']);
    const twice = await at.enter(one.secret);
    const answer = await at.send(one.session, 'end-other-sessions');
    expect((await at.replyOf(one.session, answer))?.message).toBe(
      'Sessions ended: 1. Yours goes on.',
    );
    expect(await findVisitor(at.desk, twice)).toBeNull();
    expect(await findVisitor(at.desk, one.session)).not.toBeNull();
    expect(await findVisitor(at.desk, chief.session)).not.toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { signOut } from '#lib/desk/sign-in.ts';
import { findVisitor } from '#lib/desk/visitor.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { openSessions } from '#lib/store/sessions.ts';
import { revokeToken } from '#lib/store/tokens.ts';
import { type DeskVisit, deskVisit, formRequest, secretOf } from './desk-visit.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

const HOUR = 60 * 60_000;

describe.each(ENGINES)('the way to the desk on $engine', ({ emptyDatabase }) => {
  let at: DeskVisit;
  let log: jest.SpiedFunction<typeof console.log>;

  beforeEach(async () => {
    log = jest.spyOn(console, 'log').mockImplementation(() => {});
    at = await deskVisit(await emptyDatabase());
  });

  afterEach(async () => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    await at.store.close();
  });

  const later = (milliseconds: number) =>
    jest.useFakeTimers({ now: Date.now() + milliseconds, doNotFake: timersButDate() });
  const acts = async () => (await listActs(at.store, { limit: 5000 })).map(({ act }) => act);

  test('a token that holds opens it, with a cookie that no script and no other site has', async () => {
    const { secret, token } = await at.newToken();
    const answer = await at.tryToken(` ${secret}\n`, { return: '/desk/alerts?x=1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/desk/alerts?x=1');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^lede-desk=[0-9a-f]{12}_[0-9a-f]{64}; Path=\/desk; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    );
    const visitor = await findVisitor(at.desk, secretOf(cookie));
    expect(visitor).toMatchObject({
      token: { id: token.id },
      actor: { way: 'desk', name: 'Night desk', tokenId: token.id },
    });
  });

  test('the cookie goes over TLS alone where the site has TLS', async () => {
    const { secret } = await at.newToken();
    const answer = await at.tryToken(secret, {}, { 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test.each([
    ['a forged one', async () => (await at.newToken()).secret.replace(/.{8}$/, '00000000')],
    ['nothing', async () => ''],
    ['what is no token', async () => "' OR 1=1 --"],
    [
      'one that was revoked',
      async () => {
        const { secret, token } = await at.newToken();
        await revokeToken(at.store, token.id, EDITOR);
        return secret;
      },
    ],
    [
      'one that has expired',
      async () => {
        const expires = new Date(Date.now() + HOUR).toISOString();
        const { secret } = await at.newToken(['alerts'], { expires });
        later(2 * HOUR);
        return secret;
      },
    ],
  ])('%s opens nothing, and it is said why', async (_, tokenOf) => {
    const answer = await at.tryToken(await tokenOf(), { return: '/desk/alerts' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/desk/alerts?sign-in=unknown');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await acts()).not.toContain('session.opened');
  });

  test('a token for metrics alone opens nothing, and is no guess', async () => {
    const { secret } = await at.newToken(['metrics']);
    for (let index = 0; index < 15; index += 1) {
      const answer = await at.tryToken(secret);
      expect(answer.headers.get('location')).toBe('/desk?sign-in=metrics');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  test('1,000 guesses are slowed and logged once; a token that holds gets in meanwhile', async () => {
    const { secret } = await at.newToken();
    const from = { 'x-forwarded-for': '10.0.0.1' };
    const guess = () => at.tryToken(`lede_000000000000_${'0'.repeat(64)}`, {}, from);
    const statuses = [];
    for (let index = 0; index < 1000; index += 1) statuses.push((await guess()).status);
    expect(statuses.filter((status) => status === 303).length).toBeLessThan(20);
    expect(statuses.at(-1)).toBe(429);

    const answer = await guess();
    expect(answer.headers.get('retry-after')).toMatch(/^(?:[1-9]|10)$/);
    const page = await answer.text();
    expect(page).toContain('There were too many attempts to sign in. Wait ');
    expect(page).not.toContain('lede_');

    const refused = (await listActs(at.store, { limit: 5000 })).filter(
      ({ act }) => act === 'access.refused',
    );
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      actor: { way: 'desk', name: '10.0.0.1' },
      subject: '/desk',
    });
    expect(log).toHaveBeenCalledTimes(1);
    expect((await at.tryToken(secret, {}, from)).headers.get('set-cookie')).not.toBeNull();
    const elsewhere = { 'x-forwarded-for': '10.0.0.2' };
    expect((await at.tryToken('x', {}, elsewhere)).status).toBe(303);
  }, 30_000);

  test('guesses from ever new addresses do not fill the log without bound', async () => {
    for (let address = 0; address < 300; address += 1) {
      const from = { 'x-forwarded-for': `10.1.${address % 256}.${address}` };
      for (let index = 0; index < 11; index += 1) await at.tryToken('x', {}, from);
    }
    expect((await acts()).length).toBeLessThanOrEqual(201);
  }, 60_000);

  test('nothing secret stands in the log', async () => {
    const { secret } = await at.newToken();
    const session = await at.enter(secret);
    for (let index = 0; index < 15; index += 1) await at.tryToken(`${secret}0`);
    const written = JSON.stringify([await listActs(at.store, { limit: 100 }), log.mock.calls]);
    expect(written).toContain('session.opened');
    expect(written).not.toContain(secret.slice(18));
    expect(written).not.toContain(session.slice(13));
    const rows = JSON.stringify(await at.store.db.selectFrom('sessions').selectAll().execute());
    expect(rows).not.toContain(session.slice(13));
  });

  test.each([
    'https://evil.example/desk',
    '//evil.example/desk',
    '/\\evil.example',
    '/desktop',
    '/en',
    'javascript:alert(1)',
    '/desk\r\nset-cookie: a=b',
    '',
  ])('it leads to the desk and not to %j', async (wanted) => {
    const { secret } = await at.newToken();
    for (const token of [secret, 'x']) {
      const answer = await at.tryToken(token, { return: wanted });
      const { origin, pathname } = new URL(
        answer.headers.get('location') ?? '',
        'https://a.example',
      );
      expect({ origin, pathname }).toEqual({ origin: 'https://a.example', pathname: '/desk' });
    }
  });

  test.each([
    '/desk/..//evil.example/desk',
    '/desk/%2e%2e///evil.example',
    '/desk/stories/../..//evil.example',
  ])('%s leads to no other site, though its way back comes to one', async (wanted) => {
    const { secret } = await at.newToken();
    const { headers } = await at.tryToken(secret, { return: wanted });
    const led = new URL(headers.get('location') ?? '', 'https://a.example');
    expect(led.host).toBe('a.example');
  });

  test('an address with letters of any script can be come back to', async () => {
    const { secret } = await at.newToken();
    const answer = await at.tryToken(secret, { return: '/desk/stories?q=شب' });
    expect(answer.headers.get('location')).toBe('/desk/stories?q=%D8%B4%D8%A8');
  });

  test('to sign in once more ends the session that the browser had', async () => {
    const { secret } = await at.newToken();
    const first = await at.enter(secret);
    const second = await at.enter(secret, { cookie: `lede-desk=${first}` });
    expect(await findVisitor(at.desk, first)).toBeNull();
    expect(await findVisitor(at.desk, second)).not.toBeNull();
    expect(await openSessions(at.store, new Date().toISOString())).toHaveLength(1);
  });

  test('to sign out ends the session and takes the cookie back', async () => {
    const session = await at.enter((await at.newToken()).secret);
    const cookie = `lede-desk=${session}`;
    const answer = await signOut(at.desk, formRequest('sign-out', {}, { cookie }));
    expect(answer.headers.get('set-cookie')).toMatch(/^lede-desk=; Path=\/desk; Max-Age=0; /);
    expect(answer.headers.get('location')).toBe('/desk?sign-in=out');
    expect(await findVisitor(at.desk, session)).toBeNull();
    expect(await acts()).toContain('session.closed');
  });

  test('another site can sign nobody in or out', async () => {
    const { secret } = await at.newToken();
    const session = await at.enter(secret);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await at.tryToken(secret, {}, foreign)).status).toBe(403);
    const cookie = `lede-desk=${session}`;
    const answer = await signOut(at.desk, formRequest('sign-out', {}, { cookie, ...foreign }));
    expect(answer.status).toBe(403);
    expect(await findVisitor(at.desk, session)).not.toBeNull();
  });

  test('a session ends after twelve quiet hours, goes on while somebody works, and not for ever', async () => {
    const session = await at.enter((await at.newToken()).secret);
    later(13 * HOUR);
    expect(await findVisitor(at.desk, session)).toBeNull();
    jest.useRealTimers();

    const busy = await at.enter((await at.newToken()).secret);
    const open = [];
    for (let hours = 10; hours <= 190; hours += 10) {
      jest.useRealTimers();
      later(hours * HOUR);
      open.push((await findVisitor(at.desk, busy)) !== null);
    }
    // Seven days have 168 hours.
    expect(open).toEqual([...Array(16).fill(true), false, false, false]);
  });

  test('what somebody typed is forgotten with their session', async () => {
    const { secret } = await at.newToken();
    for (const name of ['ends', 'goes on']) {
      if (name === 'goes on') later(13 * HOUR);
      const session = await at.enter(secret);
      await at.send(session, 'make-token', { name });
    }
    await at.enter(secret);
    const rows = await at.store.db.selectFrom('sessions').select('reply').execute();
    const kept = JSON.stringify(rows);
    expect(kept).toContain('goes on');
    expect(kept).not.toContain('ends');
  });

  test.each([
    ['revoked', (id: string) => revokeToken(at.store, id, EDITOR)],
    ['over', () => later(2 * HOUR)],
  ])('with a token that is %s its sessions are over', async (_, end) => {
    const expires = new Date(Date.now() + HOUR).toISOString();
    const { secret, token } = await at.newToken(['alerts'], { expires });
    const session = await at.enter(secret);
    expect(await findVisitor(at.desk, session)).not.toBeNull();
    await end(token.id);
    expect(await findVisitor(at.desk, session)).toBeNull();
    expect(await openSessions(at.store, new Date().toISOString())).toEqual([]);
  });

  test('somebody else’s secret with the same id opens nothing', async () => {
    const session = await at.enter((await at.newToken()).secret);
    const other = await at.enter((await at.newToken()).secret);
    const mixed = session.slice(0, 13) + other.slice(13);
    for (const wrong of [mixed, session.slice(0, -1), `${session}0`, session.toUpperCase(), '']) {
      expect(await findVisitor(at.desk, wrong)).toBeNull();
    }
  });
});

/** Only the clock is turned: the engines need their timers. */
function timersButDate() {
  return [
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ] as const satisfies string[];
}

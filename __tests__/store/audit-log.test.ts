import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { apiLimits } from '#lib/api/api-desk.ts';
import { refusalNotes } from '#lib/limits/refusal-notes.ts';
import { listActs, recordAct } from '#lib/store/audit-log.ts';
import { publishHeld } from '#lib/store/held.ts';
import { createToken, revokeToken } from '#lib/store/tokens.ts';
import { type ApiNewsroom, apiNewsroom, STORY } from './api-newsroom.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

const ALERT = { text: 'Ferries stop', lang: 'en' };

describe.each(ENGINES)('the audit log on $engine', ({ emptyDatabase }) => {
  let room: ApiNewsroom;
  let log: jest.SpiedFunction<typeof console.log>;

  beforeEach(async () => {
    room = await apiNewsroom(await emptyDatabase());
    log = jest.spyOn(console, 'log').mockImplementation(() => {});
  });

  afterEach(async () => {
    log.mockRestore();
    await room.store.close();
  });

  /** What was done since the token of the newsroom was made, the first act first. */
  const acts = async () => (await listActs(room.store, { limit: 10_000 })).reverse().slice(1);

  test('each act by the API is there, with who did it and why', async () => {
    const { secret, token } = await room.newToken(['publish', 'alerts']);
    const given = { token: secret };
    const { id } = (await room.post(STORY, given)).body;
    await room.patch(id, { dateline: 'PORT MAREN' }, given);
    const correction = 'An earlier headline said all islands.';
    await room.patch(id, { headline: 'Two islands', correction }, given);
    await room.withdraw(id, '?reason=Names+a%00+minor', given);
    await room.withdraw(id, '?reason=Again', given);
    const alert = (await room.raise({ ...ALERT, note: 'By phone' }, given)).body;
    await room.clear(alert.id, '?reason=Over', given);
    await room.clear(alert.id, '', given);
    await revokeToken(room.store, token.id, EDITOR);

    const by = { way: 'api', name: 'Night desk', tokenId: token.id };
    const address = '/en/articles/night-ferries-return';
    const common = { seq: expect.any(Number), at: expect.stringMatching(/^\d{4}-.*Z$/) };
    const corrected = { ...common, actor: by, act: 'story.corrected', subject: id };
    const details = { lang: 'en', text: 'Ferries stop' };
    expect(await acts()).toEqual([
      expect.objectContaining({ actor: EDITOR, act: 'token.created', subject: token.id }),
      { ...corrected, details: { address, note: null, waits: false } },
      { ...corrected, details: { address, note: correction, waits: false } },
      {
        ...common,
        actor: by,
        act: 'story.withdrawn',
        subject: id,
        details: { address, reason: 'Names a minor' },
      },
      {
        ...common,
        actor: by,
        act: 'alert.raised',
        subject: alert.id,
        details: { ...details, link: null, emergency: false, expires: null, note: 'By phone' },
      },
      {
        ...common,
        actor: by,
        act: 'alert.cleared',
        subject: alert.id,
        details: { ...details, note: 'Over' },
      },
      expect.objectContaining({
        actor: EDITOR,
        act: 'token.revoked',
        details: { name: 'Night desk' },
      }),
    ]);
    expect(log).not.toHaveBeenCalled();
  });

  test('what did not happen is not there', async () => {
    const { id } = (await room.post(STORY)).body;
    await room.patch(id, { headline: 'No note' });
    await room.patch(id, { headline: STORY.headline, correction: null });
    expect(await acts()).toEqual([]);
  });

  test('a change that waits for an editor is there once, and not again when it is published', async () => {
    const { secret } = await room.newToken(['publish'], true);
    const { id } = (await room.post(STORY)).body;
    const change = { body: '<table><tr><td>1</td><td>2</td></tr></table>', correction: null };
    const { body } = await room.patch(id, change, { token: secret });
    expect(body.reason).toEqual(expect.any(String));
    expect((await acts()).slice(1)).toMatchObject([
      { act: 'story.corrected', details: { waits: true } },
    ]);
    await publishHeld(room.store, id, { editor: 'Ifeoma', reason: 'Clear', actor: EDITOR });
    expect((await acts()).slice(2)).toMatchObject([
      { act: 'story.published', actor: EDITOR, details: { reason: 'Clear' } },
    ]);
  });

  test('an act that can’t be written down does not happen', async () => {
    const { id } = (await room.post(STORY)).body;
    await sql`ALTER TABLE audit_log RENAME TO audit_log_away`.execute(room.store.db);
    const failure = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect((await room.withdraw(id)).status).toBe(500);
    failure.mockRestore();
    expect((await room.read(id)).status).toBe(200);
    await sql`ALTER TABLE audit_log_away RENAME TO audit_log`.execute(room.store.db);
  });

  test.each([
    ['changed', sql`UPDATE audit_log SET actor = 'nobody'`],
    ['deleted', sql`DELETE FROM audit_log`],
    [
      'replaced',
      sql`INSERT INTO audit_log SELECT * FROM audit_log WHERE seq > 0
      ON CONFLICT (seq) DO UPDATE SET actor = 'nobody'`,
    ],
  ])('no entry can be %s', async (_, statement) => {
    const before = await listActs(room.store, { limit: 9 });
    expect(before).toHaveLength(1);
    await expect(statement.execute(room.store.db)).rejects.toThrow(/audit log can't be changed/);
    expect(await listActs(room.store, { limit: 9 })).toEqual(before);
  });

  test('nor can all of them at once, or one be put in the place of another', async () => {
    const { engine, db } = room.store;
    const statement =
      engine.name === 'sqlite'
        ? sql`INSERT OR REPLACE INTO audit_log
            SELECT seq, at, way, 'nobody', token_id, act, subject, details FROM audit_log`
        : sql`TRUNCATE audit_log`;
    await expect(statement.execute(db)).rejects.toThrow(/audit log can't be changed/);
    expect(await listActs(room.store, { limit: 9 })).toMatchObject([{ actor: EDITOR }]);
  });

  test('a refused token is there with its address and why, and in the server’s log', async () => {
    const revoked = await room.newToken(['alerts']);
    await revokeToken(room.store, revoked.token.id, EDITOR);
    const expires = new Date(Date.now() + 40).toISOString();
    const input = { name: 'Brief', scopes: ['alerts' as const], holds: false, expires };
    const expired = await createToken(room.store, input, EDITOR);
    expect((await room.raise(ALERT, { token: expired.secret })).status).toBe(201);
    await setTimeout(50);
    const forged = room.secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const unknown = `lede_${'0'.repeat(12)}_${'0'.repeat(64)}`;
    const headers = { 'x-forwarded-for': '198.51.100.7' };

    for (const token of [revoked.secret, expired.secret, forged, unknown, 'x']) {
      const { status, body } = await room.raise(ALERT, { token, headers });
      expect(status).toBe(401);
      // Who guesses learns nothing from the answer.
      expect(body.detail).toBe(
        'This token does not hold: it was never made, it was revoked, or its time is over.',
      );
    }
    expect((await room.raise(ALERT, { headers })).status).toBe(403);
    expect((await room.raise(ALERT, { token: null, headers })).status).toBe(401);

    const refused = (await acts()).filter(({ act }) => act === 'access.refused');
    expect(refused.every(({ subject }) => subject === 'POST /api/alerts')).toBe(true);
    expect(refused.every(({ actor: { way } }) => way === 'api')).toBe(true);
    expect(
      refused.map(({ actor: { name, tokenId }, details }) => [name, tokenId, details.why]),
    ).toEqual([
      ['198.51.100.7', revoked.token.id, 'It was revoked.'],
      ['198.51.100.7', expired.token.id, 'It has expired.'],
      ['198.51.100.7', room.token.id, 'Its secret is wrong.'],
      ['198.51.100.7', null, 'There never was such a token.'],
      ['198.51.100.7', null, 'It is no token of Lede.'],
      ['198.51.100.7', room.token.id, 'The token “Night desk” may do publish; this needs alerts.'],
    ]);
    expect(log).toHaveBeenCalledTimes(6);
    expect(log).toHaveBeenCalledWith(
      'Refused: POST /api/alerts from 198.51.100.7. It was revoked.',
    );
    const all = JSON.stringify([await acts(), log.mock.calls]);
    for (const secret of [forged, revoked.secret]) {
      expect(all).not.toContain(secret.split('_')[2] ?? '');
    }
  });

  test('1,000 guesses are slowed, and the log says so without growing with them', async () => {
    const guess = (index: number) =>
      room.raise(ALERT, {
        token: room.secret.replace(/.{4}$/, String(index).padStart(4, '0')),
        headers: { 'x-forwarded-for': '198.51.100.7' },
      });
    const statuses: number[] = [];
    for (let index = 0; index < 1000; index += 1) {
      const { status, response } = await guess(index);
      statuses.push(status);
      if (status === 429) {
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      }
    }
    const tried = statuses.filter((status) => status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(20);
    expect(tried).toBeLessThan(40);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1000 - tried);
    const refused = (await acts()).filter(({ act }) => act === 'access.refused');
    const heldUp = refused.filter(({ details }) => /must wait/.test(String(details.why)));
    expect(heldUp).toHaveLength(1);
    expect(refused).toHaveLength(tried + 1);
    expect(log).toHaveBeenCalledTimes(tried + 1);
    // Somebody else is not touched, nor is a token that holds.
    expect(
      (await room.post(STORY, { headers: { 'x-forwarded-for': '198.51.100.7' } })).status,
    ).toBe(201);
  }, 60_000);

  test('guesses from ever other addresses don’t fill it', async () => {
    room.desk.limits = { ...apiLimits(), refusals: refusalNotes({ burst: 5, perSecond: 0.001 }) };
    for (let index = 0; index < 50; index += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${index}` };
      expect((await room.raise(ALERT, { token: 'x', headers })).status).toBe(401);
    }
    expect(await acts()).toHaveLength(5);
  });

  test('an address that is made up can’t write into the server’s log', async () => {
    const headers = { 'x-forwarded-for': `a\t[2J b${'x'.repeat(100)}` };
    await room.raise(ALERT, { token: 'x', headers });
    const [line] = log.mock.calls[0] ?? [];
    expect(line).toMatch(/^Refused: POST \/api\/alerts from a\[2Jbx+\. It is no token of Lede\.$/);
    expect((await acts())[0]?.actor.name).toHaveLength(64);
  });

  test('what was done to one thing is found, however long its name is', async () => {
    const subject = randomBytes(20_000).toString('hex');
    const { db } = room.store;
    await recordAct(db, { actor: EDITOR, act: 'access.refused', subject });
    await recordAct(db, { actor: EDITOR, act: 'access.refused', subject: '/short' });
    expect(await listActs(room.store, { limit: 9, subject })).toMatchObject([{ subject }]);
  });
});

test('what was passed over is said with the next refusal that is written down', async () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
  const notes = refusalNotes({ burst: 2, perSecond: 1 });
  const take = (address: string, isHeldUp = false) => notes.take(address, { isHeldUp });
  expect([take('a'), take('b'), take('c'), take('d')]).toEqual([0, 0, null, null]);
  clock.mockReturnValue(2000);
  expect(take('e')).toBe(2);
  expect(take('a', true)).toBe(0);
  clock.mockReturnValue(10_000);
  expect([take('a', true), take('a', true), take('b', true)]).toEqual([null, null, 2]);
  clock.mockReturnValue(700_000);
  // The cache looks at the clock once in a millisecond.
  await setTimeout(5);
  expect(take('a', true)).toBe(0);
  clock.mockRestore();
});

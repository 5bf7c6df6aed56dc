import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FORMS } from '#lib/desk/all-forms.ts';
import { answerForm } from '#lib/desk/answer-form.ts';
import { FORM_WORDS } from '#lib/desk/form-words.ts';
import { LARGEST_FORM, MOST_FIELDS } from '#lib/desk/read-form.ts';
import { findVisitor, formKeyOf } from '#lib/desk/visitor.ts';
import { endSession } from '#lib/store/sessions.ts';
import { listTokens, revokeToken } from '#lib/store/tokens.ts';
import {
  type DeskVisit,
  deskVisit,
  formIn,
  formRequest,
  type Said,
  secretOf,
} from './desk-visit.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

/** A form that is right, and what shows that it was done. */
const TOKEN = { name: 'Sports desk', scopes: 'alerts', term: '30' };

/** One that comes back with a problem, and with everything that was typed. */
const FAULTY = { ...TOKEN, scopes: 'publish', name: '<b>"Q"</b>\r\n&amp; شب' };

test('every form has words for what it does', () => {
  expect(Object.keys(FORM_WORDS).sort()).toEqual(Object.keys(FORMS).sort());
});

describe.each(ENGINES)('forms of the desk on $engine', ({ emptyDatabase }) => {
  let at: DeskVisit;
  let token: string;
  let session: string;

  beforeEach(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => {});
    at = await deskVisit(await emptyDatabase());
    token = (await at.newToken(['alerts'])).secret;
    session = await at.enter(token);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await at.store.close();
  });

  const isDone = async () => (await listTokens(at.store)).some(({ name }) => name === TOKEN.name);

  test('a form of the session is done', async () => {
    expect((await at.send(session, 'make-token', TOKEN)).status).toBe(200);
    expect(await isDone()).toBe(true);
  });

  test('a problem comes back with all that was typed, and not in the address', async () => {
    const answer = await at.send(session, 'make-token', FAULTY);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('location')).toMatch(/^\/desk\/access\?reply=[0-9a-f]{8}$/);
    const reply = await at.replyOf(session, answer);
    expect(reply).toMatchObject({ kind: 'problem', form: 'make-token' });
    expect(reply?.fields).toEqual({
      name: [FAULTY.name],
      scopes: ['publish'],
      term: ['30'],
    });
    const other = await at.enter((await at.newToken()).secret);
    expect(await at.replyOf(other, answer)).toBeNull();
  });

  test.each<[string, Said]>([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from another site that hides it', { 'sec-fetch-site': null, origin: 'null' }],
    ['from another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['that only says where it comes from', { 'sec-fetch-site': 'cross-site' }],
    [
      'of an older browser on another site',
      { 'sec-fetch-site': null, origin: 'https://evil.example' },
    ],
    ['from another port', { 'sec-fetch-site': null, origin: 'https://news.example:8443' }],
    ['from nowhere', { 'sec-fetch-site': null, origin: null }],
    ['from nowhere, by a bookmark', { 'sec-fetch-site': 'none', origin: null }],
  ])('a form %s is refused, though it has the cookie and the key', async (_, said) => {
    const answer = await at.send(session, 'make-token', TOKEN, said);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('sent by another site');
    expect(await isDone()).toBe(false);
  });

  test.each<[string, Said]>([
    ['an older browser', { 'sec-fetch-site': null }],
    [
      'a browser behind a proxy that names the site',
      { 'sec-fetch-site': null, host: '127.0.0.1:3000', 'x-forwarded-host': 'News.example, inner' },
    ],
    ['a browser behind a proxy that names it otherwise', { host: '127.0.0.1:3000' }],
    ['a browser that hides the page it comes from', { origin: 'null' }],
    [
      'a browser that names the alphabet',
      { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    ],
  ])('%s gets its form done', async (_, said) => {
    await at.send(session, 'make-token', TOKEN, said);
    expect(await isDone()).toBe(true);
  });

  test.each([
    ['no key', () => ''],
    ['the key of another session', (other: string) => formKeyOf(other)],
    ['a key with one more letter', (_: string, own: string) => `${formKeyOf(own)}0`],
    ['the secret itself', (_: string, own: string) => own],
  ])('with %s a form is not done, and with a token it is', async (_, keyOf) => {
    const other = await at.enter((await at.newToken()).secret);
    const fields: [string, string][] = [['key', keyOf(other, session)], ...Object.entries(TOKEN)];
    const said = { cookie: `lede-desk=${session}` };
    const answer = await answerForm(at.desk, formRequest('make-token', fields, said), 'make-token');
    expect(answer.status).toBe(403);
    expect(await isDone()).toBe(false);
    const again = await at.tryToken(token, formIn(await answer.text()), said);
    expect(again.status).toBe(200);
    expect(await isDone()).toBe(true);
  });

  describe('when somebody is signed out while they type', () => {
    const endings: [string, () => Promise<unknown>][] = [
      [
        'their session was ended',
        () => endSession(at.store, session.slice(0, 12), 'session.revoked', EDITOR),
      ],
      [
        'their token was revoked',
        async () => {
          for (const { id } of await listTokens(at.store)) await revokeToken(at.store, id, EDITOR);
          token = (await at.newToken(['alerts'])).secret;
        },
      ],
      [
        'their browser has lost the cookie',
        async () => {
          session = '';
        },
      ],
    ];

    test.each(endings)('because %s: signing in and sending is one step', async (_, end) => {
      await end();
      const refused = await at.send(session, 'make-token', TOKEN);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('cache-control')).toBe('no-store');
      expect(await isDone()).toBe(false);

      const answer = await at.tryToken(token, formIn(await refused.text()));
      expect(await isDone()).toBe(true);
      const fresh = secretOf(answer.headers.get('set-cookie') ?? '');
      expect(await findVisitor(at.desk, fresh)).not.toBeNull();
    });

    test('everything typed survives a wrong token, and too many of them', async () => {
      session = '';
      const typed: [string, string][] = [
        ...Object.entries(FAULTY),
        ['scopes', 'metrics'],
        ['token', 'typed'],
        ['return', 'https://evil.example'],
        ['form', 'sign-out'],
      ];
      let page = await (await at.send(session, 'make-token', typed)).text();
      expect(page).not.toContain('<b>');
      for (let index = 0; index < 12; index += 1) {
        const refused = await at.tryToken('x', formIn(page));
        expect(refused.status).toBe(index < 10 ? 401 : 429);
        expect(refused.headers.get('retry-after') !== null).toBe(index >= 10);
        page = await refused.text();
      }
      const answer = await at.tryToken(token, formIn(page));
      const fresh = secretOf(answer.headers.get('set-cookie') ?? '');
      const reply = await at.replyOf(fresh, answer);
      expect(reply?.fields).toEqual({
        name: [FAULTY.name],
        scopes: ['publish', 'metrics'],
        term: ['30'],
        token: ['typed'],
        return: ['https://evil.example'],
        form: ['sign-out'],
      });
    });

    test('with a token that may not do it, it is not done', async () => {
      const refused = await at.send('', 'alert-raise', { text: 'Ferries stop' });
      const { secret } = await at.newToken(['publish']);
      const answer = await at.tryToken(secret, formIn(await refused.text()));
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('it needs alerts');
      expect(await at.store.db.selectFrom('alerts').selectAll().execute()).toEqual([]);
    });
  });

  test('what a token may not do is refused, and named', async () => {
    const { secret } = await at.newToken(['publish']);
    const answer = await at.send(await at.enter(secret), 'alert-raise', { text: 'Ferries stop' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('it needs alerts');
  });

  test.each(['nonsense', 'constructor', '__proto__', 'hasOwnProperty'])(
    'there is no form %s',
    async (name) => {
      expect((await at.send(session, name)).status).toBe(404);
    },
  );

  test.each(['multipart/form-data; boundary=x', 'text/plain', 'application/json', null])(
    'a form of the type %s is refused',
    async (type) => {
      const answer = await at.send(session, 'make-token', TOKEN, { 'content-type': type });
      expect(answer.status).toBe(415);
      expect(await isDone()).toBe(false);
    },
  );

  test('a form without a length is read piece by piece', async () => {
    const text = new URLSearchParams({ key: formKeyOf(session), ...TOKEN }).toString();
    const body = streamOf([text.slice(0, 30), text.slice(30)]);
    const said = { cookie: `lede-desk=${session}` };
    await answerForm(at.desk, formRequest('make-token', body, said), 'make-token');
    expect(await isDone()).toBe(true);
  });

  test('a form without an end is read up to the limit and refused', async () => {
    let sent = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          sent += 100_000;
          controller.enqueue(Buffer.alloc(100_000, 'a'));
        },
      },
      { highWaterMark: 0 },
    );
    const said = { cookie: `lede-desk=${session}` };
    const answer = await answerForm(at.desk, formRequest('make-token', body, said), 'make-token');
    expect(answer.status).toBe(413);
    expect(answer.headers.get('connection')).toBe('close');
    expect(sent).toBeLessThanOrEqual(LARGEST_FORM + 200_000);
  });

  test('a form with a million fields is refused before any of them is looked at', async () => {
    const fields = Array.from({ length: MOST_FIELDS + 1 }, () => ['a', ''] as [string, string]);
    for (const secret of [session, 'nobody']) {
      const answer = await at.send(secret, 'make-token', fields);
      expect(answer.status).toBe(413);
      expect(await answer.text()).toContain('too many fields');
    }
    const some = fields.slice(0, MOST_FIELDS - 1);
    expect((await at.send('nobody', 'make-token', some)).status).toBe(401);
  });

  test('a form that says it is too long is not read at all', async () => {
    const said = { 'content-length': String(LARGEST_FORM + 1) };
    expect((await at.send(session, 'make-token', TOKEN, said)).status).toBe(413);
  });

  test('characters that no database takes are dropped', async () => {
    const answer = await at.send(session, 'make-token', { ...FAULTY, name: 'a\0b', 'x\0': '\0' });
    const reply = await at.replyOf(session, answer);
    expect(reply?.fields).toMatchObject({ name: ['ab'], x: [''] });
  });

  test('what another version of Lede left to be said breaks no page', async () => {
    await at.store.db.updateTable('sessions').set({ reply: '{"id":"1"}' }).execute();
    expect(await findVisitor(at.desk, session, '1')).toMatchObject({ reply: null });
  });

  test('the desk can be read where the store can’t be written', async () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => {});
    const longAgo = new Date(Date.now() - 3_600_000).toISOString();
    await at.store.db.updateTable('sessions').set({ last_seen: longAgo }).execute();
    jest.spyOn(at.store.db, 'updateTable').mockImplementation(() => {
      throw new Error('The disk is full.');
    });
    expect(await findVisitor(at.desk, session)).not.toBeNull();
    expect(complaint).toHaveBeenCalledTimes(1);
  });
});

function streamOf(pieces: string[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(Buffer.from(piece));
      controller.close();
    },
  });
}

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import { endExpiredAlerts, raiseAlert } from '#lib/store/alerts.ts';
import { changesAfter } from '#lib/store/changes.ts';
import { type ApiNewsroom, apiNewsroom, STORY } from './api-newsroom.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

const ALERT = { text: 'Ferries stop as the storm nears', lang: 'en' };

describe.each(ENGINES)('alerts by the API on $engine', ({ emptyDatabase }) => {
  let room: ApiNewsroom;
  let token: string;

  beforeEach(async () => {
    room = await apiNewsroom(await emptyDatabase());
    token = (await room.newToken(['alerts'])).secret;
  });

  afterEach(() => room.store.close());

  const raise = (changes: object = {}) => room.raise({ ...ALERT, ...changes }, { token });

  const standing = async (query = '') =>
    (await room.alerts(query)).body.alerts.map(({ text }: { text: string }) => text);

  test('an alert is raised, stands for all to read, and is cleared', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const { status, body, response } = await raise({
      link: '/en/sections/region',
      expires: soon.replace(/\.\d+Z$/, 'Z'),
      note: 'Harbour office, 02:40',
    });
    expect(status).toBe(201);
    const { warnings, ...alert } = body;
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{10}$/),
      ...ALERT,
      link: '/en/sections/region',
      raised: expect.stringMatching(/^\d{4}-.*Z$/),
      expires: soon.replace(/\.\d+Z$/, '.000Z'),
      emergency: false,
      warnings: [],
    });
    expect(response.headers.get('location')).toBe(`/api/alerts/${alert.id}`);
    expect((await room.alerts('?lang=en')).body).toEqual({ alerts: [alert] });

    expect(await room.clear(alert.id, '?reason=It%00+turned', { token })).toMatchObject({
      status: 204,
      body: null,
    });
    expect(await standing()).toEqual([]);
    expect(await findAlert(room.store, alert.id)).toMatchObject({
      raisedBy: 'Night desk',
      note: 'Harbour office, 02:40',
      endedBy: 'Night desk',
      endedWhy: 'cleared',
      endedNote: 'It turned',
    });
    expect((await changesAfter(room.store, 0, 9)).map(({ kind }) => kind)).toEqual([
      'alert.raised',
      'alert.ended',
    ]);
  });

  test('what is cleared again, or has run out, changes nothing; what never was is not there', async () => {
    const { id } = (await raise()).body;
    for (let count = 0; count < 2; count += 1) {
      expect((await room.clear(id, '', { token })).status).toBe(204);
    }
    const expires = new Date(Date.now() + 60_000).toISOString();
    const other = (await raise({ expires })).body;
    await endExpiredAlerts(room.store, expires);
    expect((await room.clear(other.id, '', { token })).status).toBe(204);
    expect(await findAlert(room.store, other.id)).toMatchObject({ endedWhy: 'expired' });
    await raise();
    for (const none of ['none', '%20', '', '\u0000']) {
      const { status } = await room.clear(none, '', { token });
      expect(status).toBe(404);
    }
    expect(await standing()).toEqual([ALERT.text]);
  });

  test('one edition is read, or all that are switched on, newest first', async () => {
    await raise();
    await new Promise((resolve) => setTimeout(resolve, 2));
    await raise({ text: 'دیگر', lang: 'fa' });
    expect(await standing()).toEqual(['دیگر', ALERT.text]);
    expect(await standing('?lang=fa')).toEqual(['دیگر']);
    expect(await standing('?lang=km')).toEqual([]);
    room.desk.config.languages = ['en', 'km'];
    expect(await standing()).toEqual([ALERT.text]);
    expect(await standing('?lang=fa')).toEqual([]);
    const refused = await raise({ lang: 'fa' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: '/lang' }] } });
  });

  test('what has not changed is not sent again', async () => {
    await raise();
    const { response } = await room.alerts();
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await room.alerts('', { headers })).toMatchObject({ status: 304, body: null });
    await raise({ text: 'Another' });
    expect((await room.alerts('', { headers })).status).toBe(200);
  });

  test('one that waits to go out is not told', async () => {
    await raiseAlert(room.store, alertInputSchema.parse(ALERT), EDITOR, { waits: 60_000 });
    expect(await standing()).toEqual([]);
  });

  test.each([
    ['?lang=xx', 'lang', 'It must be one of en, fa, km.'],
    ['?language=en', 'language', 'It is not known here. There is lang.'],
  ])('the query %s is refused by name', async (query, parameter, detail) => {
    const { status, body } = await room.alerts(query);
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ parameter, detail }],
    });
  });

  test('a reason that is mistyped does not go unnoticed', async () => {
    const { id } = (await raise()).body;
    const { status, body } = await room.clear(id, '?resaon=x', { token });
    expect({ status, parameter: body.errors[0].parameter }).toEqual({
      status: 400,
      parameter: 'resaon',
    });
    expect((await room.clear(id, `?reason=${'x'.repeat(501)}`, { token })).status).toBe(400);
    expect(await standing()).toEqual([ALERT.text]);
  });

  test.each([
    ['no text', { text: undefined }, '/text'],
    ['a text of spaces', { text: ' \n ' }, '/text'],
    ['a text that nobody sees', { text: '\u200b\u202e\u0000' }, '/text'],
    ['a text that is none', { text: { html: '<p>x</p>' } }, '/text'],
    ['10,000 characters', { text: 'x'.repeat(10_000) }, '/text'],
    ['a language that is none', { lang: 'xx' }, '/lang'],
    ['a link that runs code', { link: 'javascript:alert(1)' }, '/link'],
    ['another site’s link', { link: 'https://evil.example/' }, '/link'],
    ['another site’s link without its scheme', { link: '//evil.example/' }, '/link'],
    ['another site’s link with a backslash', { link: '/\\evil.example/' }, '/link'],
    ['a link with a line break', { link: '/\n/evil.example/' }, '/link'],
    ['a link with a zero', { link: '/en\u0000' }, '/link'],
    ['a link that is turned round', { link: '/en/\u202egpj' }, '/link'],
    ['a link of 2,001 characters', { link: `/${'x'.repeat(2000)}` }, '/link'],
    ['an end that is past', { expires: '2020-01-01T00:00:00Z' }, '/expires'],
    ['an end in 31 days', { expires: new Date(Date.now() + 31 * 864e5).toISOString() }, '/expires'],
    ['an end that is a duration', { expires: '2h' }, '/expires'],
    ['an emergency in words', { emergency: 'yes' }, '/emergency'],
    ['a field that is none', { url: '/en' }, '/url'],
    ['a note of 501 characters', { note: 'x'.repeat(501) }, '/note'],
  ])('an alert with %s is refused', async (_, changes, field) => {
    const { status, body } = await raise(changes);
    expect({ status, fields: body.errors.map((error: { field: string }) => error.field) }).toEqual({
      status: 422,
      fields: [field],
    });
    expect(body.type).toMatch(/invalid-alert$/);
    expect(body.detail).toMatch(/^[A-Z].*\.$/);
    expect(await standing()).toEqual([]);
  });

  test.each([[[]], ['Ferries stop'], [null], [7]])('%j is no alert', async (content) => {
    const { status, body } = await room.raise(JSON.stringify(content), { token });
    expect({ status, detail: body.detail }).toEqual({
      status: 422,
      detail: 'Send an object with at least “text” and “lang”.',
    });
  });

  test('all that is wrong is told at once', async () => {
    const wrong = { text: '', lang: 'xx', link: 'x', emergency: true, colour: 'red' };
    const { body } = await room.raise(wrong, { token });
    const fields = body.errors.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['/colour', '/confirm', '/lang', '/link', '/text']);
  });

  test('markup stays text; what turns its direction round, and zeros, are taken out', async () => {
    const text = '<img src=x onerror=alert(1)> &amp; \u202eabc\u202c\u0000 \ufeffd\n\te \ud800';
    const { body } = await raise({ text });
    expect(body.text).toBe('<img src=x onerror=alert(1)> &amp; abc d e \ufffd');
    expect(await standing()).toEqual([body.text]);
    // The marks and joiners of Persian stay.
    const persian = 'نمی\u200cخواهم\u200f!';
    expect((await raise({ text: persian, lang: 'fa' })).body.text).toBe(persian);
  });

  test('an emergency must be said twice', async () => {
    const once = await raise({ emergency: true });
    expect(once).toMatchObject({ status: 422, body: { errors: [{ field: '/confirm' }] } });
    for (const confirm of ['emergency', true, '', null]) {
      const wrong = await raise({ emergency: true, confirm });
      expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: '/confirm' }] } });
    }
    expect(await standing()).toEqual([]);
    const twice = await raise({ emergency: true, confirm: 'EMERGENCY' });
    expect(twice).toMatchObject({ status: 201, body: { emergency: true } });
    expect(twice.body).not.toHaveProperty('confirm');
  });

  test('a link to a story that readers don’t have is taken, with a warning', async () => {
    const link = '/en/articles/night-ferries-return';
    expect((await raise({ link })).body.warnings).toEqual([
      `No published story stands at ${link} yet.`,
    ]);
    const { id } = (await room.post(STORY)).body;
    expect((await raise({ link })).body.warnings).toEqual([]);
    await room.withdraw(id);
    expect((await raise({ link })).body.warnings).toEqual([`The story at ${link} was withdrawn.`]);
    expect(await standing()).toHaveLength(3);
  });

  test('a burst of 30 goes through; who goes on and on must wait, and others not', async () => {
    const answers = [];
    for (let index = 0; index < 60; index += 1) answers.push(await raise({ text: `No. ${index}` }));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(201));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await standing()).toHaveLength(statuses.filter((status) => status === 201).length);
    const other = await room.newToken(['alerts']);
    expect((await room.raise(ALERT, { token: other.secret })).status).toBe(201);
  });

  test('a token for stories raises and clears none', async () => {
    const { id } = (await raise()).body;
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    for (const { status } of [await room.raise(ALERT), await room.clear(id)]) {
      expect(status).toBe(403);
    }
    for (const none of [null, 'x']) {
      expect((await room.raise(ALERT, { token: none })).status).toBe(401);
      expect((await room.clear(id, '', { token: none })).status).toBe(401);
    }
    log.mockRestore();
    expect(await standing()).toEqual([ALERT.text]);
  });
});

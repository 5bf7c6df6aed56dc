import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { runProgram } from '#lib/cli/program.ts';
import { alertInputSchema } from '#lib/model/alert.ts';
import { standingAlerts } from '#lib/store/alert-lists.ts';
import { raiseAlert, undoAlert } from '#lib/store/alerts.ts';
import { recordAct } from '#lib/store/audit-log.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { temporaryFolder } from './engines.ts';

let database: string;

beforeEach(() => {
  database = `file:${path.join(temporaryFolder(), 'lede.db')}`;
});

/** Runs a command line. With an answer there is somebody to be asked, who gives it. */
async function lede(words: string[], answer?: string) {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answer ?? '';
  };
  const status = await runProgram(words, {
    env: { LEDE_DATABASE: database, LEDE_LANGS: 'en,fa', USER: 'ifeoma' },
    print: (line) => out.push(line),
    tell: (line) => err.push(line),
    ask: answer === undefined ? null : ask,
    standBack: () => {},
    live: null,
  });
  return { status, out: out.join('\n'), err: err.join('\n'), asked };
}

const raise = (...words: string[]) => ['alert', 'raise', 'Ferries stop', '--lang', 'en', ...words];

async function inStore<Result>(task: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(database);
  return task(store).finally(() => store.close());
}

const standing = () =>
  inStore(async (store) =>
    (await standingAlerts(store, new Date().toISOString())).map(({ text }) => text),
  );

test('an alert is raised, listed with who and why, and cleared with a reason', async () => {
  const raised = await lede(raise('--expires', '2h', '--note', 'By phone', '--json'));
  expect(raised).toMatchObject({ status: 0, err: '' });
  const alert = JSON.parse(raised.out);
  expect(alert).toEqual({
    id: expect.any(String),
    lang: 'en',
    text: 'Ferries stop',
    link: null,
    raised: expect.any(String),
    expires: expect.any(String),
    emergency: false,
  });
  const since = `${alert.id} [en] “Ferries stop”, since ${alert.raised}, until ${alert.expires}`;
  expect((await lede(['alert', 'list'])).out).toBe(`${since}, raised by ifeoma (By phone)`);
  expect(await lede(['alert', 'clear', alert.id, '--reason', 'It turned'])).toMatchObject({
    status: 0,
    out: `Cleared ${since}`,
  });
  expect((await lede(['alert', 'list'])).out).toBe('No alert stands.');
  expect((await lede(['alert', 'list', '--all'])).out).toMatch(
    /“Ferries stop”, raised \S+ by ifeoma \(By phone\), cleared \S+ by ifeoma \(It turned\)$/,
  );
});

test('what waits to go out is listed, and so is what has ended, with how', async () => {
  expect((await lede(['alert', 'list', '--all'])).out).toBe('No alert was ever raised.');
  await inStore(async (store) => {
    const input = alertInputSchema.parse({ text: 'Trams stop', lang: 'en' });
    await raiseAlert(store, input, EDITOR, { waits: 60_000 });
    const { id } = await raiseAlert(store, { ...input, text: 'A slip' }, EDITOR, { waits: 60_000 });
    await undoAlert(store, id, EDITOR);
  });
  const { out } = await lede(['alert', 'list']);
  expect(out).toMatch(/^\w+ \[en\] “Trams stop”, WAITS, goes out \S+ by Ifeoma$/);
  const all = (await lede(['alert', 'list', '--all'])).out.split('\n');
  expect(all).toEqual([
    out,
    expect.stringMatching(/“A slip” by Ifeoma, undone \S+ by Ifeoma, before it went out$/),
  ]);
  expect((await lede(['alert', 'clear'])).out).toContain('Cleared ');
  expect((await lede(['alert', 'clear'])).out).toBe('No alert stood; nothing to clear.');
});

test('an id that is none, or empty, clears nothing', async () => {
  await lede(raise());
  for (const id of ['none', '']) {
    expect(await lede(['alert', 'clear', id])).toMatchObject({
      status: 1,
      err: `No alert “${id}” stands. “lede alert list” shows those that do.`,
    });
  }
  expect(await standing()).toEqual(['Ferries stop']);
});

describe('an emergency', () => {
  const emergency = raise('--emergency', '--link', '/en/sections/world');

  test('is shown and asked for once more where somebody can be asked', async () => {
    const { status, out, err, asked } = await lede(emergency, 'EMERGENCY');
    expect({ status, asked }).toEqual({ status: 0, asked: ['Type EMERGENCY to raise it: '] });
    expect(err).toContain('[en] “Ferries stop” → /en/sections/world');
    expect(out).toMatch(/^Raised \w+ \[en\] EMERGENCY “Ferries stop”/);
    expect(await standing()).toEqual(['Ferries stop']);
  });

  test.each(['', 'yes', 'emergency'])('is not raised for the answer “%s”', async (answer) => {
    expect(await lede(emergency, answer)).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('It was not raised, since the answer was not EMERGENCY.'),
    });
    expect(await standing()).toEqual([]);
  });

  test('needs a word where nobody can be asked', async () => {
    const { status, out, err } = await lede(emergency);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^An emergency passes over .* Add “--confirm EMERGENCY” if it is\./);
    expect(await standing()).toEqual([]);
    expect(await lede([...emergency, '--confirm', 'yes'])).toMatchObject({ status: 2, out: '' });
    expect(await standing()).toEqual([]);
    expect(await lede([...emergency, '--confirm', 'EMERGENCY'])).toMatchObject({ status: 0 });
    expect(await standing()).toEqual(['Ferries stop']);
  });

  test('that says so at once is not asked for again', async () => {
    const { status, asked } = await lede([...emergency, '--confirm', 'EMERGENCY'], '');
    expect({ status, asked }).toEqual({ status: 0, asked: [] });
  });
});

test('an alert that is none is not asked for', async () => {
  expect(await lede(raise(), 'no')).toMatchObject({ status: 0, asked: [] });
});

test('a link to a story that is not there is taken, with a note', async () => {
  expect(await lede(raise('--link', '/en/articles/x'))).toMatchObject({
    status: 0,
    err: 'Note: No published story stands at /en/articles/x yet.',
  });
});

test.each([
  ['an edition that is switched off', ['--lang', 'km'], 1, 'The edition km is switched off'],
  ['another site’s link', ['--link', '//evil.example'], 1, 'link must be a path of this site'],
  ['a note that is too long', ['--note', 'x'.repeat(501)], 1, '--note must be 500 characters'],
  ['an end that is none', ['--expires', 'soon'], 2, 'Say how long, up to 30 days'],
  ['an end too far ahead', ['--expires', '31d'], 2, 'Say how long, up to 30 days'],
])('%s is refused', async (_, words, status, sentence) => {
  const refused = await lede(raise(...words));
  expect(refused).toMatchObject({ status, out: '', err: expect.stringContaining(sentence) });
  expect(await standing()).toEqual([]);
});

test('the log tells in words who did what, newest first', async () => {
  expect((await lede(['log'])).out).toBe('Nothing was done yet.');
  await lede(raise('--note', 'By phone'));
  await lede(['token', 'create', '--name', 'Wire', '--scope', 'alerts', '--expires', '90d']);
  await inStore((store) =>
    recordAct(store.db, {
      actor: { way: 'api', name: 'Night\u001b[2J\ndesk', tokenId: 'a1b2' },
      act: 'story.withdrawn',
      subject: 'x',
      details: { address: '/en/articles/x', reason: 'Names\na minor' },
    }),
  );
  const { status, out } = await lede(['log']);
  expect(status).toBe(0);
  const when = String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: `;
  const lines = out.split('\n');
  expect(lines).toHaveLength(3);
  for (const [index, words] of [
    String.raw`Night\[2J desk, by program, withdrew the story /en/articles/x\. Why: Names a minor\. \(token a1b2\)$`,
    String.raw`ifeoma, at the command line, made the token “Wire” for alerts, until .+ UTC\.$`,
    String.raw`ifeoma, at the command line, raised an alert: “Ferries stop” in English\. Why: By phone\.$`,
  ].entries()) {
    expect(lines[index]).toMatch(new RegExp(when + words));
  }
  expect((await lede(['log', '--limit', '1'])).out).toBe(lines[0]);
  expect(JSON.parse((await lede(['log', '--json'])).out)).toMatchObject([
    { act: 'story.withdrawn', subject: 'x' },
    { act: 'token.created', actor: { way: 'command', name: 'ifeoma', tokenId: null } },
    { act: 'alert.raised', details: { text: 'Ferries stop', note: 'By phone' } },
  ]);
  expect((await lede(['log', '--limit', '0'])).status).toBe(2);
});

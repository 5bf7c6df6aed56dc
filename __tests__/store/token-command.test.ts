import path from 'node:path';
import { expect, test } from '@jest/globals';
import { runProgram } from '#lib/cli/program.ts';
import { openStore } from '#lib/store/open-store.ts';
import { findToken } from '#lib/store/tokens.ts';
import { temporaryFolder } from './engines.ts';

const database = `file:${path.join(temporaryFolder(), 'lede.db')}`;

async function lede(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runProgram(['token', ...words], {
    env: { LEDE_DATABASE: database },
    print: (line) => out.push(line),
    tell: (line) => err.push(line),
    standBack: () => {},
    ask: null,
    live: null,
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const tokenOf = async (secret: string) => {
  const store = await openStore(database);
  return findToken(store, secret).finally(() => store.close());
};

test('a token is made, shown once, listed without its secret, and revoked', async () => {
  expect((await lede('list')).out).toBe('There is no token.');
  const made = await lede('create', '--name', 'Night desk', '--scope', 'publish,alerts', '--hold');
  expect(made).toMatchObject({ status: 0, out: expect.stringMatching(/^lede_\w+$/) });
  expect(made.err).toContain('it is not shown again');
  const token = await tokenOf(made.out);
  expect(token).toMatchObject({ scopes: ['publish', 'alerts'], holds: true });

  const { out } = await lede('list');
  expect(out).toContain(`${token?.id} “Night desk” for publish, alerts, holds what needs a look`);
  expect(out).toContain('never used');
  expect(out).not.toContain(made.out);

  expect((await lede('revoke', token?.id ?? '')).out).toContain('Revoked ');
  expect(await tokenOf(made.out)).toBeNull();
  expect((await lede('list')).out).toContain('REVOKED');
  expect(await lede('revoke', token?.id ?? '')).toMatchObject({
    status: 1,
    err: expect.stringContaining('No token'),
  });
});

test('a token can end by itself, and the list says when', async () => {
  const made = await lede('create', '--name', 'Brief', '--scope', 'alerts', '--expires', '90d');
  const token = await tokenOf(made.out);
  const days = (Date.parse(token?.expires ?? '') - Date.now()) / 864e5;
  expect(days).toBeCloseTo(90, 2);
  expect(made.err).toContain(`until ${token?.expires}`);
  expect((await lede('list')).out).toContain(`never used, until ${token?.expires}`);
  const store = await openStore(database);
  const past = '2026-01-01T00:00:00.000Z';
  await store.db.updateTable('tokens').set({ expires: past }).where('name', '=', 'Brief').execute();
  await store.close();
  expect(await tokenOf(made.out)).toBeNull();
  expect((await lede('list')).out).toContain(`EXPIRED ${past}`);
});

test('as JSON, a program can read it', async () => {
  const { out } = await lede('create', '--name', 'Wire', '--scope', 'publish', '--json');
  const made = JSON.parse(out);
  expect(made).toMatchObject({ name: 'Wire', scopes: ['publish'], holds: false });
  expect(await tokenOf(made.token)).toMatchObject({ id: made.id });
  const listed = JSON.parse((await lede('list', '--json')).out);
  expect(listed.at(-1)).toMatchObject({ id: made.id, revoked: null });
  expect(JSON.parse((await lede('revoke', made.id, '--json')).out).revoked).toMatch(/^\d{4}-/);
});

test.each([
  ['no name', ['create', '--scope', 'publish'], '--name'],
  ['no scope', ['create', '--name', 'A'], '--scope'],
  [
    'a scope that is none',
    ['create', '--name', 'A', '--scope', 'admin'],
    'publish, alerts, metrics.',
  ],
  [
    'an end that is none',
    ['create', '--name', 'A', '--scope', 'alerts', '--expires', 'soon'],
    'Say how long, up to 3650 days',
  ],
  ['nothing to revoke', ['revoke'], 'Missing required argument'],
])('used wrongly: %s', async (_, words, sentence) => {
  const { status, out, err } = await lede(...words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
});

test('a name must say something', async () => {
  const { status, err } = await lede('create', '--name', ' ', '--scope', 'publish');
  expect({ status, err }).toEqual({
    status: 1,
    err: 'A token needs a name of 1 to 100 characters.',
  });
});

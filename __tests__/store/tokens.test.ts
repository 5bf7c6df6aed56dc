import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { tokenInputSchema } from '#lib/model/token.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import {
  createToken,
  explainRefusal,
  findToken,
  listTokens,
  noteTokenUse,
  revokeToken,
} from '#lib/store/tokens.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('tokens on $engine', ({ emptyDatabase }) => {
  let store: Store;
  let database: string;

  beforeEach(async () => {
    database = await emptyDatabase();
    store = await openStore(database);
  });

  afterEach(async () => {
    jest.useRealTimers();
    await store.close();
  });

  const make = () =>
    createToken(store, { name: 'Night desk', scopes: ['publish', 'alerts'], holds: true }, EDITOR);

  test('a token is found by its secret and nothing else', async () => {
    const { token, secret } = await make();
    expect(secret).toMatch(/^lede_[0-9a-f]{12}_[0-9a-f]{64}$/);
    expect(await findToken(store, secret)).toEqual(token);
    expect(token).toMatchObject({ scopes: ['publish', 'alerts'], holds: true, lastUsed: null });

    const wrong = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0');
    for (const other of [wrong, secret.toUpperCase(), `${secret} `, token.id, '', 'lede_']) {
      expect(await findToken(store, other)).toBeNull();
    }
  });

  test('two tokens have nothing in common', async () => {
    const [one, other] = [await make(), await make()];
    expect(one.token.id).not.toBe(other.token.id);
    const swapped = one.secret.replace(one.token.id, other.token.id);
    expect(await findToken(store, swapped)).toBeNull();
  });

  test('the secret is nowhere in the store', async () => {
    const { token, secret } = await make();
    const rows = JSON.stringify(await store.db.selectFrom('tokens').selectAll().execute());
    const bare = secret.split('_')[2] ?? '';
    expect(rows).toContain(token.id);
    expect(rows).not.toContain(bare);
    expect(JSON.stringify(await listTokens(store))).not.toMatch(/hash|[0-9a-f]{64}/);
    if (!database.startsWith('file:')) return;
    const folder = path.dirname(database.slice('file:'.length));
    const bytes = readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), 'latin1'),
    );
    expect(bytes.join('')).toContain(token.id);
    expect(bytes.join('')).not.toContain(bare);
  });

  test('a revoked token is refused at once, by another process too', async () => {
    const { token, secret } = await make();
    const other = await openStore(database);
    expect(await findToken(other, secret)).not.toBeNull();
    expect(await revokeToken(store, token.id, EDITOR)).toMatchObject({ id: token.id });
    expect(await findToken(other, secret)).toBeNull();
    await other.close();
    expect(await revokeToken(store, token.id, EDITOR)).toBeNull();
    expect((await listTokens(store))[0]?.revoked).toMatch(/^\d{4}-/);
  });

  test('a token that expires is refused from its instant on, and not before', async () => {
    const expires = new Date(Date.now() + 60_000).toISOString();
    const input = { name: 'Brief', scopes: ['publish' as const], holds: false, expires };
    const { token, secret } = await createToken(store, input, EDITOR);
    expect(token.expires).toBe(expires);
    jest.useFakeTimers({ now: Date.parse(expires) - 1, doNotFake: ['nextTick', 'setImmediate'] });
    expect(await findToken(store, secret)).toMatchObject({ id: token.id, expires });
    jest.setSystemTime(Date.parse(expires));
    expect(await findToken(store, secret)).toBeNull();
    expect(await explainRefusal(store, secret)).toEqual({
      tokenId: token.id,
      why: 'It has expired.',
    });
    expect(await listTokens(store)).toMatchObject([{ expires, revoked: null }]);
  });

  test.each([
    ['is past', '2020-01-01T00:00:00Z'],
    ['is none', 'in a week'],
  ])('a token whose end %s is not made', (_, expires) => {
    const input = { name: 'Brief', scopes: ['publish'], expires };
    expect(tokenInputSchema.safeParse(input).success).toBe(false);
  });

  test('its last use is noted, and not with each call', async () => {
    const { secret } = await make();
    const use = async () => {
      const token = await findToken(store, secret);
      if (token) await noteTokenUse(store, token);
      return (await listTokens(store))[0]?.lastUsed;
    };
    const now = Date.now();
    const at = (minutes: number) => jest.spyOn(Date, 'now').mockReturnValue(now + minutes * 60_000);
    at(0);
    const first = await use();
    expect(first).toBe(new Date(now).toISOString());
    at(9);
    expect(await use()).toBe(first);
    at(11);
    expect(await use()).toBe(new Date(now + 11 * 60_000).toISOString());
    jest.restoreAllMocks();
  });
});

import { expect, jest, test } from '@jest/globals';
import { watchReadiness } from '#lib/health/readiness.ts';
import { alertInputSchema } from '#lib/model/alert.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { openStore } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { frozenLine } from './frozen-line.ts';
import { openStream, startLive, until } from './live-server.ts';

jest.setTimeout(60_000);

test('a line that goes dead without a word is noticed; streams stay, and nothing is missed', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  const told = jest.spyOn(console, 'log').mockImplementation(() => {});
  const database = await ENGINES[1].newDatabase();
  const other = await openStore(database);
  const line = await frozenLine(database);
  const store = await openStore(line.database);
  const server = await startLive(store);
  const readiness = watchReadiness(store);
  const raise = (text: string) =>
    raiseAlert(other, alertInputSchema.parse({ text, lang: 'en' }), EDITOR);
  try {
    await raise('Before');
    const reader = await openStream(server.port);
    await until(() => reader.lastId === 1);
    expect(await readiness.look()).toBeNull();

    line.freeze();
    await raise('Meanwhile');
    // The follower comes first, so that it has the line that was open before.
    await until(() => said.mock.calls.length > 0);
    const frozen = performance.now();
    expect(await readiness.look()).toContain('has not answered for 1000 ms');
    expect(performance.now() - frozen).toBeLessThan(1500);
    const late = await openStream(server.port);
    await until(() => late.lastId === 1);
    expect(late.events).toMatchObject([{ data: { text: 'Before' } }]);
    await new Promise((resolve) => setTimeout(resolve, 8000));

    line.mend();
    const mended = performance.now();
    await until(() => reader.events.length === 2);
    // A try may have begun just before, and is given up after five seconds.
    expect(performance.now() - mended).toBeLessThan(8000);
    expect(late.events).toMatchObject([
      { data: { text: 'Before' } },
      { data: { text: 'Meanwhile' } },
    ]);
    await until(async () => (await readiness.look()) === null);
    expect(said.mock.calls).toHaveLength(1);
    expect(said.mock.calls[0]?.[0]).toContain('The change log can’t be read');
    await until(() => told.mock.calls.length === 1);
    expect(told.mock.calls[0]?.[0]).toContain('The change log can be read again');

    await raise('Afterwards');
    const notified = performance.now();
    await until(() => reader.events.length === 3);
    expect(performance.now() - notified).toBeLessThan(3000);
  } finally {
    await server.stop();
    line.stop();
    jest.restoreAllMocks();
    await Promise.all([store.close(), other.close()]);
  }
});

import path from 'node:path';
import { type Config, readConfig } from '#lib/config/config.ts';
import { connectStore, openStore, type Store } from '#lib/store/open-store.ts';
import type { Terminal } from './terminal.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

type Task<Result> = (store: Store, config: Config) => Promise<Result>;

/** Runs a task on the store that the environment names, and closes it whatever happens. Throws
 *  ConfigError and StoreError. */
export function withStore<Result>(terminal: Terminal, task: Task<Result>): Promise<Result> {
  return runWith(openStore, terminal, task);
}

/** The same, with the tables as they are: perhaps there are none yet. */
export function withStoreAsItIs<Result>(terminal: Terminal, task: Task<Result>): Promise<Result> {
  return runWith(connectStore, terminal, task);
}

async function runWith<Result>(
  open: (database: string) => Promise<Store>,
  terminal: Terminal,
  task: Task<Result>,
): Promise<Result> {
  const config = readConfig(atHome(terminal.env));
  const store = await open(config.database);
  try {
    return await task(store, config);
  } finally {
    await store.close();
  }
}

/** Where nothing else is said, the data lie in Lede's own folder, as for `npm start`, and not
 *  wherever the command was typed. */
function atHome(env: Terminal['env']): Terminal['env'] {
  const home = { ...env };
  if (!env.LEDE_DATABASE && !env.LEDE_DATABASE_FILE) {
    home.LEDE_DATABASE = `file:${path.join(ROOT, 'data', 'lede.db')}`;
  }
  if (!env.LEDE_MEDIA && !env.LEDE_MEDIA_FILE) home.LEDE_MEDIA = path.join(ROOT, 'data', 'media');
  return home;
}

import { readConfig } from '#lib/config/config.ts';
import { openStore, type Store } from './open-store.ts';

const key = Symbol.for('lede.store');
const shared = globalThis as { [key]?: Promise<Store> };

/** The one store of this process, opened at the first call. Next loads modules more than once, so
 *  it hangs on the global object. */
export function sharedStore(): Promise<Store> {
  shared[key] ??= openStore(readConfig(process.env).database);
  return shared[key];
}

import type { PostgresServer } from './server.ts';

const key = Symbol.for('lede.test-postgres');
const shared = globalThis as { [key]?: { server?: PostgresServer } };
shared[key] ??= {};

/** The PostgreSQL that this run of the tests has started. Jest loads its set-up and its tear-down
 *  each for itself, so it hangs on the global object. */
export const running = shared[key];

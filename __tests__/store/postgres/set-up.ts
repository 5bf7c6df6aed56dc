import { running } from './running.ts';
import { startPostgres } from './server.ts';

/** Jest calls it before the first test of the store, and only if there is one to run. */
export default async function setUp(): Promise<void> {
  if (process.env.LEDE_TEST_POSTGRES) return;
  running.server = await startPostgres();
  process.env.LEDE_TEST_POSTGRES = running.server.url;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfChanged } from '../../bin/steps/build.ts';
import { startPostgres } from '../store/postgres/server.ts';
import { EDITIONS } from './editions.ts';
import { POSTGRES } from './newsroom/engines.ts';
import { lede } from './newsroom/lede.ts';
import { TEMPLATE, templateBackup, templatePlace } from './newsroom/template.ts';

/** Before all tests: builds the pages, and makes one store with the sample edition and the tests'
 *  own hard cases, of which each worker takes a copy; on PostgreSQL by way of a backup. */
export default async function setUp(): Promise<() => Promise<void>> {
  await buildIfChanged();
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-template-'));
  process.env[TEMPLATE] = folder;
  const place = templatePlace();
  await lede(place, 'import', 'sample', '__tests__/e2e/stories');
  for (const lang of EDITIONS) {
    await lede(place, 'withdraw', `/${lang}/articles/withdrawn`, '--reason', 'A test of 410.');
  }
  await lede(place, 'backup', templateBackup());
  const postgres = process.env[POSTGRES] ? null : await startPostgres();
  if (postgres) process.env[POSTGRES] = postgres.url;
  return async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true });
  };
}

import { randomBytes } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { lede } from './lede.ts';
import { templateBackup, templatePlace } from './template.ts';

/** What a newsroom keeps its stories in. */
export type Engine = 'sqlite' | 'postgres';

/** The variable that tells the workers where the tests' own PostgreSQL is. */
export const POSTGRES = 'LEDE_TEST_POSTGRES';

/** A database with all that is in the template, as a value of LEDE_DATABASE. One on PostgreSQL
 *  lasts as long as the server of the tests; a file stands in `folder`. */
export async function newDatabase(engine: Engine, folder: string): Promise<string> {
  const template = templatePlace();
  if (engine === 'sqlite') {
    const file = path.join(folder, 'lede.db');
    await copyFile(template.LEDE_DATABASE.replace('file:', ''), file);
    return `file:${file}`;
  }
  const url = new URL(process.env[POSTGRES] ?? '');
  const name = `lede_e2e_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client
    .query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`)
    .finally(() => client.end());
  url.pathname = `/${name}`;
  const place = { ...template, LEDE_DATABASE: url.href };
  await lede(place, 'restore', templateBackup());
  return url.href;
}

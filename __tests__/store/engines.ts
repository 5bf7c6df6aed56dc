import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { Client } from 'pg';

/** Both engines, for `describe.each`: what the store promises, it promises on each. */
export const ENGINES = [
  { engine: 'SQLite', newDatabase: newFile, emptyDatabase: newFile },
  { engine: 'PostgreSQL', newDatabase: newPostgres, emptyDatabase: emptyPostgres },
] as const;

const undo: (() => Promise<unknown> | unknown)[] = [];

afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A value of LEDE_DATABASE: nothing is there yet, and after the tests of the file nothing is left. */
async function newFile(): Promise<string> {
  return `file:${path.join(temporaryFolder(), 'lede.db')}`;
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lede-store-'));
  undo.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function newPostgres(): Promise<string> {
  const name = `lede_test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  undo.push(() => asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(server());
  url.pathname = `/${name}`;
  return url.href;
}

let ours: string | undefined;

/** The same database all through a file of tests, emptied: to make one takes PostgreSQL a second. */
async function emptyPostgres(): Promise<string> {
  if (!ours) {
    ours = await newPostgres();
    return ours;
  }
  // Without the trigger that keeps the audit log as it is.
  await runAt(
    ours,
    `SET session_replication_role = replica;
    DO $$ BEGIN EXECUTE (
      SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
      FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%'
    ); END $$`,
  );
  return ours;
}

/** Runs a statement beside all stores, as the one who looks after PostgreSQL. */
function asAdministrator(statement: string): Promise<void> {
  return runAt(server(), statement);
}

async function runAt(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function server(): string {
  const url = process.env.LEDE_TEST_POSTGRES;
  if (!url) throw new Error('No PostgreSQL was started for the tests: postgres/set-up.ts.');
  return url;
}

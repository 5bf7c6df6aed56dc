import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newDatabase } from './engines.ts';
import { lede, type Place } from './lede.ts';
import { type Line, layLine } from './line.ts';
import { type Server, startServer } from './server.ts';
import { templatePlace } from './template.ts';

/** What an instance may write to its error output while its database is away. */
const DATABASE_IS_AWAY = /change log|database|ECONNRE|Connection terminated|timeout|^\s|^[[{}\]]/i;

export type Instance = Server & {
  /** Its own line to the database. */
  line: Line;
};

export type Cluster = {
  /** Starts another instance. */
  start(): Promise<Instance>;
  /** Runs bin/lede on the database, over no line that could be cut. */
  lede: (...parameters: string[]) => Promise<string>;
  close(): Promise<void>;
};

/** Several instances on one PostgreSQL, each with a line of its own to it. */
export async function openCluster(): Promise<Cluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-cluster-'));
  const database = await newDatabase('postgres', folder);
  const place: Place = { LEDE_DATABASE: database, LEDE_MEDIA: templatePlace().LEDE_MEDIA };
  const lines: Line[] = [];
  return {
    async start() {
      const url = new URL(database);
      const line = await layLine(Number(url.port));
      lines.push(line);
      url.port = String(line.port);
      const server = await startServer({ ...place, LEDE_DATABASE: url.href }, DATABASE_IS_AWAY);
      return { ...server, line };
    },
    lede: (...parameters) => lede(place, ...parameters),
    async close() {
      for (const line of lines) await line.close();
      await rm(folder, { recursive: true });
    },
  };
}

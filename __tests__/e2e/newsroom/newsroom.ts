import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Engine, newDatabase } from './engines.ts';
import { lede, type Place } from './lede.ts';
import { startServer } from './server.ts';
import { templatePlace } from './template.ts';

export type Newsroom = {
  /** Where its site is served, without a slash at the end. */
  url: string;
  /** Runs bin/lede on its store. */
  lede: (...parameters: string[]) => Promise<string>;
  /** Stops its server. Rejects if that fails, or if the server ever wrote to its error output. */
  close: () => Promise<void>;
};

/** Opens a newsroom of a test's own: a copy of the template store behind the real server. */
export async function openNewsroom(engine: Engine): Promise<Newsroom> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-newsroom-'));
  const database = await newDatabase(engine, folder);
  // Made pictures are named by their content, so that all workers can share them.
  const place: Place = { LEDE_DATABASE: database, LEDE_MEDIA: templatePlace().LEDE_MEDIA };
  const server = await startServer(place);
  return {
    url: server.url,
    lede: (...parameters) => lede(place, ...parameters),
    async close() {
      await server.stop().finally(() => rm(folder, { recursive: true }));
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '../engines.ts';

export type Importer = ReturnType<typeof startImporter>;

/** Longer than a story takes, so that a process is killed at any moment of one. */
const A_MOMENT = 25;

/** Loading the program takes a process most of its life here. */
const NODE_COMPILE_CACHE = temporaryFolder();

/** A process that is ready to import a folder into a store. */
export function startImporter(database: string, folder: string, media: string) {
  const script = path.join(import.meta.dirname, 'import-child.ts');
  const child = spawn(process.execPath, [script, database, folder, media], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE },
  });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout });

  /** Lets it import, and kills it a moment after it has told of so many stories. Answers all that it
   *  told. */
  const run = async (killAfter = Number.POSITIVE_INFINITY): Promise<string[]> => {
    const told: string[] = [];
    const killIfDue = async () => {
      if (told.length !== killAfter) return;
      await wait(Math.random() * A_MOMENT);
      child.kill('SIGKILL');
    };
    lines.on('line', (line) => {
      told.push(line);
      killIfDue();
    });
    child.stdin.write('go\n');
    killIfDue();
    await closed;
    return told;
  };
  const stop = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return { run, stop, isKilled: () => child.signalCode === 'SIGKILL' };
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../bin/bootstrap.js';

const run = promisify(execFile);

/** Where a newsroom keeps its things, as its operator says it in the environment. */
export type Place = { LEDE_DATABASE: string; LEDE_MEDIA: string };

/** Runs bin/lede on a newsroom's store, as an editor does, and answers what it prints. Rejects if
 *  its exit status is not 0. */
export async function lede(place: Place, ...parameters: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [path.join(ROOT, 'bin', 'lede'), ...parameters], {
    cwd: ROOT,
    env: environment(place),
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** The environment of this process with a newsroom's settings in place of its own. */
export function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:LEDE_|PORT|HOST)/.test(name),
  );
  return { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...settings };
}

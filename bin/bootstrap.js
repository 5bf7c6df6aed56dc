import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm start` and `npm test` need on a fresh clone: the packages, and Node 24. Plain
 *  JavaScript for Node 20.11, since neither may be there yet. */

export const ROOT = path.join(import.meta.dirname, '..');

const OLDEST_NODE = 24;
const BIN = path.join(ROOT, 'node_modules', '.bin');
const OWN_NODE = path.join(BIN, 'node');

/** Something that went wrong in a way that the person at the keyboard can act on. */
export class StepError extends Error {
  name = 'StepError';
}

/** Installs what is missing, then runs a TypeScript module of ours on Node 24 or newer.
 *  @param {string} script path from the project's root */
export async function bootstrap(script) {
  process.chdir(ROOT);
  // A newsroom's server tells nobody of itself.
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  process.env.PATH = `${BIN}${path.delimiter}${process.env.PATH ?? ''}`;
  try {
    if (!isInstalled()) await step('Installing packages', install);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
    await import(path.join(ROOT, script));
  } else {
    runOnOwnNode([path.join(ROOT, script), ...process.argv.slice(2)]);
  }
}

/** Runs a step and prints it as one line, with its time.
 *  @template Result
 *  @param {string} name
 *  @param {() => Promise<Result>} run
 *  @returns {Promise<Result>} */
export async function step(name, run) {
  const from = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const result = await run();
    process.stdout.write(`done in ${((performance.now() - from) / 1000).toFixed(0)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/** Runs a command without showing what it prints; answers that. A StepError carries it.
 *  @param {string} command
 *  @param {string[]} parameters
 *  @param {Record<string, string>} [env]
 *  @returns {Promise<string>} */
export function runQuietly(command, parameters, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const fail = (why) =>
      reject(new StepError(`${output}\n“${command} ${parameters.join(' ')}” ${why}.`));
    child.on('error', (error) => fail(`could not be run: ${error.message}`));
    child.on('close', (status, signal) => {
      if (status === 0) resolve(output);
      else fail(signal ? `was stopped by ${signal}` : `ended with status ${status}`);
    });
  });
}

/** What package-lock.json says and nothing else, but without `npm ci`, which starts from an empty
 *  folder each time. The build needs dev dependencies, which npm leaves out where NODE_ENV is
 *  production. */
async function install() {
  await runQuietly('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
}

/** Whether node_modules holds what package-lock.json asks for. npm notes in a lock file of its own
 *  what it has installed; it leaves out optional packages that are for other machines. */
function isInstalled() {
  try {
    const wanted = packagesIn('package-lock.json');
    const present = packagesIn('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
      if (place === '') return true;
      const found = present[place];
      return found ? found.version === version : Boolean(optional || devOptional);
    });
  } catch {
    return false;
  }
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(path.join(ROOT, lockFile), 'utf8')).packages;
}

function runOnOwnNode(parameters) {
  const child = spawn(OWN_NODE, parameters, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', () => {
    console.error(
      `Lede needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`,
    );
    process.exit(1);
  });
  child.on('close', (status, signal) => {
    if (signal) process.removeAllListeners(signal).kill(process.pid, signal);
    else process.exit(status ?? 1);
  });
}

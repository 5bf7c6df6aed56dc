import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { runQuietly, StepError, step } from '../../bin/bootstrap.js';

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Playwright waits for ever where a firewall swallows its download. */
const DOWNLOAD_LIMIT_MS = 240_000;

/** The Chromium that tests run in; null if this machine has none. */
export function findBrowser(): string | null {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) {
    if (works(wished)) return wished;
    throw new StepError(
      `CHROMIUM_PATH names “${wished}”, which is no browser that can be started.`,
    );
  }
  const installed = SYSTEM_BROWSERS.map(inPath).filter((file) => file !== null);
  return [...installed, MAC_CHROME, chromium.executablePath()].find(works) ?? null;
}

/** The Chromium that tests run in, installed if need be. */
export async function findOrInstallBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  for (const { name, commands } of waysToInstall()) {
    try {
      await step(`Installing a browser (${name})`, async () => {
        for (const [command = '', ...parameters] of commands) await runQuietly(command, parameters);
      });
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      continue;
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new StepError(
    'The end-to-end tests need Chromium or Chrome, and none could be installed here. Install one, and set CHROMIUM_PATH to it if it is not found by itself.',
  );
}

function waysToInstall(): { name: string; commands: string[][] }[] {
  const cli = 'node_modules/@playwright/test/cli.js';
  const seconds = String(DOWNLOAD_LIMIT_MS / 1000);
  const byPlaywright = {
    name: 'Playwright’s own',
    commands: [['timeout', seconds, process.execPath, cli, 'install', 'chromium']],
  };
  const asNobodyIsAsked = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const byDebian = {
    name: 'Debian’s',
    commands: [
      [...asNobodyIsAsked, 'update'],
      [...asNobodyIsAsked, 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  };
  return process.getuid?.() === 0 ? [byPlaywright, byDebian] : [byPlaywright];
}

function inPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(works) ?? null;
}

/** It is there and starts: a browser without its libraries is none. */
function works(file: string): boolean {
  return spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}

import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runQuietly, step } from '../bootstrap.js';
import { compressAssets } from './compress-assets.ts';

/** All that `next build` reads. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

const STAMP = path.join(ROOT, '.next', 'built-from');

/** Builds the pages unless the last build was made of the same sources. `announce` tells of it. */
export async function buildIfChanged(announce: typeof step = step): Promise<void> {
  const sources = await digestOf(SOURCES);
  if (sources === (await readFile(STAMP, 'utf8').catch(() => null))) return;
  await rm(STAMP, { force: true });
  await announce('Building the pages', async () => {
    await runQuietly(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    await compressAssets(path.join(ROOT, '.next', 'static'));
  });
  await writeFile(STAMP, sources);
}

/** By content, not by time: git gives every file that it writes the time of the checkout. */
async function digestOf(sources: readonly string[]): Promise<string> {
  const files = (await Promise.all(sources.map(filesIn))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(path.join(ROOT, file))));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  });
  return hash.digest('hex');
}

async function filesIn(source: string): Promise<string[]> {
  const entries = await readdir(path.join(ROOT, source), {
    recursive: true,
    withFileTypes: true,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (!entries) return [source];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

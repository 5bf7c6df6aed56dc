import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, jest, test } from '@jest/globals';
import { readStories } from '#lib/ingest/read-stories.ts';
import { isStory } from '#lib/ingest/reading.ts';
import { writeWxr } from './write-wxr.ts';

jest.setTimeout(120_000);

const MEGABYTE = 1_000_000;
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const folder = mkdtempSync(path.join(tmpdir(), 'lede-wxr-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** What is in memory and still in use. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

/** As text alone the file takes 60 MB, and more than that in pieces that hold on to it. An import
 *  keeps the name of each story for its report, so the test does too. The file has been gone
 *  through once before the first story comes; by hand, with 300 MB: docs/publishing.md. */
test('an export is read without being held in memory', async () => {
  const file = path.join(folder, 'export.xml');
  const posts = await writeWxr(file, 60 * MEGABYTE);
  expect(statSync(file).size).toBeGreaterThan(60 * MEGABYTE);

  const before = inUse();
  const names: string[] = [];
  for await (const reading of readStories({ file, root: folder }, { edition: 'en' })) {
    if (!isStory(reading)) throw new Error(reading.reason);
    if (names.length === 0) {
      expect(reading.input.image?.alt).toBe('A ferry');
      expect(inUse() - before).toBeLessThan(20);
    }
    names.push(reading.input.headline);
    if (names.length === 1000) break;
  }
  expect(posts).toBeGreaterThan(10_000);
  expect(names).toHaveLength(1000);
  expect(inUse() - before).toBeLessThan(20);
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';

const CORPORA = path.join(import.meta.dirname, '..', '..', 'shared', 'corpora');

/** A folder of real texts that lies beside the project where Lede is developed, and not in every
 *  clone. */
export function corpus(name: string): { folder: string; isHere: boolean } {
  const folder = path.join(CORPORA, name);
  return { folder, isHere: existsSync(folder) };
}

/** A test over real texts. Where they are not here it is skipped, and its name says so. */
export function testWith({ folder, isHere }: ReturnType<typeof corpus>, name: string) {
  return (run: () => void | Promise<void>, timeout?: number) =>
    isHere ? test(name, run, timeout) : test.skip(`${name} (skipped: there is no ${folder})`, run);
}

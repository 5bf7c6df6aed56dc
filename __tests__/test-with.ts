import { test } from '@jest/globals';
import type { corpus } from './corpora.ts';

/** A test over real texts. Where they are not here it is skipped, and its name says so. */
export function testWith({ folder, isHere }: ReturnType<typeof corpus>, name: string) {
  return (run: () => void | Promise<void>, timeout?: number) =>
    isHere ? test(name, run, timeout) : test.skip(`${name} (skipped: there is no ${folder})`, run);
}

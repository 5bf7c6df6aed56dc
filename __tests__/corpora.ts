import { existsSync } from 'node:fs';
import path from 'node:path';

const CORPORA = path.join(import.meta.dirname, '..', '..', 'shared', 'corpora');

/** A folder of real texts that lies beside the project where Lede is developed, and not in every
 *  clone. */
export function corpus(name: string): { folder: string; isHere: boolean } {
  const folder = path.join(CORPORA, name);
  return { folder, isHere: existsSync(folder) };
}

import path from 'node:path';
import type { Place } from './lede.ts';

/** The variable that tells the workers where the template is. */
export const TEMPLATE = 'LEDE_TEST_TEMPLATE';

/** The template's store as `lede backup` wrote it, to be restored into any database. */
export function templateBackup(): string {
  return path.join(process.env[TEMPLATE] ?? '', 'lede.backup');
}

/** The store and the pictures that are made once, before all tests. */
export function templatePlace(): Place {
  const folder = process.env[TEMPLATE] ?? '';
  return {
    LEDE_DATABASE: `file:${path.join(folder, 'lede.db')}`,
    LEDE_MEDIA: path.join(folder, 'media'),
  };
}

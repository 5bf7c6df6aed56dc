import { globSync } from 'node:fs';
import path from 'node:path';
import { countStories } from '#lib/store/count-stories.ts';
import { openStore } from '#lib/store/open-store.ts';
import { ROOT, runQuietly, step } from '../bootstrap.js';

/** Gives an empty store the sample edition. One that holds a part of it and nothing else was left
 *  so by a start that was interrupted, and gets the rest; a store with stories of its own is never
 *  touched. */
export async function loadSampleIfEmpty(database: string): Promise<void> {
  const files = globSync('sample/*/*.md', { cwd: ROOT });
  const store = await openStore(database);
  const stories = await countStories(store).finally(() => store.close());
  if (stories.all > stories.sample || stories.sample >= files.length) return;

  await step('Loading the sample edition', () =>
    runQuietly(process.execPath, [path.join('bin', 'lede'), 'import', 'sample']),
  );
}

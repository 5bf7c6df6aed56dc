import { globSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '#lib/config/config.ts';
import { countStories } from '#lib/store/count-stories.ts';
import { openStore } from '#lib/store/open-store.ts';
import { ROOT, runQuietly, step } from '../bootstrap.js';

/** Gives an empty store the sample edition, in the languages that are switched on. A store that
 *  holds a part of it and nothing else was left so by a start that was interrupted, and gets the
 *  rest; one with stories of its own is never touched. */
export async function loadSampleIfEmpty({ database, languages }: Config): Promise<void> {
  const folders = languages.map((lang) => path.join('sample', lang));
  const files = folders.flatMap((folder) => globSync(path.join(folder, '*.md'), { cwd: ROOT }));
  const store = await openStore(database);
  const stories = await countStories(store).finally(() => store.close());
  if (stories.all > stories.sample || stories.sample >= files.length) return;

  await step(`Loading the sample edition, ${files.length} stories`, () =>
    runQuietly(process.execPath, [path.join('bin', 'lede'), 'import', ...folders]),
  );
}

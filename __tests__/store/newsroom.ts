import { rmSync } from 'node:fs';
import path from 'node:path';
import { type ImportOptions, importStories } from '#lib/ingest/import-stories.ts';
import { findByAddress, parseDocument } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { importFolder } from './import-folder.ts';

const open: { store: Store; top: string }[] = [];

/** A folder of these files, an empty store, and what imports the one into the other. */
export async function newsroom(files: Record<string, string | Buffer>) {
  const folder = importFolder(files);
  const store = await openStore('file::memory:');
  open.push({ store, top: folder.top });

  const run = (given = [folder.stories], options: Partial<ImportOptions> = {}) =>
    importStories(given, { store, media: folder.media, languages: ['en', 'fa', 'km'], ...options });

  /** What an import says, by the path in the folder. */
  const outcomes = async (...given: Parameters<typeof run>) => {
    const { stories } = await run(...given);
    const named = stories.map(({ place, outcome, reason }): [string, string] => [
      path.relative(folder.stories, place),
      reason ? `${outcome}: ${reason}` : outcome,
    ]);
    return Object.fromEntries(named);
  };

  const stored = async (slug: string) => {
    const row = await findByAddress(store, 'en', slug);
    if (!row) throw new Error(`No story stands at ${slug}.`);
    return { ...parseDocument(row.document), id: row.id, revision: row.revision };
  };
  return { ...folder, store, run, outcomes, stored };
}

/** Call it after each test. */
export async function closeNewsrooms(): Promise<void> {
  for (const { store, top } of open.splice(0)) {
    await store.close();
    rmSync(top, { recursive: true });
  }
}

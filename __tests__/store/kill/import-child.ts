import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { importStories } from '#lib/ingest/import-stories.ts';
import { openStore } from '#lib/store/open-store.ts';

/** Imports a folder into a store and writes a line for each story that is said to be done, at once
 *  and past all buffers, since this process is going to be killed. Starts at a sign on standard
 *  input: to load the program takes longer than what is to be interrupted. */
const [database = '', folder = '', media = ''] = process.argv.slice(2);

await once(process.stdin, 'data');
const store = await openStore(database);
const { counts } = await importStories([folder], {
  store,
  media,
  languages: ['en'],
  onStory: ({ outcome, story }) => writeSync(1, `${outcome} ${story?.slug}\n`),
});
await store.close();
writeSync(1, `${JSON.stringify(counts)}\n`);
process.exit();

import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileProblem } from './file-problem.ts';
import type { NoStory } from './reading.ts';

/** Files that may hold a story. In a folder all others are passed over. */
const STORY_FILE = /\.(?:md|markdown|json|html?|xml|rss|atom|rdf)$/i;

/** Folders that hold no stories, and many files. */
const NO_STORIES = new Set(['node_modules']);

export type FoundFiles = {
  files: string[];
  /** Files in folders that are clearly not stories: pictures, styles, hidden files. */
  passedOver: number;
  problems: NoStory[];
};

/** Finds the files that an import is asked for: one file, or all stories in a folder and the
 *  folders in it, in the order of their names. A folder is looked through once, however many links
 *  lead to it. */
export async function findFiles(given: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], passedOver: 0, problems: [] };
  await visit(given, found, new Set(), true);
  return found;
}

async function visit(
  place: string,
  found: FoundFiles,
  seen: Set<string>,
  isGiven: boolean,
): Promise<void> {
  try {
    const facts = await stat(place);
    if (facts.isDirectory()) {
      const real = await realpath(place);
      if (seen.has(real)) return;
      seen.add(real);
      const names = (await readdir(place)).sort();
      for (const name of names.filter((each) => !NO_STORIES.has(each))) {
        await visit(path.join(place, name), found, seen, false);
      }
    } else if (isGiven || (STORY_FILE.test(place) && !path.basename(place).startsWith('.'))) {
      found.files.push(place);
    } else {
      found.passedOver += 1;
    }
  } catch (error) {
    const why = fileProblem(error);
    const reason = isGiven
      ? `There is nothing to import at “${place}”: ${why}.`
      : `It can’t be read: ${why}.`;
    found.problems.push({ place, outcome: 'failed', reason });
  }
}

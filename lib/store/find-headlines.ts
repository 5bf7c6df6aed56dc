import type { LanguageCode } from '#lib/model/language.ts';
import { searchQueryTerms, searchTerms } from '#lib/text/search-terms.ts';
import { byTime, linesAt, type StoryLine, type StoryPart, storyLines } from './desk-stories.ts';
import type { Store } from './open-store.ts';
import { parseTeaser } from './teasers.ts';

/** Published stories are found by the search index. All others are in none; they are few, but for an
 *  archive that was withdrawn as a whole, so their headlines are looked through. Of each state and
 *  edition so many at most, the newest: a page must not keep all others waiting. */
export const MOST_FOUND = 500;

/** Stories of these parts with all of these words in the headline, newest first. `isCut` says that there
 *  may be more. */
export async function findHeadlines(
  store: Store,
  { parts, words }: { parts: readonly StoryPart[]; words: string },
): Promise<{ lines: StoryLine[]; isCut: boolean }> {
  const lines: StoryLine[] = [];
  let isCut = false;
  for (const part of parts) {
    const phrases = searchQueryTerms(words, part.lang);
    if (phrases.length === 0) continue;
    if (part.state === 'published') {
      const rows = await indexed(store, part.lang, phrases);
      isCut ||= rows.length === MOST_FOUND;
      lines.push(...(await only(store, part, await linesAt(store, rows))));
    } else {
      const looked = await storyLines(store, { parts: [part], limit: MOST_FOUND });
      isCut ||= looked.length === MOST_FOUND;
      lines.push(...looked.filter((line) => hasPhrases(line, phrases)));
    }
  }
  return { lines: lines.sort(byTime), isCut };
}

function indexed(store: Store, lang: LanguageCode, phrases: string[][]): Promise<number[]> {
  const match = { lang, phrases, within: 'headline' } as const;
  return store.engine.search.newest(store.db, match, { limit: MOST_FOUND, offset: 0 });
}

async function only({ db }: Store, part: StoryPart, lines: StoryLine[]): Promise<StoryLine[]> {
  if (part.only === 'serious') return lines.filter((line) => line.serious_findings > 0);
  if (part.only !== 'waiting') return lines;
  const waiting = await db.selectFrom('waiting_versions').select('article_id').execute();
  const ids = new Set(waiting.map((row) => row.article_id));
  return lines.filter(({ id }) => ids.has(id));
}

/** Finds what the index would. */
function hasPhrases(line: StoryLine, phrases: string[][]): boolean {
  const terms = ` ${searchTerms(parseTeaser(line).headline, line.lang).join(' ')} `;
  return phrases.every((phrase) => terms.includes(` ${phrase.join(' ')} `));
}

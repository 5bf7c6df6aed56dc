import { sql } from 'kysely';
import type { ArticleState } from '#lib/model/article.ts';
import type { ListedStory } from '#lib/model/desk-stories.ts';
import { isSerious } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { parseFindings } from './findings.ts';
import type { Store } from './open-store.ts';
import type { ArticleRow } from './schema.ts';
import { parseTeaser } from './teasers.ts';

/** A part of all stories. `waiting`: those with a newer version that waits for an editor. */
export type StoryPart = {
  lang: LanguageCode;
  state: ArticleState;
  only?: 'serious' | 'waiting' | undefined;
};

/** A place in the list: just beside this story. */
export type DeskPlace = { published: string; id: string; way: 'older' | 'newer' };

/** What a line of the list is made of, before what belongs to it is looked up. */
export type StoryLine = Pick<ArticleRow, (typeof LINE)[number]>;

const LINE = [
  'id',
  'lang',
  'slug',
  'state',
  'teaser',
  'published',
  'release_at',
  'withdrawn_at',
  'withdrawn_reason',
  'held_reason',
  'serious_findings',
] as const;

/** Stories of these parts, newest first: the newest of all, or those next to a place. Each part is read
 *  off the end of its own index (lang, state, published, id), as far as the page needs, so that it
 *  takes as long with 100,000 stories as with a hundred. */
export async function storyLines(
  { db }: Store,
  { parts, at, limit }: { parts: readonly StoryPart[]; at?: DeskPlace | undefined; limit: number },
): Promise<StoryLine[]> {
  const isNewer = at?.way === 'newer';
  const lines: StoryLine[] = [];
  for (const { lang, state, only } of parts) {
    let query = db
      .selectFrom('articles')
      .select(LINE)
      .where('lang', '=', lang)
      .where('state', '=', state);
    // To the letter as in the index: SQLite takes an index of a part for nothing else.
    if (only === 'serious') query = query.where('serious_findings', '>', sql.lit(0));
    if (only === 'waiting') {
      query = query.where('id', 'in', (from) =>
        from.selectFrom('waiting_versions').select('article_id'),
      );
    }
    if (at) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('published', 'id'), isNewer ? '>' : '<', tuple(at.published, at.id)),
      );
    }
    const order = isNewer ? 'asc' : 'desc';
    const rows = query.orderBy('published', order).orderBy('id', order).limit(limit);
    lines.push(...(await rows.execute()));
  }
  const sorted = lines.sort(byTime);
  return isNewer ? sorted.slice(-limit) : sorted.slice(0, limit);
}

/** The lines of these rows of the search index. */
export async function linesAt({ db }: Store, searchRows: readonly number[]): Promise<StoryLine[]> {
  if (searchRows.length === 0) return [];
  return db.selectFrom('articles').select(LINE).where('search_row', 'in', searchRows).execute();
}

/** The newest first. Of two of one instant, in the order of the index. */
export function byTime(one: DeskKey, other: DeskKey): number {
  return compare(other.published, one.published) || compare(other.id, one.id);
}

type DeskKey = Pick<ArticleRow, 'published' | 'id'>;

/** As both engines sort: by code points, whatever the language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The stories of a page of the list, with what was found in them and what waits. */
export async function deskStories(
  { db }: Store,
  lines: readonly StoryLine[],
): Promise<ListedStory[]> {
  if (lines.length === 0) return [];
  const ids = lines.map(({ id }) => id);
  const found = await db
    .selectFrom('findings')
    .selectAll()
    .where('article_id', 'in', ids)
    .execute();
  const waiting = await db
    .selectFrom('waiting_versions')
    .select('article_id')
    .where('article_id', 'in', ids)
    .execute();
  const findings = new Map(found.map((row) => [row.article_id, parseFindings(row.findings)]));
  const withWaiting = new Set(waiting.map((row) => row.article_id));
  return lines.map((line) => {
    const all = findings.get(line.id) ?? [];
    const serious = all.filter(isSerious).length;
    return {
      id: line.id,
      lang: line.lang,
      slug: line.slug,
      headline: parseTeaser(line).headline,
      state: line.state,
      published: line.published,
      releaseAt: line.release_at,
      withdrawnAt: line.withdrawn_at,
      withdrawnReason: line.withdrawn_reason,
      heldReason: line.held_reason,
      hasWaiting: withWaiting.has(line.id),
      serious,
      minor: all.length - serious,
    };
  });
}

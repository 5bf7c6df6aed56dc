import type { LanguageCode } from '#lib/model/language.ts';
import type { Store } from './open-store.ts';
import type { ArticleRow } from './schema.ts';

/** A place in the list of published stories: just behind this one. */
export type ListPlace = { published: string; id: string };

/** Published stories of an edition, newest first, from a place on. Stories that come in meanwhile move
 *  nobody's place. */
export function publishedFrom(
  store: Store,
  list: { lang: LanguageCode; section?: string; after?: ListPlace; limit: number },
): Promise<Pick<ArticleRow, 'id' | 'published' | 'document'>[]> {
  const { lang, section, after, limit } = list;
  let query = store.db
    .selectFrom('articles')
    .select(['id', 'published', 'document'])
    .where('lang', '=', lang)
    .where('state', '=', 'published');
  if (section !== undefined) query = query.where('section_slug', '=', section);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('published', 'id'), '<', tuple(after.published, after.id)),
    );
  }
  return query.orderBy('published', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

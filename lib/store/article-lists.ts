import type { SelectQueryBuilder } from 'kysely';
import type { Author, Term } from '#lib/model/article.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { Teaser } from '#lib/model/views.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';
import { parseTeaser } from './teasers.ts';

export type ListQuery = {
  lang: LanguageCode;
  section?: string;
  topic?: string;
  author?: string;
  limit: number;
  offset?: number;
};

/** Published stories, newest first. */
export async function newestTeasers(store: Store, list: ListQuery): Promise<Teaser[]> {
  const { section, topic, author } = list;
  let query = published(store, list.lang).select('teaser');
  if (section !== undefined) query = query.where('section_slug', '=', section);
  if (topic !== undefined) {
    query = query.where('id', 'in', (from) =>
      from.selectFrom('article_topics').select('article_id').where('slug', '=', topic),
    );
  }
  if (author !== undefined) {
    query = query.where('id', 'in', (from) =>
      from.selectFrom('article_authors').select('article_id').where('slug', '=', author),
    );
  }
  const rows = await query
    .orderBy('published', 'desc')
    .orderBy('id', 'desc')
    .limit(list.limit)
    .offset(list.offset ?? 0)
    .execute();
  return rows.map(parseTeaser);
}

/** The sections that have published stories, with the number of them. */
export async function sectionsWithStories(
  store: Store,
  lang: LanguageCode,
): Promise<(Term & { count: number })[]> {
  return published(store, lang)
    .select(({ fn }) => [
      'section_slug as slug',
      fn.max('section_name').as('name'),
      fn.countAll<number>().as('count'),
    ])
    .groupBy('section_slug')
    .orderBy('section_slug')
    .execute();
}

/** The author with this slug as their newest story presents them; null if they have none. */
export async function findAuthor(
  store: Store,
  lang: LanguageCode,
  slug: string,
): Promise<Author | null> {
  const row = await published(store, lang)
    .innerJoin('article_authors', 'article_id', 'articles.id')
    .select('author')
    .where('article_authors.slug', '=', slug)
    .orderBy('published', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? JSON.parse(row.author) : null;
}

/** The topic with this slug as its newest story spells it; null if no story has it. */
export async function findTopic(
  store: Store,
  lang: LanguageCode,
  slug: string,
): Promise<Term | null> {
  const row = await published(store, lang)
    .innerJoin('article_topics', 'article_id', 'articles.id')
    .select('name')
    .where('article_topics.slug', '=', slug)
    .orderBy('published', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { slug, name: row.name } : null;
}

/** Stories that share topics with this one, most shared first, then the newest of its section. */
export async function relatedTeasers(
  store: Store,
  story: { id: string; lang: LanguageCode; section: string; topics: string[] },
  limit: number,
): Promise<Teaser[]> {
  const sharing = story.topics.length === 0 ? [] : await sharingTopics(store, story, limit);
  if (sharing.length >= limit) return sharing;
  const known = new Set([story.id, ...sharing.map((teaser) => teaser.id)]);
  const { lang, section } = story;
  const sameSection = await newestTeasers(store, { lang, section, limit: limit + known.size });
  const others = sameSection.filter((teaser) => !known.has(teaser.id));
  return [...sharing, ...others].slice(0, limit);
}

async function sharingTopics(
  store: Store,
  story: { id: string; lang: LanguageCode; topics: string[] },
  limit: number,
): Promise<Teaser[]> {
  const rows = await published(store, story.lang)
    .innerJoin('article_topics', 'article_id', 'articles.id')
    .select('teaser')
    .where('article_topics.slug', 'in', story.topics)
    .where('articles.id', '!=', story.id)
    .groupBy('articles.id')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('published', 'desc')
    .limit(limit)
    .execute();
  return rows.map(parseTeaser);
}

/** Whether the edition shows stories of the sample edition. */
export async function hasSampleStories(store: Store, lang: LanguageCode): Promise<boolean> {
  const row = await published(store, lang)
    .select('id')
    .where('source_id', '>=', 'sample/')
    .where('source_id', '<', 'sample0')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function published(
  store: Store,
  lang: LanguageCode,
): SelectQueryBuilder<Tables, 'articles', object> {
  return store.db
    .selectFrom('articles')
    .where('articles.lang', '=', lang)
    .where('articles.state', '=', 'published');
}

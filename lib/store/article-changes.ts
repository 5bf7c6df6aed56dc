import type { Transaction } from 'kysely';
import type { Article } from '#lib/model/article.ts';
import { cacheTags } from '#lib/model/cache-tags.ts';
import { recordChange } from './changes.ts';
import type { ChangeKind, Tables } from './schema.ts';

/** Records what happened to a story, with the tags of every page that shows it. Give the version
 *  that is left behind too, since it may have stood in other lists. */
export async function recordArticleChange(
  transaction: Transaction<Tables>,
  change: { at: string; kind: ChangeKind; subject: string },
  versions: Article[],
): Promise<void> {
  const tags = new Set(versions.flatMap(articleTags));
  for (const { lang, section } of versions) {
    if (await isSectionNewOrEmpty(transaction, lang, section.slug))
      tags.add(cacheTags.sections(lang));
  }
  await recordChange(transaction, { ...change, tags: [...tags] });
}

function articleTags(article: Article): string[] {
  const { lang } = article;
  return [
    cacheTags.article(lang, article.slug),
    cacheTags.stories(lang),
    cacheTags.section(lang, article.section.slug),
    ...article.topics.map((topic) => cacheTags.topic(lang, topic.slug)),
    ...article.authors.map((author) => cacheTags.author(lang, author.slug)),
  ];
}

/** With at most one story the section has just come into the navigation, or left it. */
async function isSectionNewOrEmpty(
  transaction: Transaction<Tables>,
  lang: Article['lang'],
  section: string,
): Promise<boolean> {
  const rows = await transaction
    .selectFrom('articles')
    .select('id')
    .where('lang', '=', lang)
    .where('section_slug', '=', section)
    .where('state', '=', 'published')
    .limit(2)
    .execute();
  return rows.length < 2;
}

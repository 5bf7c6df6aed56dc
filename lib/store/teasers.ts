import type { Article } from '#lib/model/article.ts';
import type { Teaser } from '#lib/model/views.ts';

/** What lists show of a story. */
export function teaserOf(id: string, article: Article): Teaser {
  return {
    id,
    lang: article.lang,
    slug: article.slug,
    headline: article.headline,
    standfirst: article.standfirst,
    section: article.section,
    authorNames: article.authors.map((author) => author.name),
    published: article.published,
    image: article.image,
  };
}

/** Reads a teaser back from its row. It was written by teaserOf, so its shape is known. */
export function parseTeaser(row: { teaser: string }): Teaser {
  return JSON.parse(row.teaser);
}

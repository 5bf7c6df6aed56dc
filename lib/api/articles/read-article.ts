import { findById, parseDocument } from '#lib/store/articles.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import type { Endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { PUBLIC, publicAnswer } from '../public-answer.ts';
import { publishedArticle } from './published-article.ts';
import { revisionTag } from './revision-tag.ts';

/** `GET /api/articles/{id}`. What is not published yet is not there. */
export const readArticle: Endpoint = async ({ store, config }, request, id) => {
  const row = await findById(store, id);
  if (row?.state === 'withdrawn') throw gone(row);
  if (row?.state !== 'published') throw unknown(id);
  const article = publishedArticle(id, parseDocument(row.document), config.siteUrl);
  return publicAnswer(request, article, { etag: revisionTag(row.revision) });
};

/** There is no such story, or none that the caller may know of. */
export function unknown(id: string): Problem {
  return new Problem('not-found', `There is no story with the id “${id}”.`, { headers: PUBLIC });
}

/** The story was withdrawn. The reason is kept, and is not for all. */
export function gone({ withdrawn_at }: Pick<ArticleRow, 'withdrawn_at'>): Problem {
  return new Problem('withdrawn', `It was withdrawn at ${withdrawn_at}.`, { headers: PUBLIC });
}

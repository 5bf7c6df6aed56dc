import { z } from 'zod';
import { LANGUAGE_CODES } from '#lib/model/language.ts';
import { type ListPlace, publishedFrom } from '#lib/store/article-pages.ts';
import { parseDocument } from '#lib/store/articles.ts';
import { slugOf } from '#lib/text/slug.ts';
import type { Endpoint } from '../endpoint.ts';
import { publicAnswer } from '../public-answer.ts';
import { invalidQuery, readQuery } from '../read-query.ts';
import { publishedArticle, publishedArticleSchema } from './published-article.ts';

const PER_PAGE = 20;

export const articleListSchema = z.strictObject({
  articles: z.array(publishedArticleSchema),
  next: z.string().nullable().describe('address of the next page, older stories; null at the end'),
});

const place = z.tuple([z.iso.datetime(), z.string().regex(/^[\w-]{1,100}$/)]);

export const listQuerySchema = z.strictObject({
  lang: z
    .enum(LANGUAGE_CODES, `must be one of ${LANGUAGE_CODES.join(', ')}`)
    .optional()
    .describe('the edition; without it, the default edition'),
  section: z
    .string()
    .max(200, 'is too long')
    .optional()
    .describe('as in the address of the section'),
  after: z
    .string()
    .max(300, 'is too long')
    .optional()
    .describe('a place in the list, as `next` names it'),
});

/** `GET /api/articles?lang=&section=&after=`: published stories, newest first. */
export const listArticles: Endpoint = async ({ store, config }, request) => {
  const { lang = config.languages[0], section, after } = readQuery(request, listQuerySchema);
  const rows = config.languages.includes(lang)
    ? await publishedFrom(store, {
        lang,
        ...(section === undefined ? {} : { section: slugOf(section) }),
        ...(after === undefined ? {} : { after: placeOf(after) }),
        limit: PER_PAGE + 1,
      })
    : [];
  const shown = rows.slice(0, PER_PAGE);
  const last = rows.length > PER_PAGE ? shown.at(-1) : undefined;
  const next = last ? addressAfter(last, { lang, section }) : null;
  const articles = shown.map(({ id, document }) =>
    publishedArticle(id, parseDocument(document), config.siteUrl),
  );
  const link = next ? { link: `<${next}>; rel="next"` } : {};
  return publicAnswer(request, { articles, next }, link);
};

function addressAfter(
  { published, id }: ListPlace,
  { lang, section }: { lang: string; section: string | undefined },
): string {
  const after = Buffer.from(JSON.stringify([published, id])).toString('base64url');
  const query = new URLSearchParams({ lang, ...(section === undefined ? {} : { section }), after });
  return `/api/articles?${query}`;
}

function placeOf(after: string): ListPlace {
  try {
    const [published, id] = place.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    return { published, id };
  } catch {
    const detail = 'Take it from “next” of the page before.';
    throw invalidQuery([{ parameter: 'after', detail }]);
  }
}

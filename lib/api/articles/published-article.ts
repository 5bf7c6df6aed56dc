import { z } from 'zod';
import type { Article } from '#lib/model/article.ts';
import { LANGUAGE_CODES } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import { type Figure, pictureFile } from '#lib/model/picture.ts';

const image = z.strictObject({
  url: z.url().describe('WebP, in the largest width'),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  width: z.int(),
  height: z.int(),
});

/** A published story as programs get it: the article JSON. */
export const publishedArticleSchema = z.strictObject({
  id: z.string(),
  url: z.url(),
  sourceId: z.string().optional().describe('its sender’s own name for it; a feed’s is not told'),
  lang: z.enum(LANGUAGE_CODES),
  slug: z.string(),
  headline: z.string(),
  standfirst: z.string().optional(),
  section: z.string().describe('as in the address of the section'),
  topics: z.array(z.string()),
  dateline: z.string().optional(),
  authors: z.array(
    z.strictObject({
      name: z.string(),
      description: z.string().optional(),
      image: image.optional(),
    }),
  ),
  agencies: z.array(z.string()),
  published: z.iso.datetime(),
  updated: z.iso.datetime().optional(),
  image: image.optional(),
  body: z.string().describe('safe HTML; addresses in it begin at the site’s'),
  corrections: z.array(z.strictObject({ at: z.iso.datetime(), text: z.string() })),
});

export type PublishedArticle = z.infer<typeof publishedArticleSchema>;

/** The address of a story for who is not on the site. */
export function urlOf(siteUrl: string, { lang, slug }: Pick<Article, 'lang' | 'slug'>): string {
  return siteUrl + paths.article(lang, slug);
}

/** The address of a feed may be a secret that its newsroom pays for. */
const NAMED_BY_FEED = /^(?:feed|page):/;

/** What programs get of a story. */
export function publishedArticle(id: string, article: Article, siteUrl: string): PublishedArticle {
  const { sourceId, lang, slug, headline, standfirst, dateline, updated } = article;
  return {
    id,
    url: urlOf(siteUrl, article),
    ...(NAMED_BY_FEED.test(sourceId) ? {} : { sourceId }),
    lang,
    slug,
    headline,
    ...(standfirst ? { standfirst } : {}),
    section: article.section.slug,
    topics: article.topics.map(({ name }) => name),
    ...(dateline ? { dateline } : {}),
    authors: article.authors.map(({ name, description, image }) => ({
      name,
      ...(description ? { description } : {}),
      ...imageOf(image, siteUrl),
    })),
    agencies: article.agencies,
    published: article.published,
    ...(updated ? { updated } : {}),
    ...imageOf(article.image, siteUrl),
    body: article.body,
    corrections: article.corrections,
  };
}

function imageOf(figure: Figure | null, siteUrl: string): Pick<PublishedArticle, 'image'> {
  if (!figure) return {};
  const { id, alt, caption, credit } = figure;
  const width = figure.widths.at(-1) ?? figure.width;
  return {
    image: {
      url: `${siteUrl}/media/${pictureFile(id, width, 'webp')}`,
      alt,
      caption,
      credit,
      width,
      height: Math.round((figure.height * width) / figure.width),
    },
  };
}

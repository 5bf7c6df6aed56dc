import type { Article, Author } from '#lib/model/article.ts';
import type { ArticleInput, ImageInput } from '#lib/model/article-input.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { Figure, Picture } from '#lib/model/picture.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { slugOf } from '#lib/text/slug.ts';
import { termOf } from './sections.ts';
import type { StoryPictures } from './story-pictures.ts';

/** Puts a story together from what came in, its safe body and its pictures. `updated` is what readers
 *  are told: shown-update.ts. */
export function articleOf(
  input: Omit<ArticleInput, 'updated'> & { slug: string; updated: string | null },
  lang: LanguageCode,
  body: SafeHtml,
  pictures: Pick<StoryPictures, 'story' | 'portrait'>,
): Article {
  return {
    sourceId: input.sourceId,
    lang,
    slug: input.slug,
    headline: input.headline,
    standfirst: input.standfirst ?? '',
    section: termOf(input.section, lang),
    topics: distinct(input.topics.map((topic) => termOf(topic, lang))),
    dateline: input.dateline ?? '',
    authors: distinct(input.authors.map((author) => authorOf(author, pictures.portrait))),
    agencies: input.agencies,
    published: inUtc(input.published),
    updated: input.updated,
    embargoedUntil: input.embargoedUntil ? inUtc(input.embargoedUntil) : null,
    image: figureOf(input.image, pictures.story),
    body,
    corrections: input.corrections.map(({ at, text }) => ({ at: inUtc(at), text })),
  };
}

function authorOf(
  { name, description, image }: ArticleInput['authors'][number],
  portraits: Map<string, Picture>,
): Author {
  const slug = slugOf(name);
  return { slug, name, description: description ?? '', image: figureOf(image, portraits) };
}

function figureOf(image: ImageInput | undefined, pictures: Map<string, Picture>): Figure | null {
  const picture = image && pictures.get(image.url);
  if (!picture) return null;
  return { ...picture, alt: image.alt, caption: image.caption, credit: image.credit };
}

/** Two names with one address are one: “Climate” and “climate”. One without letters has none. */
function distinct<Named extends { slug: string }>(terms: Named[]): Named[] {
  const bySlug = new Map(terms.map((term) => [term.slug, term]));
  bySlug.delete('');
  return [...bySlug.values()];
}

function inUtc(instant: string): string {
  return new Date(instant).toISOString();
}

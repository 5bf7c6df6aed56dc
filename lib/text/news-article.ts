import type { Author } from '#lib/model/article.ts';
import { paths } from '#lib/model/paths.ts';
import { pictureFile } from '#lib/model/picture.ts';
import type { EditionFrame, Story } from '#lib/model/views.ts';

type Site = Pick<EditionFrame, 'siteName' | 'siteUrl' | 'lang'>;

/** A story in the words of schema.org (NewsArticle), for search engines and other programs. What
 *  was put right stands in `correction`, each with its day, as readers see it. */
export function newsArticle(story: Story, { siteName, siteUrl, lang }: Site) {
  const url = `${siteUrl}${paths.article(lang, story.slug)}`;
  const { image } = story;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: story.headline,
    ...(story.standfirst && { description: story.standfirst }),
    inLanguage: lang,
    datePublished: story.published,
    dateModified: story.updated ?? story.published,
    articleSection: story.section.name,
    ...(story.dateline && { dateline: story.dateline }),
    ...(story.topics.length > 0 && { keywords: story.topics.map(({ name }) => name) }),
    ...(image && {
      image: {
        '@type': 'ImageObject',
        url: `${siteUrl}/media/${pictureFile(image.id, Math.max(...image.widths), 'webp')}`,
        ...(image.alt && { description: image.alt }),
        ...(image.caption && { caption: image.caption }),
        ...(image.credit && { creditText: image.credit }),
      },
    }),
    author: story.authors.map((author) => personOf(author, siteUrl, lang)),
    publisher: { '@type': 'NewsMediaOrganization', name: siteName, url: siteUrl },
    ...(story.agencies.length > 0 && {
      isBasedOn: story.agencies.map((name) => ({
        '@type': 'CreativeWork',
        provider: { '@type': 'NewsMediaOrganization', name },
      })),
    }),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment',
        datePublished: at,
        text,
      })),
    }),
  };
}

function personOf({ name, slug }: Author, siteUrl: string, lang: Site['lang']) {
  return { '@type': 'Person', name, url: `${siteUrl}${paths.author(lang, slug)}` };
}

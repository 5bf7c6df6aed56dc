import type { Metadata } from 'next';
import { readSegment } from '#app/read-segment.ts';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { Article } from '#components/article/Article.tsx';
import { Page } from '#components/layout/Page.tsx';
import { fillSlot } from '#components/ui/fill-slot.tsx';
import { NothingHere } from '#components/ui/NothingHere.tsx';
import { StructuredData } from '#components/ui/StructuredData.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import { pictureFile } from '#lib/model/picture.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';
import { findStory } from '#lib/news/find-story.ts';
import { latestStories } from '#lib/news/story-lists.ts';
import { newsArticle } from '#lib/text/news-article.ts';

type Props = { params: Promise<{ lang: string; slug: string }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0], slug: '-' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: code, slug } = await params;
  const lang = editionOrDefault(code);
  const answer = await findStory(lang, readSegment(slug));
  const words = messagesOf(lang);
  if (answer.kind === 'unknown') return { title: words.notFound.title };
  if (answer.kind === 'withdrawn') return { title: words.withdrawn.title };
  const { story } = answer;
  const path = paths.article(lang, story.slug);
  const { image } = story;
  const picture = image && {
    url: `/media/${pictureFile(image.id, Math.max(...image.widths), 'webp')}`,
    alt: image.alt,
  };
  return {
    title: story.headline,
    description: story.standfirst || null,
    alternates: { canonical: path },
    openGraph: {
      type: 'article',
      title: story.headline,
      description: story.standfirst,
      url: path,
      publishedTime: story.published,
      modifiedTime: story.updated ?? story.published,
      authors: story.authors.map((author) => author.name),
      section: story.section.name,
      images: picture ? [picture] : [],
    },
  };
}

export default async function ArticlePage({ params }: Props) {
  const { lang: code, slug } = await params;
  const lang = findEdition(code);
  if (!lang) return <UnknownPage lang={editionOrDefault('')} />;
  const answer = await findStory(lang, readSegment(slug));
  if (answer.kind === 'unknown') return <UnknownPage lang={lang} />;

  const frame = await editionFrame(lang);
  const path = paths.article(lang, readSegment(slug));
  if (answer.kind === 'withdrawn') {
    const { withdrawn } = messagesOf(lang);
    const { stories } = await latestStories(lang, 4);
    return (
      <Page frame={frame} path={path}>
        <NothingHere title={withdrawn.title} latest={stories} frame={frame}>
          <p>
            {fillSlot(
              withdrawn.text,
              'date',
              <Timestamp at={answer.at} frame={frame} show="day" />,
            )}
          </p>
        </NothingHere>
      </Page>
    );
  }
  return (
    <Page frame={frame} path={path} section={answer.story.section.slug} hasSettings>
      <Article story={answer.story} frame={frame} />
      <StructuredData data={newsArticle(answer.story, frame)} />
    </Page>
  );
}

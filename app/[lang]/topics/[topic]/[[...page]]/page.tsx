import type { Metadata } from 'next';
import { pageNumber } from '#app/page-number.ts';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { StoryList } from '#components/front/StoryList.tsx';
import { Page } from '#components/layout/Page.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { pageOf, paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';
import { topicPage } from '#lib/news/story-lists.ts';

type Props = { params: Promise<{ lang: string; topic: string; page?: string[] }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0], topic: '-', page: [] }];
}

async function find({ params }: Props) {
  const { lang: code, topic, page } = await params;
  const lang = findEdition(code);
  const number = pageNumber(page);
  const found = lang && number && (await topicPage(lang, decodeURIComponent(topic), number));
  return lang && found ? { lang, found } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const answer = await find(props);
  if (!answer) {
    return { title: messagesOf(editionOrDefault((await props.params).lang)).notFound.title };
  }
  const { lang, found } = answer;
  return {
    title: found.topic.name,
    alternates: { canonical: pageOf(paths.topic(lang, found.topic.slug), found.page) },
  };
}

export default async function TopicPage(props: Props) {
  const answer = await find(props);
  if (!answer) return <UnknownPage lang={editionOrDefault((await props.params).lang)} />;
  const { lang, found } = answer;
  const frame = await editionFrame(lang);
  const topic = found.topic.name;
  const path = paths.topic(lang, found.topic.slug);
  return (
    <Page frame={frame} path={pageOf(path, found.page)}>
      <StoryList
        title={topic}
        listTitle={formatMessage(messagesOf(lang).lists.topic, { topic }, lang)}
        list={found}
        path={path}
        frame={frame}
      />
    </Page>
  );
}

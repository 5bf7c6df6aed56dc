import {
  drawList,
  type ListAddress,
  type ListKind,
  type ListProps,
  listMetadata,
} from '#app/story-list-route.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { TopicPage } from '#lib/model/views.ts';
import { editions } from '#lib/news/editions.ts';
import { topicPage } from '#lib/news/story-lists.ts';

export const ensureStatic = 'navigation';

export function generateStaticParams(): ListAddress[] {
  return [{ lang: editions()[0], slug: '-', page: [] }];
}

const topic: ListKind<TopicPage> = {
  find: topicPage,
  head: ({ topic: { slug, name } }, lang) => ({
    title: name,
    listTitle: formatMessage(messagesOf(lang).lists.topic, { topic: name }, lang),
    path: paths.topic(lang, slug),
  }),
};

export const generateMetadata = (props: ListProps) => listMetadata(topic, props);

export default async function TopicRoute(props: ListProps) {
  return drawList(topic, props);
}

import {
  drawList,
  type ListAddress,
  type ListKind,
  type ListProps,
  listMetadata,
} from '#app/story-list-route.tsx';
import { AuthorIntro } from '#components/article/AuthorIntro.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { AuthorPage } from '#lib/model/views.ts';
import { editions } from '#lib/news/editions.ts';
import { authorPage } from '#lib/news/story-lists.ts';

export const ensureStatic = 'navigation';

export function generateStaticParams(): ListAddress[] {
  return [{ lang: editions()[0], slug: '-', page: [] }];
}

const author: ListKind<AuthorPage> = {
  find: authorPage,
  head: ({ author: known }, lang) => ({
    title: known.name,
    listTitle: formatMessage(messagesOf(lang).lists.author, { name: known.name }, lang),
    path: paths.author(lang, known.slug),
    intro: <AuthorIntro author={known} />,
  }),
};

export const generateMetadata = (props: ListProps) => listMetadata(author, props);

export default async function AuthorRoute(props: ListProps) {
  return drawList(author, props);
}

import type { Metadata } from 'next';
import { pageNumber } from '#app/page-number.ts';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { AuthorIntro } from '#components/article/AuthorIntro.tsx';
import { StoryList } from '#components/front/StoryList.tsx';
import { Page } from '#components/layout/Page.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { pageOf, paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';
import { authorPage } from '#lib/news/story-lists.ts';

type Props = { params: Promise<{ lang: string; author: string; page?: string[] }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0], author: '-', page: [] }];
}

async function find({ params }: Props) {
  const { lang: code, author, page } = await params;
  const lang = findEdition(code);
  const number = pageNumber(page);
  const found = lang && number && (await authorPage(lang, decodeURIComponent(author), number));
  return lang && found ? { lang, found } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const answer = await find(props);
  if (!answer) {
    return { title: messagesOf(editionOrDefault((await props.params).lang)).notFound.title };
  }
  const { lang, found } = answer;
  return {
    title: found.author.name,
    alternates: { canonical: pageOf(paths.author(lang, found.author.slug), found.page) },
  };
}

export default async function AuthorPage(props: Props) {
  const answer = await find(props);
  if (!answer) return <UnknownPage lang={editionOrDefault((await props.params).lang)} />;
  const { lang, found } = answer;
  const frame = await editionFrame(lang);
  const { author } = found;
  const path = paths.author(lang, found.author.slug);
  return (
    <Page frame={frame} path={pageOf(path, found.page)}>
      <StoryList
        title={author.name}
        intro={<AuthorIntro author={author} />}
        listTitle={formatMessage(messagesOf(lang).lists.author, { name: author.name }, lang)}
        list={found}
        path={path}
        frame={frame}
      />
    </Page>
  );
}

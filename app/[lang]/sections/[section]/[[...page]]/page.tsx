import type { Metadata } from 'next';
import { pageNumber } from '#app/page-number.ts';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { StoryList } from '#components/front/StoryList.tsx';
import { Page } from '#components/layout/Page.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { pageOf, paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';
import { sectionPage } from '#lib/news/story-lists.ts';

type Props = { params: Promise<{ lang: string; section: string; page?: string[] }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0], section: '-', page: [] }];
}

async function find({ params }: Props) {
  const { lang: code, section, page } = await params;
  const lang = findEdition(code);
  const number = pageNumber(page);
  const found = lang && number && (await sectionPage(lang, decodeURIComponent(section), number));
  return lang && found ? { lang, found } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const answer = await find(props);
  if (!answer) {
    return { title: messagesOf(editionOrDefault((await props.params).lang)).notFound.title };
  }
  const { lang, found } = answer;
  return {
    title: sectionName(found.section, lang),
    alternates: { canonical: pageOf(paths.section(lang, found.section.slug), found.page) },
  };
}

export default async function SectionPage(props: Props) {
  const answer = await find(props);
  if (!answer) return <UnknownPage lang={editionOrDefault((await props.params).lang)} />;
  const { lang, found } = answer;
  const frame = await editionFrame(lang);
  const section = sectionName(found.section, lang);
  const path = paths.section(lang, found.section.slug);
  return (
    <Page frame={frame} path={pageOf(path, found.page)} section={found.section.slug}>
      <StoryList
        title={section}
        listTitle={formatMessage(messagesOf(lang).lists.section, { section }, lang)}
        list={found}
        path={path}
        frame={frame}
      />
    </Page>
  );
}

import {
  drawList,
  type ListAddress,
  type ListKind,
  type ListProps,
  listMetadata,
} from '#app/story-list-route.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { SectionPage } from '#lib/model/views.ts';
import { editions } from '#lib/news/editions.ts';
import { sectionPage } from '#lib/news/story-lists.ts';

export const ensureStatic = 'navigation';

export function generateStaticParams(): ListAddress[] {
  return [{ lang: editions()[0], slug: '-', page: [] }];
}

const section: ListKind<SectionPage> = {
  find: sectionPage,
  head: ({ section: known }, lang) => {
    const name = sectionName(known, lang);
    return {
      title: name,
      listTitle: formatMessage(messagesOf(lang).lists.section, { section: name }, lang),
      path: paths.section(lang, known.slug),
      section: known.slug,
    };
  },
};

export const generateMetadata = (props: ListProps) => listMetadata(section, props);

export default async function SectionRoute(props: ListProps) {
  return drawList(section, props);
}

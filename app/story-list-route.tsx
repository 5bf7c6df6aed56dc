import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { StoryList } from '#components/front/StoryList.tsx';
import { Page } from '#components/layout/Page.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { pageOf } from '#lib/model/paths.ts';
import type { ListPage } from '#lib/model/views.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, findEdition } from '#lib/news/editions.ts';
import { pageNumber } from './page-number.ts';
import { readSegment } from './read-segment.ts';
import { UnknownPage } from './UnknownPage.tsx';

/** What stands above a list of stories, and where the list has its address. */
type Heading = {
  title: string;
  listTitle: string;
  path: string;
  intro?: ReactNode;
  /** The section to mark in the navigation. */
  section?: string;
};

/** A kind of long list: a section, a topic, an author. */
export type ListKind<Found extends ListPage> = {
  /** The page of the list that an address names; null if there is none. */
  find(lang: LanguageCode, slug: string, page: number): Promise<Found | null>;
  head(found: Found, lang: LanguageCode): Heading;
};

export type ListAddress = { lang: string; slug: string; page?: string[] };
export type ListProps = { params: Promise<ListAddress> };

/** What browsers and programs are told of a page of a list. */
export async function listMetadata<Found extends ListPage>(
  kind: ListKind<Found>,
  { params }: ListProps,
): Promise<Metadata> {
  const address = await params;
  const known = await answer(kind, address);
  if (!known) return { title: messagesOf(editionOrDefault(address.lang)).notFound.title };
  const { found, heading } = known;
  return {
    title: heading.title,
    alternates: { canonical: pageOf(heading.path, found.page) },
  };
}

/** A page of a list, whole. */
export async function drawList<Found extends ListPage>(
  kind: ListKind<Found>,
  { params }: ListProps,
): Promise<ReactNode> {
  const address = await params;
  const known = await answer(kind, address);
  if (!known) return <UnknownPage lang={editionOrDefault(address.lang)} />;
  const { lang, found, heading } = known;
  const { path, section, title, intro, listTitle } = heading;
  const frame = await editionFrame(lang);
  return (
    <Page frame={frame} path={pageOf(path, found.page)} section={section}>
      <StoryList
        title={title}
        intro={intro}
        listTitle={listTitle}
        list={found}
        path={path}
        frame={frame}
      />
    </Page>
  );
}

async function answer<Found extends ListPage>(kind: ListKind<Found>, address: ListAddress) {
  const lang = findEdition(address.lang);
  const page = pageNumber(address.page);
  const found = lang && page && (await kind.find(lang, readSegment(address.slug), page));
  return lang && found ? { lang, found, heading: kind.head(found, lang) } : null;
}

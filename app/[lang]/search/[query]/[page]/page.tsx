import type { Metadata } from 'next';
import { pageNumber } from '#app/page-number.ts';
import { readQuery, writeQuery } from '#app/page-queries.ts';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { Page } from '#components/layout/Page.tsx';
import { SearchResults } from '#components/search/SearchResults.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { pageOf, paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';
import { searchStories } from '#lib/news/search-stories.ts';

type Props = { params: Promise<{ lang: string; query: string; page: string }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0], query: writeQuery('-'), page: '1' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang: code, query } = await params;
  const lang = editionOrDefault(code);
  const { titleFor } = messagesOf(lang).search;
  return {
    title: formatMessage(titleFor, { query: readQuery(query) }, lang),
    robots: { index: false },
  };
}

/** The results of a search. proxy.ts leads `?q=…&page=…` here, since only what stands in the path
 *  can be rendered whole and kept. */
export default async function SearchResultsPage({ params }: Props) {
  const { lang: code, query: written, page } = await params;
  const lang = findEdition(code);
  const number = pageNumber([page]);
  if (!lang || !number) return <UnknownPage lang={editionOrDefault(code)} />;
  const query = readQuery(written);
  const answer = await searchStories(lang, query, number);
  if (number > 1 && answer.hits.length === 0) return <UnknownPage lang={lang} />;
  return (
    <Page
      frame={await editionFrame(lang)}
      path={pageOf(paths.search(lang), number, { q: query })}
      query={query}
    >
      <SearchResults answer={answer} frame={await editionFrame(lang)} />
    </Page>
  );
}

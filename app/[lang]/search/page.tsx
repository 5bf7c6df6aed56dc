import type { Metadata } from 'next';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { Page } from '#components/layout/Page.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';

type Props = { params: Promise<{ lang: string }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0] }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messagesOf(editionOrDefault((await params).lang)).search.title };
}

/** The search page before a search. */
export default async function SearchPage({ params }: Props) {
  const lang = findEdition((await params).lang);
  if (!lang) return <UnknownPage lang={editionOrDefault('')} />;
  const { search } = messagesOf(lang);
  return (
    <Page frame={await editionFrame(lang)} path={paths.search(lang)}>
      <div className="measure">
        <h1 className="text-headline">{search.title}</h1>
        <p className="mt-3 text-standfirst">{search.prompt}</p>
      </div>
    </Page>
  );
}

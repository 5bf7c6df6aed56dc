import type { Metadata } from 'next';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { FrontPage } from '#components/front/FrontPage.tsx';
import { Page } from '#components/layout/Page.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { editionOrDefault, editions, findEdition } from '#lib/news/editions.ts';
import { frontPage } from '#lib/news/front-page.ts';

type Props = { params: Promise<{ lang: string }> };

export const ensureStatic = 'navigation';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = findEdition((await params).lang);
  if (!lang) return { title: messagesOf(editionOrDefault('')).notFound.title };
  const languages = Object.fromEntries(editions().map((code) => [code, paths.front(code)]));
  return { alternates: { canonical: paths.front(lang), languages } };
}

export default async function Front({ params }: Props) {
  const lang = findEdition((await params).lang);
  if (!lang) return <UnknownPage lang={editionOrDefault('')} />;
  const frame = await editionFrame(lang);
  return (
    <Page frame={frame} path={paths.front(lang)}>
      <FrontPage front={await frontPage(lang)} frame={frame} />
    </Page>
  );
}

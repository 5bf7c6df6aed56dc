import type { Metadata } from 'next';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import { editionOrDefault, editions } from '#lib/news/editions.ts';

type Props = { params: Promise<{ lang: string; rest: string[] }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0], rest: ['-'] }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messagesOf(editionOrDefault((await params).lang)).notFound.title };
}

/** Every address below an edition that no other route answers. */
export default async function Unmatched({ params }: Props) {
  return <UnknownPage lang={editionOrDefault((await params).lang)} />;
}

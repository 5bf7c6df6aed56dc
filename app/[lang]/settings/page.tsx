import type { Metadata } from 'next';
import { UnknownPage } from '#app/UnknownPage.tsx';
import { Page } from '#components/layout/Page.tsx';
import { SettingsForm } from '#components/preferences/SettingsForm.tsx';
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
  return { title: messagesOf(editionOrDefault((await params).lang)).settings.title };
}

export default async function SettingsPage({ params }: Props) {
  const lang = findEdition((await params).lang);
  if (!lang) return <UnknownPage lang={editionOrDefault('')} />;
  const frame = await editionFrame(lang);
  return (
    <Page frame={frame} path={paths.settings(lang)} hasSettings>
      <SettingsForm lang={lang} />
    </Page>
  );
}

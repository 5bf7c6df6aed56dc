import { Page } from '#components/layout/Page.tsx';
import { NothingHere } from '#components/ui/NothingHere.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import { editionFrame } from '#lib/news/edition-frame.ts';
import { markNotFound } from '#lib/news/page-status.ts';
import { latestStories } from '#lib/news/story-lists.ts';

type Props = { lang: LanguageCode };

/** What an address that leads nowhere shows, with the status 404. Next's own notFound() would leave
 *  a reader without scripts before an empty page. */
export async function UnknownPage({ lang }: Props) {
  await markNotFound();
  const frame = await editionFrame(lang);
  const { stories } = await latestStories(lang, 4);
  const { notFound } = messagesOf(lang);
  return (
    <Page frame={frame} path={paths.front(lang)}>
      <NothingHere title={notFound.title} latest={stories} frame={frame}>
        <p>{notFound.text}</p>
      </NothingHere>
    </Page>
  );
}

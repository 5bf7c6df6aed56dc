import { TextSizeForm } from '#components/preferences/TextSizeForm.tsx';
import { fillSlot } from '#components/ui/fill-slot.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame, Story } from '#lib/model/views.ts';
import { AuthorLinks } from './AuthorLinks.tsx';

type Props = { story: Story; frame: EditionFrame };

/** Byline, dateline, times, a way to the corrections, and the text size control within reach of
 *  them. */
export function ArticleMeta({ story, frame }: Props) {
  const { article: words } = messagesOf(frame.lang);
  const corrected = story.corrections
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return (
    <div className="mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-hair border-y py-3 text-note">
      <div className="min-w-0 flex-[1_1_16rem]">
        {(story.authors.length > 0 || story.dateline) && (
          <p>
            {story.authors.length > 0 &&
              fillSlot(
                words.by,
                'names',
                <AuthorLinks authors={story.authors} lang={frame.lang} />,
              )}
            {story.authors.length > 0 && story.dateline && ' · '}
            {story.dateline && <span className="tracking-wide">{story.dateline}</span>}
          </p>
        )}
        <p className="text-quiet">
          {fillSlot(words.published, 'date', <Timestamp at={story.published} frame={frame} />)}
        </p>
        {story.updated && (
          <p className="text-quiet">
            {fillSlot(words.updated, 'date', <Timestamp at={story.updated} frame={frame} />)}
          </p>
        )}
        {corrected && (
          <p>
            <a href="#corrections" className="target-text">
              {fillSlot(words.corrected, 'date', <Timestamp at={corrected} frame={frame} />)}
            </a>
          </p>
        )}
      </div>
      <TextSizeForm lang={frame.lang} returnTo={paths.article(frame.lang, story.slug)} />
    </div>
  );
}

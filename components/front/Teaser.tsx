import { StoryPicture } from '#components/ui/StoryPicture.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame, Teaser as Story } from '#lib/model/views.ts';
import { formatList } from '#lib/text/lists.ts';

type Props = {
  story: Story;
  frame: EditionFrame;
  /** `card` has its picture above, `row` beside the words; `line` is time and headline alone. */
  as: 'card' | 'row' | 'line';
};

/** A story in a list: one link, the headline, at heading level 3. The picture repeats what the
 *  headline says, so it is not announced. */
export function Teaser({ story, frame, as }: Props) {
  const href = paths.article(story.lang, story.slug);
  if (as === 'line') {
    return (
      <article className="border-hair border-b pb-3">
        <p className="text-note text-quiet">
          <Timestamp at={story.published} frame={frame} show="day and time" />
        </p>
        <Headline href={href} text={story.headline} />
      </article>
    );
  }
  const by = messagesOf(frame.lang).article.by;
  const names = formatList(story.authorNames, frame.lang);
  return (
    <article
      className={`grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 sm:block ${as === 'row' ? 'lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]' : ''}`}
    >
      {story.image && (
        <StoryPicture
          picture={story.image}
          alt=""
          sizes="(min-width: 64rem) 16rem, (min-width: 34rem) 45vw, 7rem"
          className="aspect-video w-full object-cover"
        />
      )}
      <div className={story.image ? `sm:mt-3 ${as === 'row' ? 'lg:mt-0' : ''}` : 'col-span-2'}>
        <Headline href={href} text={story.headline} />
        <p className="mt-1 text-note text-quiet">
          {names && <>{formatMessage(by, { names }, frame.lang)} · </>}
          <span className="inline-block">
            <Timestamp at={story.published} frame={frame} show="day" />
          </span>
        </p>
      </div>
    </article>
  );
}

function Headline({ href, text }: { href: string; text: string }) {
  return (
    <h3 className="text-teaser">
      <a href={href} className="quiet-link target-text">
        {text}
      </a>
    </h3>
  );
}

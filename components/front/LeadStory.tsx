import { StoryPicture } from '#components/ui/StoryPicture.tsx';
import { sectionName } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame, Teaser } from '#lib/model/views.ts';

type Props = { story: Teaser; frame: EditionFrame };

/** The first story of the front page, at heading level 2. Its picture repeats the headline and is
 *  not announced. */
export function LeadStory({ story, frame }: Props) {
  return (
    <article>
      {story.image && (
        <StoryPicture
          picture={story.image}
          alt=""
          sizes="(min-width: 64rem) 46rem, 100vw"
          isLead
          className="mb-4 aspect-video w-full object-cover"
        />
      )}
      <p className="font-bold text-plain">
        <a
          href={paths.section(story.lang, story.section.slug)}
          className="quiet-link target justify-start text-alert"
        >
          {sectionName(story.section, frame.lang)}
        </a>
      </p>
      <h2 className="text-headline">
        <a href={paths.article(story.lang, story.slug)} className="quiet-link target-text">
          {story.headline}
        </a>
      </h2>
      {story.standfirst && (
        <p className="mt-3 max-w-[42rem] text-quiet text-standfirst">{story.standfirst}</p>
      )}
    </article>
  );
}

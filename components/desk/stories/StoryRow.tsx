import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ListedStory } from '#lib/model/desk-stories.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import { editionName } from '#lib/text/edition-name.ts';
import { findingsInWords } from './findings-in-words.ts';
import { StoryState } from './StoryState.tsx';

type Props = { story: ListedStory; timeZone: string };

/** A story in the list: its headline leads to its page at the desk, and is read out in its own language
 *  (WCAG 2.2, 3.1.2). */
export function StoryRow({ story, timeZone }: Props) {
  const { id, lang, slug, headline, state, published } = story;
  return (
    <li className="border-hair border-b py-3 [overflow-wrap:anywhere]">
      <h2 className="text-plain">
        <a href={`/desk/stories/${id}`} className="target-text font-bold">
          <span id={`headline-${id}`} lang={lang} dir={LANGUAGES[lang].dir}>
            {headline}
          </span>
        </a>
      </h2>
      <p className="text-note">
        <StoryState story={story} timeZone={timeZone} /> {findingsInWords(story)}
      </p>
      <p className="text-note text-quiet">
        {editionName(lang)} edition, dated{' '}
        <Timestamp at={published} frame={{ lang: 'en', timeZone }} />
      </p>
      {state === 'published' && (
        <p>
          <a
            id={`site-${id}`}
            href={paths.article(lang, slug)}
            aria-labelledby={`site-${id} headline-${id}`}
            className="target-text text-note"
          >
            See it on the site
          </a>
        </p>
      )}
    </li>
  );
}

import { InLanguage } from '#components/desk/InLanguage.tsx';
import type { DraftPreview } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { AlertPreview } from './AlertPreview.tsx';
import { EditionName } from './EditionName.tsx';
import { StoryChoice } from './StoryChoice.tsx';

type Props = {
  edition: DraftPreview['editions'][number];
  goesOut: string;
  reply: Reply;
  timeZone: string;
};

/** What an alert will be in one edition: the banner, where it leads, and what is worth a look before
 *  it goes out. */
export function PreviewEdition({ edition, goesOut, reply, timeZone }: Props) {
  const { lang, stories, warnings } = edition;
  const [story, ...others] = stories;
  return (
    <section aria-labelledby={`preview-${lang}`} className="mt-8">
      <h2 id={`preview-${lang}`} className="text-teaser">
        <EditionName lang={lang} />
      </h2>
      <AlertPreview edition={edition} goesOut={goesOut} timeZone={timeZone} />
      {story && others.length === 0 && (
        <p className="mt-2 text-plain">
          Leads to <InLanguage lang={story.lang}>{story.headline}</InLanguage>
        </p>
      )}
      {!story && <p className="mt-2 text-plain">Leads nowhere.</p>}
      {others.length > 0 && (
        <StoryChoice
          id={`link-${lang}`}
          legend="Which story do you mean?"
          stories={stories}
          reply={reply}
          timeZone={timeZone}
        />
      )}
      {warnings.length > 0 && (
        <div className="mt-3 border-alert border-s-4 ps-3 text-plain">
          <h3 className="font-bold font-text">Worth a look</h3>
          <ul className="list-disc ps-6">
            {warnings.map(({ about, says, quote }) => (
              <li key={about} className="[overflow-wrap:anywhere]">
                {says} {quote && <InLanguage lang={lang}>{`“${quote}”`}</InLanguage>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

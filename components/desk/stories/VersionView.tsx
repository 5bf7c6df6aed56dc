import { LeadFigure } from '#components/article/LeadFigure.tsx';
import { StoryHtml } from '#components/ui/StoryHtml.tsx';
import type { StoryVersion } from '#lib/model/desk-stories.ts';
import { LANGUAGES, type LanguageCode } from '#lib/model/language.ts';
import { FindingList } from './FindingList.tsx';

type Props = { version: StoryVersion; lang: LanguageCode };

/** What was found in a version of a story, and the story to read, as readers would get it. The places
 *  of the findings are marked in the text and numbered, so that nobody has to see the colour. */
export function VersionView({ version, lang }: Props) {
  const { headline, standfirst, image, body, findings } = version;
  return (
    <>
      <h3 className="mt-6 text-teaser">What was found in it</h3>
      <FindingList findings={findings} lang={lang} heading="h4" />
      <h3 className="mt-6 text-teaser">How it reads</h3>
      <div
        lang={lang}
        dir={LANGUAGES[lang].dir}
        className="mt-3 border border-control p-4 [overflow-wrap:anywhere]"
      >
        <p className="text-standfirst font-bold">{headline}</p>
        {standfirst && <p className="mt-2 text-standfirst">{standfirst}</p>}
        {image && <LeadFigure figure={image} />}
        <div className="measure mt-6">
          <StoryHtml html={body} />
        </div>
      </div>
    </>
  );
}

import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { StoryFile } from '#lib/model/desk-stories.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import { findingsInWords } from './findings-in-words.ts';
import { StoryActs } from './StoryActs.tsx';
import { StoryHistory } from './StoryHistory.tsx';
import { StoryState } from './StoryState.tsx';
import { VersionView } from './VersionView.tsx';

type Props = {
  file: StoryFile;
  formKey: string;
  reply: Reply | null;
  mayChange: boolean;
  timeZone: string;
};

/** All that the desk knows of a story, and what can be done with it. */
export function StoryPage({ file, formKey, reply, mayChange, timeZone }: Props) {
  const { story, version, waiting, revision } = file;
  const { lang, slug, headline, state, published } = story;
  const frame = { lang: 'en', timeZone } as const;
  return (
    <>
      <p
        lang={lang}
        dir={LANGUAGES[lang].dir}
        className="mt-3 text-standfirst font-bold [overflow-wrap:anywhere]"
      >
        {headline}
      </p>
      <p className="mt-3 text-plain [overflow-wrap:anywhere]">
        <StoryState story={story} timeZone={timeZone} /> {findingsInWords(story)}
      </p>
      <p className="mt-1 text-note text-quiet">
        Dated <Timestamp at={published} frame={frame} />. Version {revision}.
      </p>
      {state === 'published' && (
        <p>
          <a href={paths.article(lang, slug)} className="target-text text-plain">
            See it on the site
          </a>
        </p>
      )}
      <h2 className="mt-8 text-teaser">What can be done</h2>
      <StoryActs file={file} formKey={formKey} reply={reply} mayChange={mayChange} />
      {waiting && (
        <>
          <h2 className="mt-10 text-teaser">The newer version, which waits</h2>
          <p className="mt-2 text-plain">
            It waits since <Timestamp at={waiting.since} frame={frame} />.
          </p>
          <VersionView version={waiting} lang={lang} />
        </>
      )}
      <h2 className="mt-10 text-teaser">The version that is here</h2>
      <VersionView version={version} lang={lang} />
      <h2 className="mt-10 text-teaser">Its history</h2>
      <StoryHistory file={file} timeZone={timeZone} />
    </>
  );
}

import { TeaserGrid } from '#components/front/TeaserGrid.tsx';
import { SectionHeading } from '#components/ui/SectionHeading.tsx';
import { StoryHtml } from '#components/ui/StoryHtml.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame, Story } from '#lib/model/views.ts';
import { formatList } from '#lib/text/lists.ts';
import { ArticleAuthors } from './ArticleAuthors.tsx';
import { ArticleMeta } from './ArticleMeta.tsx';
import { Corrections } from './Corrections.tsx';
import { LeadFigure } from './LeadFigure.tsx';

type Props = { story: Story; frame: EditionFrame };

/** A story on its own page, in the order in which a paper prints it. One h1; headings of the text
 *  and of what follows it at level 2. */
export function Article({ story, frame }: Props) {
  const { article: words } = messagesOf(frame.lang);
  const { lang } = frame;
  return (
    <>
      <article>
        <header className="measure">
          <p className="font-bold text-plain">
            <a
              href={paths.section(lang, story.section.slug)}
              className="quiet-link target justify-start text-alert"
            >
              {sectionName(story.section, lang)}
            </a>
          </p>
          <h1 className="text-headline">{story.headline}</h1>
          {story.standfirst && (
            <p className="mt-4 text-quiet text-standfirst">{story.standfirst}</p>
          )}
          <ArticleMeta story={story} frame={frame} />
        </header>
        {story.image && <LeadFigure figure={story.image} />}
        <div className="measure mt-8">
          <StoryHtml html={story.body} />
          {story.agencies.length > 0 && (
            <p className="mt-8 border-hair border-t pt-4 text-note text-quiet">
              {formatMessage(
                words.attribution,
                { agencies: formatList(story.agencies, lang) },
                lang,
              )}
            </p>
          )}
          <Corrections corrections={story.corrections} frame={frame} />
          {story.isSample && (
            <p className="mt-6 border-alert border-s-4 bg-sheet p-4 text-note">{words.sample}</p>
          )}
          <ArticleAuthors authors={story.authors} lang={lang} />
          {story.topics.length > 0 && (
            <section aria-labelledby="topics" className="mt-10">
              <SectionHeading id="topics">{words.topics}</SectionHeading>
              <ul className="flex flex-wrap gap-3">
                {story.topics.map((topic) => (
                  <li key={topic.slug}>
                    <a
                      href={paths.topic(lang, topic.slug)}
                      className="target rounded border border-control px-4 text-ink text-note no-underline hover:underline"
                    >
                      {topic.name}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </article>
      {story.related.length > 0 && (
        <section aria-labelledby="related" className="mt-12 print:hidden">
          <SectionHeading id="related">{words.related}</SectionHeading>
          <TeaserGrid stories={story.related} frame={frame} />
        </section>
      )}
    </>
  );
}

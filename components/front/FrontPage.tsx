import { SectionHeading } from '#components/ui/SectionHeading.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame, FrontPage as Front } from '#lib/model/views.ts';
import { LeadStory } from './LeadStory.tsx';
import { Teaser } from './Teaser.tsx';
import { TeaserGrid } from './TeaserGrid.tsx';

type Props = { front: Front; frame: EditionFrame };

/** The front page. Its one h1 is the paper's name, for those who move by headings; below it the
 *  lead, the latest and each section at level 2, their stories at level 3. */
export function FrontPage({ front, frame }: Props) {
  const { front: words } = messagesOf(frame.lang);
  return (
    <>
      <h1 className="sr-only">
        {frame.siteName}: {words.title}
      </h1>
      {front.lead === null && <p className="py-16 text-standfirst">{words.empty}</p>}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,46rem)_1fr]">
        {front.lead && <LeadStory story={front.lead} frame={frame} />}
        {front.latest.length > 0 && (
          <section aria-labelledby="latest" className="lg:border-hair lg:border-s lg:ps-8">
            <SectionHeading id="latest">{words.latest}</SectionHeading>
            <ul className="grid gap-3">
              {front.latest.map((story) => (
                <li key={story.id}>
                  <Teaser story={story} frame={frame} as="line" />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {front.sections.map(({ section, stories }) => {
        const name = sectionName(section, frame.lang);
        const id = `section-${section.slug}`;
        return (
          <section key={section.slug} aria-labelledby={id} className="mt-10">
            <SectionHeading id={id}>{name}</SectionHeading>
            <TeaserGrid stories={stories} frame={frame} />
            <p className="mt-3 text-note">
              <a
                href={paths.section(frame.lang, section.slug)}
                className="target justify-start text-ink"
              >
                {formatMessage(words.more, { section: name }, frame.lang)}
              </a>
            </p>
          </section>
        );
      })}
    </>
  );
}

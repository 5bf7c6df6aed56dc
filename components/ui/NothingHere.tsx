import type { ReactNode } from 'react';
import { TeaserGrid } from '#components/front/TeaserGrid.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame, Teaser as Story } from '#lib/model/views.ts';
import { SectionHeading } from './SectionHeading.tsx';

type Props = {
  title: string;
  children: ReactNode;
  /** What the reader may like to read instead. */
  latest: Story[];
  frame: EditionFrame;
};

/** A page that stands where there is no story: unknown or withdrawn. It says so in its h1, says
 *  what to do, and offers the latest stories. */
export function NothingHere({ title, children, latest, frame }: Props) {
  const { notFound, front } = messagesOf(frame.lang);
  return (
    <>
      <div className="measure">
        <h1 className="text-headline">{title}</h1>
        <div className="mt-4 grid gap-3 text-standfirst">{children}</div>
        <p className="mt-4 text-plain">{notFound.next}</p>
        <p className="text-plain">
          <a href={paths.front(frame.lang)} className="target justify-start font-bold">
            {notFound.home}
          </a>
        </p>
      </div>
      {latest.length > 0 && (
        <section aria-labelledby="latest" className="mt-10">
          <SectionHeading id="latest">{front.latest}</SectionHeading>
          <TeaserGrid stories={latest} frame={frame} />
        </section>
      )}
    </>
  );
}

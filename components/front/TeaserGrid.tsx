import type { EditionFrame, Teaser as Story } from '#lib/model/views.ts';
import { Teaser } from './Teaser.tsx';

type Props = {
  stories: readonly Story[];
  frame: EditionFrame;
  /** The most that stand side by side on a wide screen. */
  columns?: 3 | 4;
};

/** Stories side by side, as a list: a screen reader says how many there are. */
export function TeaserGrid({ stories, frame, columns = 4 }: Props) {
  return (
    <ul
      className={`grid gap-x-8 gap-y-6 sm:grid-cols-2 ${columns === 4 ? 'lg:grid-cols-4' : 'lg:grid-cols-3'}`}
    >
      {stories.map((story) => (
        <li key={story.id}>
          <Teaser story={story} frame={frame} as="card" />
        </li>
      ))}
    </ul>
  );
}

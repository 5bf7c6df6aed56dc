import type { EditionFrame, Teaser as Story } from '#lib/model/views.ts';
import { Teaser } from './Teaser.tsx';

type Props = { stories: readonly Story[]; frame: EditionFrame };

/** Stories side by side, as a list: a screen reader says how many there are. However few they are,
 *  they fill the width: four or three columns, or two with the picture beside the words. */
export function TeaserGrid({ stories, frame }: Props) {
  const columns = { 1: 'lg:grid-cols-2', 2: 'lg:grid-cols-2', 3: 'lg:grid-cols-3' };
  const wide = columns[stories.length as 1 | 2 | 3] ?? 'lg:grid-cols-4';
  return (
    <ul className={`grid gap-x-8 gap-y-6 sm:grid-cols-2 ${wide}`}>
      {stories.map((story) => (
        <li key={story.id}>
          <Teaser story={story} frame={frame} as={stories.length > 2 ? 'card' : 'row'} />
        </li>
      ))}
    </ul>
  );
}

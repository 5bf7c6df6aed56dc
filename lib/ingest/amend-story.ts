import { type ArticleInput, articleInputSchema } from '#lib/model/article-input.ts';
import { importStory } from './import-story.ts';
import type { NewsDesk } from './news-desk.ts';
import type { Amendment } from './reading.ts';
import type { StoryOutcome } from './story-outcome.ts';
import { deskWithPictures } from './story-source.ts';

/** Makes a story anew from what it was made from, with a part of it changed here. It goes the same way
 *  in as from its sender, and keeps the pictures that it has. Throws RevisionMovedError if the story
 *  has been replaced since. */
export function amendStory(
  desk: NewsDesk,
  id: string,
  input: ArticleInput,
  amends: Amendment,
): Promise<StoryOutcome> {
  const pictures = deskWithPictures(desk.pictures, amends.source.pictures);
  const place = `The story ${id}`;
  // In the order of the schema, as it will be read back: the order counts for its hash.
  const ordered = articleInputSchema.parse(input);
  const found = { place, input: ordered, pictures: null, warnings: [], amends };
  return importStory({ ...desk, pictures }, found);
}

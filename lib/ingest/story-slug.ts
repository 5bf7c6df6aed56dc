import { createHash } from 'node:crypto';
import { slugOf } from '#lib/text/slug.ts';
import type { FoundStory } from './reading.ts';

type Named = Pick<FoundStory, 'input' | 'wishedSlug'>;

/** The part of its address that a story asks for, or that is made for it. */
export function slugOfStory(story: Named): string {
  return slugsOf(story)[0];
}

/** Where a story that did not ask for a slug may stand when another has the one that was made for
 *  it; undefined for one that asked. */
export function otherSlugsOf(story: Named): string[] | undefined {
  return story.input.slug ? undefined : slugsOf(story).slice(1);
}

/** Recurring headlines are an everyday thing (“Weather”, “Letters”): the first story has the
 *  headline alone, the next the day with it, and a second one of that day, or one whose headline has
 *  no letters, a mark of its own. All are made from the story alone, so they come out the same
 *  again. */
function slugsOf({ input, wishedSlug }: Named): [string, ...string[]] {
  if (input.slug) return [input.slug];
  const words = wishedSlug || slugOf(input.headline);
  const day = new Date(input.published).toISOString().slice(0, 10);
  const mark = createHash('sha256').update(input.sourceId).digest('hex').slice(0, 8);
  return words ? [words, `${words}-${day}`, `${words}-${day}-${mark}`] : [`${day}-${mark}`];
}

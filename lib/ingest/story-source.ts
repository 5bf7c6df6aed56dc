import { type ArticleInput, articleInputSchema } from '#lib/model/article-input.ts';
import type { Picture } from '#lib/model/picture.ts';
import type { ArticleSource, MadePictures } from '#lib/store/article-sources.ts';
import type { PictureDesk } from './pictures.ts';
import type { StoryPictures } from './story-pictures.ts';

/** What to make of a story that its sender sends again: if it is the same as last time, the story as
 *  it was changed here since; if it is another version, that, with the corrections made here. */
export function inputToMake(
  sent: ArticleInput,
  sentHash: string,
  source: ArticleSource | null,
): ArticleInput {
  if (!source) return sent;
  if (source.sentHash === sentHash) {
    const changedHere = articleInputSchema.safeParse(source.input);
    return changedHere.success ? changedHere.data : sent;
  }
  const told = new Set(sent.corrections.map(({ text }) => text));
  const ours = source.corrections.filter(({ text }) => !told.has(text));
  return ours.length > 0 ? { ...sent, corrections: [...sent.corrections, ...ours] } : sent;
}

/** How the sender of a story dates this version of it, in UTC. */
export function datedBySender({ updated, published }: ArticleInput): string {
  return new Date(updated ?? published).toISOString();
}

/** The pictures of a story, to be kept with what it was made from. */
export function keptPictures({ story, portrait }: StoryPictures): MadePictures {
  return { story: Object.fromEntries(story), portrait: Object.fromEntries(portrait) };
}

/** A picture desk that takes the pictures that a story has already from there: their files may be
 *  out of reach by now, and what they show has not changed. */
export function deskWithPictures(desk: PictureDesk, known: MadePictures): PictureDesk {
  const find = (url: string, pictures: Record<string, Picture>) =>
    Object.hasOwn(pictures, url) ? pictures[url] : undefined;
  return {
    make: async (url, base, kind) => find(url, known[kind]) ?? desk.make(url, base, kind),
    fingerprint: async (url, base) =>
      find(url, known.story)?.id ?? find(url, known.portrait)?.id ?? desk.fingerprint(url, base),
  };
}

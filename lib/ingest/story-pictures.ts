import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Picture } from '#lib/model/picture.ts';
import type { PictureKind } from './picture-recipe.ts';
import { type PictureBase, PictureProblem } from './picture-source.ts';
import type { PictureDesk } from './pictures.ts';

type Wish = { url: string; kind: PictureKind };

/** The pictures of one story that could be had, by what shows them and the address given. */
export type StoryPictures = {
  story: Map<string, Picture>;
  portrait: Map<string, Picture>;
  /** One sentence for each that could not be had. */
  problems: string[];
};

/** Every picture that a story asks for: over it, in its body, beside its authors. */
export function wishesOf(input: ArticleInput, inBody: string[]): Wish[] {
  const lead = input.image ? [input.image.url] : [];
  const portraits = input.authors.flatMap(({ image }) => (image ? [image.url] : []));
  return [
    ...[...new Set([...lead, ...inBody])].map((url): Wish => ({ url, kind: 'story' })),
    ...[...new Set(portraits)].map((url): Wish => ({ url, kind: 'portrait' })),
  ];
}

/** Makes the pictures of a story ready. One that can't be had is reported, and the story does
 *  without. */
export async function makePictures(
  desk: PictureDesk,
  wishes: Wish[],
  base: PictureBase,
): Promise<StoryPictures> {
  const pictures: StoryPictures = { story: new Map(), portrait: new Map(), problems: [] };
  const attempts = wishes.map(async ({ url, kind }) => {
    try {
      pictures[kind].set(url, await desk.make(url, base, kind));
      return [];
    } catch (error) {
      if (!(error instanceof PictureProblem)) throw error;
      return [`The picture ${url} was left out: ${error.message}.`];
    }
  });
  pictures.problems = (await Promise.all(attempts)).flat();
  return pictures;
}

import type { ArticleInput } from '#lib/model/article-input.ts';
import { lineOf } from '#lib/text/html-tree.ts';
import { readBody } from './body.ts';
import type { ComingStory } from './coming-story.ts';

type Coming = Pick<ComingStory, 'input' | 'lang' | 'body'>;

/** The version that readers have now. */
export type ShownVersion = {
  input: ArticleInput;
  /** What it says of its last update, in UTC. */
  updated: string | null;
  /** It came in another way, as by a feed that has only the beginning of the story. */
  cameAnotherWay: boolean;
};

/** Systems stamp a story while they publish it. That is no update. */
const PUBLISHING_MS = 60_000;

/** When readers are told that a story changed, in UTC; null if it never did. A sender's own stamp
 *  moves with every tag and picture, so it counts only where the text changed: headline, standfirst,
 *  or words of the body. Where the sender has no newer stamp the change is dated `now`, unless it
 *  only came another way. Of a story that readers see for the first time the sender alone knows. */
export function shownUpdate(
  { input, lang, body }: Coming,
  shown: ShownVersion | null,
  now: string,
): string | null {
  const stamp = input.updated ? new Date(input.updated).toISOString() : null;
  if (!shown) {
    const first = Math.max(...[input.published, input.embargoedUntil ?? 0].map(instantOf));
    return stamp && instantOf(stamp) - first >= PUBLISHING_MS ? stamp : null;
  }
  if (hasSameWords({ input, lang, body }, shown.input)) return shown.updated;
  const last = shown.updated ?? new Date(shown.input.published).toISOString();
  if (stamp && stamp > last) return stamp;
  return shown.cameAnotherWay ? shown.updated : now;
}

function instantOf(instant: string | number): number {
  return new Date(instant).getTime();
}

function hasSameWords({ input, lang, body }: Coming, other: ArticleInput): boolean {
  if (input.headline !== other.headline) return false;
  if ((input.standfirst ?? '') !== (other.standfirst ?? '')) return false;
  if (input.body === other.body && input.bodyMarkdown === other.bodyMarkdown) return true;
  return lineOf(body) === lineOf(readBody(other, lang).kept);
}

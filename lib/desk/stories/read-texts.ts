import { articleInputSchema } from '#lib/model/article-input.ts';
import type { ListedStory, StoryTexts } from '#lib/model/desk-stories.ts';
import { plainLine } from '#lib/model/plain-line.ts';
import { findSource } from '#lib/store/article-sources.ts';
import { findById } from '#lib/store/articles.ts';
import { deskStories } from '#lib/store/desk-stories.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import { NO_SOURCE } from './tell-corrected.ts';

/** A story with what of it can be corrected, as it was sent and changed here since, or with why it can't;
 *  null if there is no such story. */
export async function readCorrectable(
  store: Store,
  id: string,
  mayChange: boolean,
): Promise<{ story: ListedStory; texts: StoryTexts } | { story: ListedStory; why: string } | null> {
  const row = await findById(store, plainLine(id));
  const [story] = row ? await deskStories(store, [row]) : [];
  if (!row || !story) return null;
  if (!mayChange) return { story, why: 'Your token may not change stories: it needs publish.' };
  const texts = await textsOf(store, row);
  return texts ? { story, texts } : { story, why: NO_SOURCE };
}

async function textsOf(store: Store, { id, revision }: ArticleRow): Promise<StoryTexts | null> {
  const source = await findSource(store, id);
  const input = articleInputSchema.safeParse(source?.input);
  if (!input.success) return null;
  const { headline, standfirst = '', body, bodyMarkdown = '' } = input.data;
  return {
    revision,
    headline,
    standfirst,
    text: body ?? bodyMarkdown,
    format: body === undefined ? 'Markdown' : 'HTML',
  };
}

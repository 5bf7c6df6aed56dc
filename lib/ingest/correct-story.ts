import type { z } from 'zod';
import type { Actor } from '#lib/model/actor.ts';
import { type ArticleInput, articleInputSchema } from '#lib/model/article-input.ts';
import { findSource } from '#lib/store/article-sources.ts';
import { findById, RevisionMovedError } from '#lib/store/articles.ts';
import { wasRead } from '#lib/store/judge-hold.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import { amendStory } from './amend-story.ts';
import type { NewsDesk } from './news-desk.ts';
import type { StoryOutcome } from './story-outcome.ts';

/** A change to a story that is here. */
export type Correction = {
  actor: Actor;
  /** Whether the change was meant for this revision. */
  isFor(row: ArticleRow): boolean;
  /** Makes the change to what the story was made from. What comes out may be anything. */
  change(before: ArticleInput): unknown;
  /** What readers are told of it. Null: it is only a typing error. Undefined: nothing was said. */
  note: string | null | undefined;
  /** Whether it says itself how the story is dated from now on. */
  isDated?: boolean;
};

/** What became of it. `moved`: the story is at another revision. `busy`: others change it at the same
 *  moment. */
export type Corrected =
  | { kind: 'made'; outcome: StoryOutcome }
  | { kind: 'unknown' | 'no source' | 'busy' | 'note missing' }
  | { kind: 'withdrawn' | 'moved'; row: ArticleRow }
  | { kind: 'invalid'; error: z.ZodError };

/** Two people may change one story at once; whoever comes second reads it again. */
const MOST_ATTEMPTS = 3;

/** Changes a part of a story, with a note that readers see. What was before is kept as a revision. */
export async function correctStory(
  news: NewsDesk,
  id: string,
  correction: Correction,
): Promise<Corrected> {
  const { actor, note = null } = correction;
  for (let attempt = 1; ; attempt += 1) {
    const row = await findById(news.store, id);
    if (!row) return { kind: 'unknown' };
    if (row.state === 'withdrawn') return { kind: 'withdrawn', row };
    if (!correction.isFor(row)) return { kind: 'moved', row };
    const source = await findSource(news.store, id);
    if (!source) return { kind: 'no source' };
    const changed = changedBy(correction, row, source.input as ArticleInput);
    if (changed.kind) return changed;
    const { input, corrections } = changed;
    const amends = {
      revision: row.revision,
      source: { ...source, corrections: [...source.corrections, ...corrections] },
      actor,
      note,
    };
    try {
      return { kind: 'made', outcome: await amendStory(news, id, input, amends) };
    } catch (error) {
      if (!(error instanceof RevisionMovedError)) throw error;
      if (attempt === MOST_ATTEMPTS) return { kind: 'busy' };
    }
  }
}

/** The story with the change made to it, and the correction that tells readers of it. */
function changedBy({ change, note, isDated }: Correction, row: ArticleRow, before: ArticleInput) {
  const parsed = articleInputSchema.safeParse(change(before), { reportInput: true });
  if (!parsed.success) return { kind: 'invalid', error: parsed.error } as const;
  const input = parsed.data;
  const at = new Date().toISOString();
  const isText = TEXT.some((field) => input[field] !== before[field]);
  const isSeen = wasRead(row, at);
  if (isText && isSeen && note === undefined) return { kind: 'note missing' } as const;
  const corrections = note ? [{ at, text: note }] : [];
  return {
    corrections,
    input: {
      ...input,
      ...(isText && isSeen && !isDated ? { updated: at } : {}),
      corrections: [...input.corrections, ...corrections],
    },
  };
}

/** What readers may have read and remember. */
const TEXT = ['headline', 'standfirst', 'body', 'bodyMarkdown'] as const;

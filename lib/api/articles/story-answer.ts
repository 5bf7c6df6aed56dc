import { z } from 'zod';
import type { StoryOutcome } from '#lib/ingest/story-outcome.ts';
import type { ArticleState } from '#lib/model/article.ts';
import { findingSchema } from '#lib/model/finding.ts';
import { findById } from '#lib/store/articles.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import type { ApiDesk } from '../api-desk.ts';
import { Problem, pointerTo } from '../problem.ts';
import { urlOf } from './published-article.ts';
import { revisionTag } from './revision-tag.ts';

const STATES = [
  'published',
  'embargoed',
  'held',
  'withdrawn',
] as const satisfies readonly ArticleState[];

/** What its sender is told of a story that was taken. */
export const storyAnswerSchema = z.strictObject({
  id: z.string(),
  url: z.url().describe('where readers find it as soon as it is published'),
  state: z.enum(STATES),
  reason: z.string().optional().describe('why this version is not published now'),
  unchanged: z.literal(true).optional().describe('it was here already, to the letter'),
  findings: z.array(findingSchema).describe('what its audit found and no machine can repair'),
  warnings: z.array(z.string()).describe('what was left out, as pictures that could not be had'),
});

/** Tells what became of a story. Throws Problem for one that was not taken. */
export async function storyAnswer(desk: ApiDesk, outcome: StoryOutcome): Promise<Response> {
  refuseFailure(outcome);
  const row = outcome.story?.id ? await findById(desk.store, outcome.story.id) : null;
  if (!row) throw new Problem('invalid-story', outcome.reason ?? 'It could not be taken.');
  const isUnchanged = (outcome.stored ?? outcome.outcome) === 'unchanged';
  const answer: z.infer<typeof storyAnswerSchema> = {
    id: row.id,
    url: urlOf(desk.config.siteUrl, row),
    state: row.state,
    ...(outcome.reason ? { reason: outcome.reason } : {}),
    ...(isUnchanged ? { unchanged: true } : {}),
    findings: outcome.findings,
    warnings: outcome.warnings,
  };
  return writerAnswer(row, answer, outcome.stored === 'new' ? 201 : 200);
}

function writerAnswer(
  { id, revision }: Pick<ArticleRow, 'id' | 'revision'>,
  answer: z.infer<typeof storyAnswerSchema>,
  status: 200 | 201,
): Response {
  return new Response(JSON.stringify(answer), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      etag: revisionTag(revision),
      ...(status === 201 ? { location: `/api/articles/${id}` } : {}),
    },
  });
}

function refuseFailure({ outcome, reason = '', field, cause }: StoryOutcome): void {
  if (cause) throw new Problem('conflict', reason);
  if (outcome !== 'failed') return;
  const errors = field ? [{ field: pointerTo([field]), detail: reason }] : [];
  throw new Problem(field === 'slug' ? 'conflict' : 'invalid-story', reason, { errors });
}

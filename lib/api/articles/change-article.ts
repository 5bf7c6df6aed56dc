import { z } from 'zod';
import { amendStory } from '#lib/ingest/amend-story.ts';
import { fieldProblems, problemOf } from '#lib/ingest/input-problems.ts';
import { type ArticleInput, articleInputSchema } from '#lib/model/article-input.ts';
import { findSource } from '#lib/store/article-sources.ts';
import { findById, RevisionMovedError } from '#lib/store/articles.ts';
import type { ArticleRow } from '#lib/store/schema.ts';
import type { ApiDesk } from '../api-desk.ts';
import { authenticate } from '../authenticate.ts';
import type { Endpoint } from '../endpoint.ts';
import { mergePatch } from '../merge-patch.ts';
import { Problem, pointerTo } from '../problem.ts';
import { names } from '../public-answer.ts';
import { readJson } from '../read-json.ts';
import { newsDesk } from './news-desk.ts';
import { gone, unknown } from './read-article.ts';
import { revisionTag } from './revision-tag.ts';
import { storyAnswer } from './story-answer.ts';

export const PATCH_TYPES = ['application/merge-patch+json', 'application/json'] as const;

const patchSchema = z.looseObject({
  sourceId: z.never().optional(),
  correction: z.string().trim().min(1).max(2000).nullable().optional(),
});

type Patch = z.output<typeof patchSchema>;

/** Two people may change one story at once; whoever comes second reads it again. */
const MOST_ATTEMPTS = 3;

/** `PATCH /api/articles/{id}`: changes a part of a story, with a note that readers see. What was
 *  before is kept as a revision. */
export const changeArticle: Endpoint = async (desk, request, id) => {
  const token = await authenticate(desk, request, 'publish');
  const patch = readPatch(await readJson(request, PATCH_TYPES));
  const news = newsDesk(desk, token);
  for (let attempt = 1; ; attempt += 1) {
    const row = await rowToChange(desk, request, id);
    const source = await findSource(desk.store, id);
    if (!source) throw new Problem('conflict', NO_SOURCE);
    const { input, corrections } = changed(row, source.input as ArticleInput, patch);
    const amends = {
      revision: row.revision,
      source: { ...source, corrections: [...source.corrections, ...corrections] },
    };
    try {
      return await storyAnswer(desk, await amendStory(news, id, input, amends));
    } catch (error) {
      if (!(error instanceof RevisionMovedError)) throw error;
      if (attempt === MOST_ATTEMPTS) throw new Problem('conflict', MOVED);
    }
  }
};

const MOVED = 'Others change this story at the same moment. Try again.';
const NO_SOURCE =
  'It came in before Lede kept what stories are made from. Send it once more with POST, or import it again.';

/** With `If-Match` the change is for the revision that its sender has seen and no other. */
async function rowToChange(desk: ApiDesk, request: Request, id: string): Promise<ArticleRow> {
  const row = await findById(desk.store, id);
  if (!row) throw unknown(id);
  if (row.state === 'withdrawn') throw gone(row);
  const condition = request.headers.get('if-match');
  const etag = revisionTag(row.revision);
  if (condition !== null && !names(condition, etag)) {
    const detail = `It is at ${etag} now. Read it again and make your change to that.`;
    throw new Problem('revision-moved', detail);
  }
  return row;
}

function readPatch(content: unknown): Patch {
  const parsed = patchSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  if (parsed.error.issues[0]?.path[0] === 'sourceId') {
    throw invalid('sourceId', 'A story keeps its sourceId for life. Take the field out.');
  }
  throw parsed.error.issues[0]?.path[0] === 'correction'
    ? invalid('correction', 'It must be a text of 1 to 2000 characters, or null.')
    : new Problem('invalid-story', 'Send an object with the fields to change.');
}

/** The story with the change made to it, and the correction that tells readers of it. */
function changed(row: ArticleRow, before: ArticleInput, { correction, ...patch }: Patch) {
  const parsed = articleInputSchema.safeParse(mergePatch(before, patch), { reportInput: true });
  if (!parsed.success) {
    const errors = fieldProblems(parsed.error).map(({ path, detail }) => ({
      field: pointerTo(path),
      detail,
    }));
    throw new Problem('invalid-story', problemOf(parsed.error), { errors });
  }
  const input = parsed.data;
  const isText = TEXT.some((field) => input[field] !== before[field]);
  const isSeen = row.state === 'published';
  if (isText && isSeen && correction === undefined) throw invalid('correction', NOTE_MISSING);
  const at = new Date().toISOString();
  const corrections = correction ? [{ at, text: correction }] : [];
  return {
    corrections,
    input: {
      ...input,
      ...(isText && isSeen && patch.updated === undefined ? { updated: at } : {}),
      corrections: [...input.corrections, ...corrections],
    },
  };
}

/** What readers may have read and remember. */
const TEXT = ['headline', 'standfirst', 'body', 'bodyMarkdown'] as const;

const NOTE_MISSING =
  'Readers have seen the text that you change. Say in a sentence what was wrong, or send null if it is only a typing error.';

function invalid(field: string, detail: string): Problem {
  return new Problem('invalid-story', detail, { errors: [{ field: pointerTo([field]), detail }] });
}

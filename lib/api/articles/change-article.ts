import { z } from 'zod';
import { type Corrected, correctStory } from '#lib/ingest/correct-story.ts';
import { fieldProblems, problemOf } from '#lib/ingest/input-problems.ts';
import { openNewsDesk } from '#lib/ingest/open-news-desk.ts';
import { authenticate } from '../authenticate.ts';
import type { Endpoint } from '../endpoint.ts';
import { mergePatch } from '../merge-patch.ts';
import { Problem, pointerTo } from '../problem.ts';
import { names } from '../public-answer.ts';
import { readJson } from '../read-json.ts';
import { tokenActor } from '../token-actor.ts';
import { gone, unknown } from './read-article.ts';
import { revisionTag } from './revision-tag.ts';
import { storyAnswer } from './story-answer.ts';

export const PATCH_TYPES = ['application/merge-patch+json', 'application/json'] as const;

const patchSchema = z.looseObject({
  sourceId: z.never().optional(),
  correction: z.string().trim().min(1).max(2000).nullable().optional(),
});

type Patch = z.output<typeof patchSchema>;

/** `PATCH /api/articles/{id}`: changes a part of a story, with a note that readers see. What was
 *  before is kept as a revision. */
export const changeArticle: Endpoint = async (desk, request, id) => {
  const token = await authenticate(desk, request, 'publish');
  const { correction: note, ...patch } = readPatch(await readJson(request, PATCH_TYPES));
  const condition = request.headers.get('if-match');
  const corrected = await correctStory(openNewsDesk(desk, token), id, {
    actor: tokenActor(token),
    note,
    // With `If-Match` the change is for the revision that its sender has seen and no other.
    isFor: ({ revision }) => condition === null || names(condition, revisionTag(revision)),
    change: (before) => mergePatch(before, patch),
    isDated: patch.updated !== undefined,
  });
  if (corrected.kind === 'made') return storyAnswer(desk, corrected.outcome);
  throw problemWith(corrected, id);
};

function problemWith(corrected: Exclude<Corrected, { kind: 'made' }>, id: string): Problem {
  switch (corrected.kind) {
    case 'unknown':
      return unknown(id);
    case 'withdrawn':
      return gone(corrected.row);
    case 'moved': {
      const etag = revisionTag(corrected.row.revision);
      const detail = `It is at ${etag} now. Read it again and make your change to that.`;
      return new Problem('revision-moved', detail);
    }
    case 'no source':
      return new Problem('conflict', NO_SOURCE);
    case 'busy':
      return new Problem('conflict', MOVED);
    case 'note missing':
      return invalid('correction', NOTE_MISSING);
    case 'invalid': {
      const { error } = corrected;
      const errors = fieldProblems(error).map(({ path, detail }) => ({
        field: pointerTo(path),
        detail,
      }));
      return new Problem('invalid-story', problemOf(error), { errors });
    }
  }
}

const MOVED = 'Others change this story at the same moment. Try again.';
const NO_SOURCE =
  'It came in before Lede kept what stories are made from. Send it once more with POST, or import it again.';

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

const NOTE_MISSING =
  'Readers have seen the text that you change. Say in a sentence what was wrong, or send null if it is only a typing error.';

function invalid(field: string, detail: string): Problem {
  return new Problem('invalid-story', detail, { errors: [{ field: pointerTo([field]), detail }] });
}

import { versionToRelease } from '#lib/model/desk-stories.ts';
import { findById, RevisionMovedError, SlugTakenError } from '#lib/store/articles.ts';
import { publishHeld } from '#lib/store/held.ts';
import { findWaiting } from '#lib/store/waiting-versions.ts';
import type { DeskForm, FormAnswer } from '../forms.ts';
import { NO_STORY } from './no-story.ts';
import { storyPath } from './paths.ts';
import { readId } from './read-id.ts';
import { readReason } from './read-reason.ts';

/** Lets a story through that waits, or the newer version of it that does: the one that the editor saw,
 *  since its findings are accepted with it. */
export const releaseForm: DeskForm = {
  scope: 'publish',
  async run({ desk: { store }, visitor }, fields) {
    const id = readId(fields);
    const row = await findById(store, id);
    if (!row) return NO_STORY;
    const to = storyPath(id);
    const read = readReason(fields, 'release-reason');
    if ('problems' in read) {
      return { to, kind: 'problem', message: 'The story still waits.', ...read };
    }
    const waiting = await findWaiting(store.db, id);
    const isWaiting = waiting !== null || row.state === 'held';
    if (isWaiting && fields.get('version') !== versionToRelease(row.revision, waiting)) {
      return { to, ...MOVED };
    }
    const { actor } = visitor;
    const override = { editor: visitor.token.name, reason: read.reason, actor };
    try {
      const state = await publishHeld(store, id, override);
      if (!state) return { to, kind: 'problem', message: 'Nothing of this story waits any more.' };
      const message =
        state === 'embargoed'
          ? 'The story is released. It appears when its embargo lifts.'
          : 'The story is released: readers have it now.';
      return { to, kind: 'done', message };
    } catch (error) {
      return { to, ...problemOf(error) };
    }
  },
};

function problemOf(error: unknown): Pick<FormAnswer, 'kind' | 'message'> {
  if (error instanceof SlugTakenError) return { kind: 'problem', message: error.message };
  if (!(error instanceof RevisionMovedError)) throw error;
  return MOVED;
}

const MOVED = {
  kind: 'problem',
  message: 'This story has changed since you looked at it. Look at it once more, then release it.',
} as const;

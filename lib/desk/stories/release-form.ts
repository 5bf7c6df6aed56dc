import { findById, RevisionMovedError, SlugTakenError } from '#lib/store/articles.ts';
import { publishHeld } from '#lib/store/held.ts';
import type { DeskForm, FormAnswer } from '../forms.ts';
import { NO_STORY } from './no-story.ts';
import { storyPath } from './paths.ts';
import { readId } from './read-id.ts';
import { readReason } from './read-reason.ts';

/** Lets a story through that waits, or the newer version of it that does. */
export const releaseForm: DeskForm = {
  scope: 'publish',
  async run({ desk: { store }, visitor }, fields) {
    const id = readId(fields);
    if (!(await findById(store, id))) return NO_STORY;
    const to = storyPath(id);
    const read = readReason(fields, 'release-reason');
    if ('problems' in read) {
      return { to, kind: 'problem', message: 'The story still waits.', ...read };
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
  const message = 'Others have changed this story just now. Look at it once more, then release it.';
  return { kind: 'problem', message };
}

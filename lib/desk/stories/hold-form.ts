import { findById } from '#lib/store/articles.ts';
import { holdArticle } from '#lib/store/hold.ts';
import type { DeskForm } from '../forms.ts';
import { NO_STORY } from './no-story.ts';
import { storyPath } from './paths.ts';
import { readId } from './read-id.ts';
import { readReason } from './read-reason.ts';

/** Takes a story from readers until an editor releases it. */
export const holdForm: DeskForm = {
  scope: 'publish',
  async run({ desk: { store }, visitor }, fields) {
    const id = readId(fields);
    if (!(await findById(store, id))) return NO_STORY;
    const to = storyPath(id);
    const read = readReason(fields, 'hold-reason');
    if ('problems' in read) {
      return { to, kind: 'problem', message: 'The story is as it was.', ...read };
    }
    if (await holdArticle(store, id, read.reason, visitor.actor)) {
      const message = 'The story is held: it is nowhere until you or another editor release it.';
      return { to, kind: 'done', message };
    }
    const message = 'This story is neither published nor under embargo, so nothing was held.';
    return { to, kind: 'problem', message };
  },
};

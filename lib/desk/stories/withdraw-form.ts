import { findById } from '#lib/store/articles.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import type { DeskForm } from '../forms.ts';
import { NO_STORY } from './no-story.ts';
import { storyPath } from './paths.ts';
import { readId } from './read-id.ts';
import { readReason } from './read-reason.ts';

const NOT_SURE = {
  field: 'withdraw-sure',
  message: 'Tick that you know it is for good, or hold the story instead.',
};

/** Takes a story off the site for good. It needs a second sign of will (WCAG 2.2, 3.3.6). */
export const withdrawForm: DeskForm = {
  scope: 'publish',
  async run({ desk: { store }, visitor }, fields) {
    const id = readId(fields);
    if (!(await findById(store, id))) return NO_STORY;
    const to = storyPath(id);
    const read = readReason(fields, 'withdraw-reason');
    const isSure = fields.get('withdraw-sure') === 'yes';
    if ('problems' in read || !isSure) {
      const problems = [
        ...('problems' in read ? read.problems : []),
        ...(isSure ? [] : [NOT_SURE]),
      ];
      return { to, kind: 'problem', message: 'The story was not withdrawn.', problems };
    }
    if (await withdrawArticle(store, id, read.reason, visitor.actor)) {
      const message = 'The story is withdrawn: its address says that it is gone.';
      return { to, kind: 'done', message };
    }
    return { to, kind: 'problem', message: 'This story was withdrawn before.', keeps: false };
  },
};

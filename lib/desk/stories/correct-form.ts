import { correctStory } from '#lib/ingest/correct-story.ts';
import { openNewsDesk } from '#lib/ingest/open-news-desk.ts';
import { findById } from '#lib/store/articles.ts';
import { deskStories } from '#lib/store/desk-stories.ts';
import type { DeskForm } from '../forms.ts';
import { NO_STORY } from './no-story.ts';
import { correctPath, storyPath } from './paths.ts';
import { changeTexts, LONGEST_NOTE, readNote } from './read-correction.ts';
import { readId } from './read-id.ts';
import { LONG_NOTE, notTaken, tellCorrected } from './tell-corrected.ts';

/** Changes headline, standfirst and text of a story, the same way as `PATCH /api/articles/{id}`. The
 *  change is for the revision that the editor saw, and for no other. */
export const correctForm: DeskForm = {
  scope: 'publish',
  async run({ desk, visitor }, fields) {
    const id = readId(fields);
    const note = readNote(fields);
    if (note && note.length > LONGEST_NOTE) return { to: correctPath(id), ...LONG_NOTE };
    const seen = Number(fields.get('revision'));
    const corrected = await correctStory(openNewsDesk(desk, visitor.token), id, {
      actor: visitor.actor,
      note,
      isFor: ({ revision }) => revision === seen,
      change: (before) => changeTexts(before, fields),
    });
    if (corrected.kind === 'unknown') return NO_STORY;
    if (corrected.kind !== 'made') return { to: correctPath(id), ...notTaken(corrected) };
    const row = await findById(desk.store, id);
    const [story] = row ? await deskStories(desk.store, [row]) : [];
    if (!story) return NO_STORY;
    const answer = tellCorrected(corrected.outcome, story);
    return { to: answer.kind === 'done' ? storyPath(id) : correctPath(id), ...answer };
  },
};

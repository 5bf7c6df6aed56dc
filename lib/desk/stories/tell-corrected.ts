import type { Corrected } from '#lib/ingest/correct-story.ts';
import { fieldProblems, problemOf } from '#lib/ingest/input-problems.ts';
import type { StoryOutcome } from '#lib/ingest/story-outcome.ts';
import type { ListedStory } from '#lib/model/desk-stories.ts';
import type { FormAnswer } from '../forms.ts';
import { LONGEST_NOTE } from './read-correction.ts';

type Told = Omit<FormAnswer, 'to'>;
type NotTaken = Exclude<Corrected, { kind: 'made' }>;

/** The fields of the form, by those of a story. */
const FIELDS: Record<string, string> = {
  headline: 'headline',
  standfirst: 'standfirst',
  body: 'text',
  bodyMarkdown: 'text',
};

/** Why a correction was not made. What was typed is shown again. */
export function notTaken(corrected: NotTaken): Told {
  switch (corrected.kind) {
    case 'invalid':
      return invalid(corrected.error);
    case 'note missing':
      return problem('The story is as it was.', 'note', NOTE_MISSING);
    case 'moved':
      return problem(MOVED);
    case 'withdrawn':
      return problem('This story was withdrawn meanwhile. It can’t be corrected any more.');
    case 'busy':
      return problem('Others change this story at the same moment. Send it once more.');
    case 'no source':
      return problem(NO_SOURCE);
    case 'unknown':
      return problem('There is no such story.');
  }
}

/** Why a story can’t be corrected here, and what to do instead. */
export const NO_SOURCE =
  'This story came in before Lede kept what stories are made from. Import it again or send it once more (POST /api/articles), then it can be corrected here.';

const NOTE_MISSING =
  'Readers have seen the text that you change. Say in a sentence what was wrong, or tick that it is only a typing error.';

const MOVED =
  'The story was changed by somebody else since you opened it, so yours was not put over it. What you typed is still here, and under it what the story says now. Take over what is missing, then send it again.';

/** What came of a correction that could be made. */
export function tellCorrected(
  { outcome, stored, reason, warnings, field }: StoryOutcome,
  story: ListedStory,
): Told {
  if (outcome === 'unchanged' || stored === 'unchanged') return UNCHANGED;
  if (stored === undefined) {
    const what = reason ?? 'It could not be taken.';
    const named = field && FIELDS[field];
    return named ? problem('The story is as it was.', named, what) : problem(what);
  }
  return { kind: 'done', message: [whatFollows(story), ...warnings].join(' ') };
}

/** Where a correction is by now. */
function whatFollows({ state, hasWaiting }: ListedStory): string {
  if (hasWaiting) {
    return 'Your correction waits for an editor because of what was found in it, told below. The version before it stays meanwhile.';
  }
  if (state === 'held') return 'Your correction is kept. The story is still held.';
  if (state === 'embargoed') {
    return 'Your correction is kept. The story appears when its embargo lifts.';
  }
  return 'The story is corrected: readers have it so now.';
}

const UNCHANGED: Told = { kind: 'done', message: 'Nothing was different, so nothing was changed.' };

/** A note is no place for the story itself. */
export const LONG_NOTE: Told = problem(
  'The story is as it was.',
  'note',
  `The note is longer than ${LONGEST_NOTE} characters. Shorten it.`,
);

function invalid(error: Parameters<typeof problemOf>[0]): Told {
  const problems = fieldProblems(error).flatMap(({ path, detail }) => {
    const field = FIELDS[path[0] ?? ''];
    return field ? [{ field, message: detail }] : [];
  });
  const message = problems.length > 0 ? 'The story is as it was.' : problemOf(error);
  return { kind: 'problem', message, problems };
}

function problem(message: string, field?: string, detail = ''): Told {
  return { kind: 'problem', message, problems: field ? [{ field, message: detail }] : [] };
}

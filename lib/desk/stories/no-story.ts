import type { FormAnswer } from '../forms.ts';

/** There is no story with the id that a form names. */
export const NO_STORY: FormAnswer = {
  to: '/desk/stories',
  kind: 'problem',
  message: 'There is no such story.',
};

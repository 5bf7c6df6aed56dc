import type { Reply } from '#lib/model/desk-reply.ts';
import type { DeskForm, FormAnswer } from '../forms.ts';
import { ALERTS_PATH, PREVIEW_PATH } from './paths.ts';
import { readDraft } from './read-draft.ts';

/** Checks a draft and leads to its preview, or back with all that is wrong at once. */
export const previewForm: DeskForm = {
  scope: 'alerts',
  async run({ desk }, fields) {
    const reading = await readDraft(desk, fields);
    if ('problems' in reading) return backToDraft(reading.problems);
    return { to: PREVIEW_PATH, kind: 'draft', message: '' };
  },
};

/** Leads from the preview back to the form, with everything in it. */
export const draftForm: DeskForm = {
  scope: 'alerts',
  async run() {
    return { to: ALERTS_PATH, kind: 'draft', message: '' };
  },
};

/** Back to the form, where each problem stands with its field. */
export function backToDraft(problems: Reply['problems']): FormAnswer {
  const message = 'Nothing was raised. Put this right, then press “Preview” again.';
  return { to: ALERTS_PATH, kind: 'problem', message, problems };
}

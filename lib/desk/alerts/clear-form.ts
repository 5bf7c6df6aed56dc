import { alertNoteSchema } from '#lib/model/alert.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import { clearAlerts } from '#lib/store/alerts.ts';
import { editionName } from '#lib/text/edition-name.ts';
import type { DeskForm } from '../forms.ts';
import { ALERTS_PATH } from './paths.ts';
import { sentence } from './problem-sentence.ts';

/** Ends one alert that stands. */
export const clearForm: DeskForm = {
  scope: 'alerts',
  async run({ desk: { store }, visitor: { actor } }, fields) {
    const alert = await findAlert(store, fields.get('alert') ?? '');
    if (!alert) return { to: ALERTS_PATH, kind: 'problem', message: 'There is no such alert.' };
    const { id, lang } = alert;
    const field = `reason-${id}`;
    const note = alertNoteSchema.safeParse(fields.get(field) ?? '');
    if (!note.success) {
      const problems = [{ field, message: sentence('The reason', note.error) }];
      return { to: ALERTS_PATH, kind: 'problem', message: 'The alert still stands.', problems };
    }
    const [cleared] = await clearAlerts(store, actor, { id, note: note.data });
    const message = cleared
      ? `The alert (${editionName(lang)}) is cleared: it leaves every page now.`
      : `The alert (${editionName(lang)}) had ended before.`;
    return { to: ALERTS_PATH, kind: 'done', message };
  },
};

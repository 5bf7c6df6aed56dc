import type { AlertRecord } from '#lib/model/alert.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import { undoAlert } from '#lib/store/alerts.ts';
import { formatTimeToSecond } from '#lib/text/dates.ts';
import { editionName, editionNames } from '#lib/text/edition-name.ts';
import type { DeskForm } from '../forms.ts';
import { ALERTS_PATH } from './paths.ts';

/** Takes back alerts that wait to go out. Their words come back into the form. What is out already
 *  can only be cleared, and it says so. */
export const undoForm: DeskForm = {
  scope: 'alerts',
  async run({ desk: { store, config }, visitor: { actor } }, fields) {
    const alerts: AlertRecord[] = [];
    for (const id of new Set(fields.getAll('alert'))) {
      await undoAlert(store, id, actor);
      const alert = await findAlert(store, id);
      if (alert) alerts.push(alert);
    }
    const undone = alerts.filter(({ endedWhy }) => endedWhy === 'undone');
    const others = alerts.filter(({ endedWhy }) => endedWhy !== 'undone');
    const taken = `The alert (${editionNames(undone.map(({ lang }) => lang))}) was undone: no reader has seen it.`;
    if (alerts.length === 0) {
      return { to: ALERTS_PATH, kind: 'problem', message: 'There is no such alert.', keeps: false };
    }
    if (others.length === 0) {
      const message = `${taken} Its words are in the form again.`;
      return { to: ALERTS_PATH, kind: 'done', message, keeps: true };
    }
    const message = [
      ...(undone.length > 0 ? [taken] : []),
      `It is too late to undo the alert (${editionNames(others.map(({ lang }) => lang))}).`,
    ].join(' ');
    const problems = others.map(({ id, lang, raised, ended }) => {
      const at = formatTimeToSecond(raised, 'en', config.timeZone);
      const next = ended ? 'It has ended since.' : '“Clear” takes it from every page instead.';
      const message = `${editionName(lang)}: it went out at ${at}. ${next}`;
      return { field: `reason-${id}`, message };
    });
    return { to: ALERTS_PATH, kind: 'problem', message, problems, keeps: false };
  },
};

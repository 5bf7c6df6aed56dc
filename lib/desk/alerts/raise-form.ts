import type { AlertRecord } from '#lib/model/alert.ts';
import { type DraftPreview, isDraftNumber, warningMark } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import { formatTimeToSecond } from '#lib/text/dates.ts';
import { editionName, editionNames } from '#lib/text/edition-name.ts';
import type { Desk } from '../desk.ts';
import type { DeskForm, Fields, FormAnswer } from '../forms.ts';
import { ALERTS_PATH, PREVIEW_PATH } from './paths.ts';
import { previewDraft } from './preview-draft.ts';
import { backToDraft } from './preview-form.ts';
import { draftIds, raiseDraft } from './raise-draft.ts';
import { readDraft } from './read-draft.ts';

/** Raises what a preview showed, and nothing that it did not show. Sent twice, it raises once. */
export const raiseForm: DeskForm = {
  scope: 'alerts',
  async run({ desk, visitor: { actor } }, fields) {
    const reading = await readDraft(desk, fields);
    if ('problems' in reading) return backToDraft(reading.problems);
    const { draft } = reading;
    const number = fields.get('draft') ?? '';
    if (!isDraftNumber(number)) return backToPreview('Look at the preview first.', []);

    const ids = draftIds(draft, number, actor);
    const known = await Promise.all(ids.map((id) => findAlert(desk.store, id)));
    const raised = known.filter((alert) => alert !== null);
    if (raised.length > 0) return answerOf(desk, raised);

    const preview = await previewDraft(desk, draft);
    const problems = problemsOf(preview, fields);
    if (problems.length > 0) return backToPreview('Nothing was raised yet.', problems);
    if (hasNews(preview, fields)) {
      const news =
        'Something has changed since you looked. Read what is worth a look, then raise it.';
      return backToPreview(news, []);
    }
    return answerOf(desk, await raiseDraft(desk, draft, ids, actor));
  },
};

function problemsOf({ draft }: DraftPreview, fields: Fields): Reply['problems'] {
  const undecided = draft.editions.filter(({ stories }) => stories.length > 1);
  const problems = undecided.map(({ lang }) => ({
    field: `link-${lang}`,
    message: `${editionName(lang)}: choose the story that you mean, or no link.`,
  }));
  if (draft.emergency && fields.get('danger') !== 'yes') {
    const message = 'Confirm that this is danger to life, or change it to an ordinary alert.';
    problems.push({ field: 'danger', message });
  }
  return problems;
}

/** Whether there is anything worth a look that the preview did not show yet. */
function hasNews({ editions }: DraftPreview, fields: Fields): boolean {
  const seen = new Set(fields.getAll('seen'));
  return editions.some(({ lang, warnings }) =>
    warnings.some((warning) => !seen.has(warningMark(lang, warning))),
  );
}

function backToPreview(message: string, problems: Reply['problems']): FormAnswer {
  return { to: PREVIEW_PATH, kind: 'problem', message, problems };
}

/** What there is to say of alerts that were raised, now or by the same form before. */
function answerOf({ config }: Desk, alerts: readonly AlertRecord[]): FormAnswer {
  const names = editionNames(alerts.map(({ lang }) => lang));
  const [first] = alerts;
  const at = formatTimeToSecond(first?.raised ?? '', 'en', config.timeZone);
  const ended = alerts.filter((alert) => alert.ended !== null).map(({ lang }) => lang);
  if (ended.length > 0) {
    const message = `This alert was raised before and has ended since (${editionNames(ended)}). Its words are in the form again: press “Preview” to raise it anew.`;
    return { to: ALERTS_PATH, kind: 'problem', message };
  }
  const message = first?.waitsUntil
    ? `The alert (${names}) is raised and goes out at ${at}. Until then you can undo it.`
    : `The alert (${names}) was raised before and went out at ${at}.`;
  return { to: ALERTS_PATH, kind: 'done', message };
}

import type { ZodError } from 'zod';
import { type AlertRecord, alertChangeSchema, alertMark } from '#lib/model/alert.ts';
import { EXPIRIES, isExpiry } from '#lib/model/alert-expiry.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import { changeAlert } from '#lib/store/alerts.ts';
import { deadLinkNote } from '#lib/store/dead-link.ts';
import { editionName } from '#lib/text/edition-name.ts';
import type { Desk } from '../desk.ts';
import type { DeskForm, Fields } from '../forms.ts';
import { namedStories } from './named-stories.ts';
import { ALERTS_PATH, changePath } from './paths.ts';
import { sentence } from './problem-sentence.ts';

/** Mends an alert that stands: a slip in its text, its link, its end. The change is for the alert as the
 *  editor saw it: nobody puts an old text over a colleague’s new one unseen. */
export const changeForm: DeskForm = {
  scope: 'alerts',
  async run({ desk, visitor: { actor } }, fields) {
    const alert = await findAlert(desk.store, fields.get('alert') ?? '');
    if (!alert || alert.ended) return hasEnded;
    if ((fields.get('seen') ?? alertMark(alert)) !== alertMark(alert)) {
      return { to: changePath(alert.id), kind: 'problem', message: MOVED };
    }
    const link = await readLink(desk, alert, fields);
    const expires = expiresOf(alert, fields.get('expiry') ?? '');
    const change = alertChangeSchema.safeParse({
      text: fields.get('text') ?? '',
      link: 'problem' in link ? null : link.path,
      expires: expires ?? null,
    });
    const problems: Reply['problems'] = [
      ...(change.error?.issues ?? []).map((issue) => problemOf(issue)),
      ...('problem' in link ? [link.problem] : []),
      ...(expires === undefined
        ? [{ field: 'expiry', message: 'Choose when the alert runs out.' }]
        : []),
    ];
    if (problems.length > 0 || !change.success) {
      const message = 'The alert is as it was.';
      return { to: changePath(alert.id), kind: 'problem', message, problems };
    }
    if (!(await changeAlert(desk.store, alert.id, change.data, actor))) return hasEnded;
    const dead = change.data.link ? await deadLinkNote(desk.store, change.data.link) : null;
    const changed = `The alert (${editionName(alert.lang)}) is changed. Readers see it now; nothing is announced again.`;
    return { to: ALERTS_PATH, kind: 'done', message: [changed, dead].filter(Boolean).join(' ') };
  },
};

const MOVED =
  'This alert was changed by somebody else since you opened it, so yours was not put over it. What you typed is still here, and over it what the alert says now. Look at both, then send it again.';

const hasEnded = {
  to: ALERTS_PATH,
  kind: 'problem',
  message: 'This alert stands no more, so nothing was changed.',
} as const;

const FIELDS: Record<string, { field: string; name: string }> = {
  text: { field: 'text', name: 'The text' },
  link: { field: 'story', name: 'The link' },
  expires: { field: 'expiry', name: 'The end' },
};

function problemOf(issue: ZodError['issues'][number]): Problem {
  const { field, name } = FIELDS[String(issue.path[0])] ?? { field: 'text', name: 'The text' };
  return { field, message: sentence(name, { issues: [issue] }) };
}

type Problem = Reply['problems'][number];

/** The path that the fields mean, null for no link. A link that stays is not looked up: programs may
 *  raise alerts that lead to other pages. */
async function readLink(
  desk: Desk,
  { lang, link }: AlertRecord,
  fields: Fields,
): Promise<{ path: string | null } | { problem: Problem }> {
  const named = (fields.get('story') ?? '').trim();
  const chosen = fields.get('link') ?? '';
  if (named === '' || chosen === 'none') return { path: null };
  if (named === link) return { path: link };
  const found = await namedStories(desk, lang, chosen || named);
  if ('problem' in found) {
    const message = `The link can’t be this: ${found.problem}. Name another story, or leave it empty.`;
    return { problem: { field: 'story', message } };
  }
  const [story, ...others] = found.stories;
  if (story && others.length === 0) return { path: story.path };
  return { problem: { field: 'link', message: 'Choose the story that you mean, or no link.' } };
}

/** Undefined where nothing was chosen. */
function expiresOf({ expires }: AlertRecord, choice: string): string | null | undefined {
  if (choice === 'keep') return expires;
  return isExpiry(choice) ? new Date(Date.now() + EXPIRIES[choice].ms).toISOString() : undefined;
}

import { previewOfReply } from '#lib/desk/alerts/preview-draft.ts';
import { draftFields, previewFields, UNDO_MS } from '#lib/model/alert-draft.ts';
import { openAlerts } from '#lib/store/alert-lists.ts';
import { sendDueAlerts } from '#lib/store/alerts.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { deskVisit, type Typed } from './desk-visit.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

/** An alert as somebody types it at 3 a.m. */
export const DRAFT = { 'text-en': 'Ferries stop', 'story-en': '', expiry: '2h', note: '' };

/** An editor at the alerts of an empty desk, and the steps that they take there. */
export async function alertsVisit(database: string) {
  const at = await deskVisit(database);
  const secret = await at.enter((await at.newToken(['alerts'])).secret);

  /** Sends a form, and answers where it leads and what is said there. */
  const send = async (form: string, fields: Typed) => {
    const answer = await at.send(secret, form, fields);
    const reply = await at.replyOf(secret, answer);
    if (answer.status !== 303 || !reply) throw new Error(`The form ${form} left no reply.`);
    const { pathname: path } = new URL(answer.headers.get('location') ?? '', 'http://any.example');
    return { path, reply };
  };

  type Reply = Awaited<ReturnType<typeof send>>['reply'];

  /** The preview that a reply leads to, and the fields that its form carries. */
  const previewAt = async (reply: Reply) => {
    const preview = await previewOfReply(at.desk, reply);
    if (!preview) throw new Error('There is no preview.');
    const carried = [...draftFields(reply.fields), ...previewFields(preview, reply)];
    return { ...preview, reply, carried };
  };

  const preview = async (draft: Typed) => {
    const { path, reply } = await send('alert-preview', draft);
    if (path !== '/desk/alerts/preview') throw new Error(JSON.stringify(reply.problems));
    return previewAt(reply);
  };

  return {
    ...at,
    sendAs: at.send,
    send,
    previewAt,
    preview,
    raise: async (draft: Typed, more: [string, string][] = []) => {
      const { carried } = await preview(draft);
      return send('alert-raise', [...carried, ...more]);
    },
    /** What is worth a look in a draft. */
    warnings: async (draft: Typed) => {
      const { editions } = await preview(draft);
      return editions.flatMap((edition) => edition.warnings.map(({ says }) => says));
    },
    /** Lets the seconds pass in which it can be undone. */
    goOut: () => sendDueAlerts(at.store, new Date(Date.now() + UNDO_MS + 1000).toISOString()),
    newStory: (changes: Parameters<typeof sampleArticle>[0]) => {
      const article = sampleArticle(changes);
      return saveArticle(at.store, article, arrivalOf(article));
    },
    /** Edition, text and link of all that waits or stands. */
    raised: async () =>
      (await openAlerts(at.store)).map(({ lang, text, link }) => [lang, text, link]).sort(),
  };
}

export type AlertsVisit = Awaited<ReturnType<typeof alertsVisit>>;

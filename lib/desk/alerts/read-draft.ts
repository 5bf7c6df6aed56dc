import type { ZodError } from 'zod';
import { alertInputSchema, alertNoteSchema, LONGEST_TEXT } from '#lib/model/alert.ts';
import type { AlertDraft, DraftEdition } from '#lib/model/alert-draft.ts';
import { isExpiry } from '#lib/model/alert-expiry.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { editionName } from '#lib/text/edition-name.ts';
import type { Desk } from '../desk.ts';
import type { Fields } from '../forms.ts';
import { namedStories } from './named-stories.ts';
import { sentence } from './problem-sentence.ts';

type Problems = Reply['problems'];

/** An alert as an editor filled it in, or everything that is wrong with it. */
export async function readDraft(
  desk: Desk,
  fields: Fields,
): Promise<{ draft: AlertDraft } | { problems: Problems }> {
  const problems: Problems = [];
  const editions: DraftEdition[] = [];
  for (const lang of desk.config.languages) {
    const edition = await readEdition(desk, fields, lang);
    if ('problems' in edition) problems.push(...edition.problems);
    else if (edition.text !== '') editions.push(edition);
  }
  if (editions.length === 0 && problems.length === 0) {
    const field = `text-${desk.config.languages[0]}`;
    problems.push({ field, message: 'Write the text in at least one edition.' });
  }
  const expiry = fields.get('expiry');
  if (!isExpiry(expiry)) {
    problems.push({ field: 'expiry', message: 'Choose when the alert runs out.' });
  }
  const note = alertNoteSchema.safeParse(fields.get('note') ?? '');
  if (!note.success) {
    problems.push({ field: 'note', message: sentence('The note', note.error) });
  }
  if (problems.length > 0 || !isExpiry(expiry) || !note.success) return { problems };
  const emergency = fields.get('emergency') === 'yes';
  return { draft: { editions, expiry, note: note.data, emergency } };
}

/** What is filled in for one edition; an empty text if nothing is. */
async function readEdition(
  desk: Desk,
  fields: Fields,
  lang: LanguageCode,
): Promise<DraftEdition | { problems: Problems }> {
  const typed = fields.get(`text-${lang}`) ?? '';
  const named = (fields.get(`story-${lang}`) ?? '').trim();
  const chosen = fields.get(`link-${lang}`) ?? '';
  if (typed.trim() === '' && named === '') return { lang, text: '', typed, stories: [] };

  const name = editionName(lang);
  const problems: Problems = [];
  const input = alertInputSchema.safeParse({ text: typed, lang });
  if (!input.success) {
    const message = `${name}: ${textProblem(typed, input.error)}`;
    problems.push({ field: `text-${lang}`, message });
  }
  const wanted = chosen === 'none' ? '' : chosen || named;
  const found = wanted === '' ? { stories: [] } : await namedStories(desk, lang, wanted);
  if ('problem' in found) {
    problems.push({
      field: `story-${lang}`,
      message: `${name}: ${found.problem}. Name another story, or leave this empty.`,
    });
  }
  if (problems.length > 0 || 'problem' in found || !input.success) return { problems };
  return { lang, text: input.data.text, typed, stories: found.stories };
}

function textProblem(typed: string, error: ZodError): string {
  if (typed.trim() === '') return 'there is a story but no text. Write it, or leave both empty.';
  const count = typed.length > LONGEST_TEXT ? ` It has ${typed.length.toLocaleString('en')}.` : '';
  return sentence('the text', error) + count;
}

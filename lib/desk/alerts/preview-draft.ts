import type { AlertDraft, DraftPreview } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { openAlerts } from '#lib/store/alert-lists.ts';
import type { Desk } from '../desk.ts';
import { draftWarnings } from './draft-warnings.ts';
import { readDraft } from './read-draft.ts';

/** A draft with what is worth a look in each edition, as things are now. */
export async function previewDraft(desk: Desk, draft: AlertDraft): Promise<DraftPreview> {
  const { languages, timeZone } = desk.config;
  const open = await openAlerts(desk.store);
  const told = draft.editions.map(({ lang }) => lang);
  return {
    draft,
    editions: draft.editions.map((edition) => ({
      ...edition,
      warnings: draftWarnings(edition, draft, open, timeZone),
    })),
    untold: languages.filter((lang) => !told.includes(lang)),
  };
}

/** The preview of the draft that a reply keeps; null if it keeps none that holds. */
export async function previewOfReply(desk: Desk, reply: Reply): Promise<DraftPreview | null> {
  if (reply.form !== 'alert-preview' && reply.form !== 'alert-raise') return null;
  const fields = new URLSearchParams(
    Object.entries(reply.fields).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  const reading = await readDraft(desk, fields);
  return 'draft' in reading ? previewDraft(desk, reading.draft) : null;
}

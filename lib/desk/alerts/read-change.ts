import type { AlertRecord } from '#lib/model/alert.ts';
import type { LinkedStory } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import type { Desk } from '../desk.ts';
import type { Visitor } from '../visitor.ts';
import { namedStories, newestHeadlines } from './named-stories.ts';

/** What the page that mends an alert starts from; null if there never was one with this id. */
export async function readChange(
  desk: Desk,
  { reply }: Visitor,
  id: string,
): Promise<{
  alert: AlertRecord;
  headlines: string[];
  choices: LinkedStory[];
  reply: Reply | null;
} | null> {
  const alert = await findAlert(desk.store, id);
  if (!alert) return null;
  const isOwn = reply?.form === 'alert-change' && reply.fields.alert?.[0] === id;
  const own = isOwn ? reply : null;
  const named = own?.fields.story?.[0]?.trim() ?? '';
  const found = named === '' ? null : await namedStories(desk, alert.lang, named);
  return {
    alert,
    headlines: await newestHeadlines(desk, alert.lang),
    choices: found && 'stories' in found ? found.stories : [],
    reply: own,
  };
}

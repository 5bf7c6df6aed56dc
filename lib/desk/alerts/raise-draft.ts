import { createHash } from 'node:crypto';
import type { Actor } from '#lib/model/actor.ts';
import { type AlertRecord, alertInputSchema } from '#lib/model/alert.ts';
import { type AlertDraft, UNDO_MS } from '#lib/model/alert-draft.ts';
import { EXPIRIES } from '#lib/model/alert-expiry.ts';
import { raiseAlerts } from '#lib/store/alerts.ts';
import type { Desk } from '../desk.ts';

/** The first characters of an alert's id; those that were raised together share them. */
const TOGETHER = 10;

/** The ids that the alerts of a draft get. They come of the draft alone, so that a form that is sent
 *  twice names the same alerts. `number` is that of the preview. */
export function draftIds({ editions }: AlertDraft, number: string, actor: Actor): string[] {
  const texts = editions.map(({ lang, text }) => [lang, text]);
  const whole = JSON.stringify([actor.tokenId, number, texts]);
  const together = createHash('sha256').update(whole).digest('hex').slice(0, TOGETHER);
  return editions.map(({ lang }) => together + lang);
}

/** Alerts in the groups in which they were raised, in their order. */
export function raisedTogether(alerts: readonly AlertRecord[]): AlertRecord[][] {
  return [...Map.groupBy(alerts, ({ id }) => id.slice(0, TOGETHER)).values()];
}

/** Raises a draft in all its editions at one instant. Each must have at most one story. */
export async function raiseDraft(
  { store }: Desk,
  { editions, expiry, emergency, note }: AlertDraft,
  ids: readonly string[],
  actor: Actor,
): Promise<AlertRecord[]> {
  const expires = new Date(Date.now() + UNDO_MS + EXPIRIES[expiry].ms).toISOString();
  const inputs = editions.map(({ lang, text, stories }, index) => ({
    ...alertInputSchema.parse({ lang, text, link: stories[0]?.path, expires, emergency }),
    id: ids[index] ?? '',
  }));
  return raiseAlerts(store, inputs, actor, { waits: UNDO_MS, note });
}

import { z } from 'zod';
import { alertNoteSchema } from '#lib/model/alert.ts';
import { findAlert } from '#lib/store/alert-lists.ts';
import { clearAlerts } from '#lib/store/alerts.ts';
import { authenticate } from '../authenticate.ts';
import type { Endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { readQuery } from '../read-query.ts';
import { tokenActor } from '../token-actor.ts';

export const clearQuerySchema = z.strictObject({
  reason: alertNoteSchema.default('').describe('kept with the alert, not shown to readers'),
});

/** `DELETE /api/alerts/{id}`: clears an alert. The same call again, or one for an alert that has run
 *  out, changes nothing. */
export const clearAlert: Endpoint = async (desk, request, id) => {
  const token = await authenticate(desk, request, 'alerts');
  const { reason: note } = readQuery(request, clearQuerySchema);
  const cleared = await clearAlerts(desk.store, tokenActor(token), { id, note });
  if (cleared.length === 0 && !(await findAlert(desk.store, id))) {
    throw new Problem('not-found', `There is no alert with the id “${id}”.`);
  }
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
};

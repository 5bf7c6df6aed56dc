import { z } from 'zod';
import type { AlertRecord } from '#lib/model/alert.ts';
import { raiseAlert as raise } from '#lib/store/alerts.ts';
import { deadLinkNote } from '#lib/store/dead-link.ts';
import { authenticate } from '../authenticate.ts';
import type { Endpoint } from '../endpoint.ts';
import { tooManyCalls } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { tokenActor } from '../token-actor.ts';
import { alertSchema } from './list-alerts.ts';
import { readAlert } from './read-alert.ts';

export const ALERT_TYPES = ['application/json'] as const;

/** What who raises an alert is told of it. */
export const alertAnswerSchema = alertSchema.extend({
  warnings: z.array(z.string()).describe('what is worth a look, as a link that leads nowhere yet'),
});

/** `POST /api/alerts`: raises an alert at once, for all readers of an edition. */
export const raiseAlert: Endpoint = async (desk, request) => {
  const token = await authenticate(desk, request, 'alerts');
  const { note, ...input } = readAlert(await readJson(request, ALERT_TYPES), desk.config.languages);
  const wait = desk.limits.alerts.take(token.id);
  if (wait > 0) throw tooManyCalls(`The token “${token.name}” raises alerts too often.`, wait);
  const dead = input.link ? await deadLinkNote(desk.store, input.link) : null;
  const alert = await raise(desk.store, input, tokenActor(token), { note });
  return raisedAnswer(alert, dead ? [dead] : []);
};

function raisedAnswer(alert: AlertRecord, warnings: string[]): Response {
  const { id, lang, text, link, raised, expires, emergency } = alert;
  const answer: z.infer<typeof alertAnswerSchema> = {
    id,
    lang,
    text,
    link,
    raised,
    expires,
    emergency,
    warnings,
  };
  return new Response(JSON.stringify(answer), {
    status: 201,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      location: `/api/alerts/${id}`,
    },
  });
}

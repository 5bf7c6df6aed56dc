import { z } from 'zod';
import { LANGUAGE_CODES } from '#lib/model/language.ts';
import { standingAlerts } from '#lib/store/alert-lists.ts';
import type { Endpoint } from '../endpoint.ts';
import { publicAnswer } from '../public-answer.ts';
import { readQuery } from '../read-query.ts';

/** An alert that stands, as programs get it and as the live stream tells it. */
export const alertSchema = z.strictObject({
  id: z.string(),
  lang: z.enum(LANGUAGE_CODES),
  text: z.string().describe('text, never HTML'),
  link: z.string().nullable().describe('a path of this site'),
  raised: z.iso.datetime(),
  expires: z.iso.datetime().nullable().describe('null: it stands until it is cleared'),
  emergency: z.boolean().describe('it passes over what readers have set'),
});

export const alertListSchema = z.strictObject({ alerts: z.array(alertSchema) });

export const alertQuerySchema = z.strictObject({
  lang: z
    .enum(LANGUAGE_CODES, `must be one of ${LANGUAGE_CODES.join(', ')}`)
    .optional()
    .describe('the edition; without it, all editions'),
});

/** `GET /api/alerts?lang=`: the alerts that stand, newest first. */
export const listAlerts: Endpoint = async ({ store, config }, request) => {
  const { lang } = readQuery(request, alertQuerySchema);
  const standing = await standingAlerts(store, new Date().toISOString(), lang);
  const alerts = standing.filter((alert) => config.languages.includes(alert.lang));
  return publicAnswer(request, { alerts });
};

import { z } from 'zod';
import { LANGUAGE_CODES } from './language.ts';

/** A path of this site, never another host's address (`//evil.example` is one). */
export const SITE_PATH = /^\/(?![/\\])[^\s\\]*$/;

/** What an editor gives to raise an alert. */
export const alertInputSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(280, 'must be 280 characters or fewer')
    .transform((text) => text.replace(/\s+/gu, ' ')),
  lang: z.enum(LANGUAGE_CODES),
  link: z.string().regex(SITE_PATH, 'must be a path of this site, as /en/articles/x').optional(),
  expires: z.iso.datetime().optional(),
  emergency: z.boolean().default(false),
});

/** A breaking-news alert as it stands. Instants are ISO 8601 in UTC. */
export type Alert = {
  id: string;
  lang: (typeof LANGUAGE_CODES)[number];
  text: string;
  link: string | null;
  raised: string;
  expires: string | null;
  emergency: boolean;
};

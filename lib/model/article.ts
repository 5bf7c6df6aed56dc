import { z } from 'zod';
import { LANGUAGE_CODES } from './language.ts';
import { figureSchema } from './picture.ts';
import type { SafeHtml } from './safe-html.ts';

/** A name that has a page of its own: a section, a topic, an author. */
const termSchema = z.strictObject({ slug: z.string().min(1), name: z.string().min(1) });
export type Term = z.infer<typeof termSchema>;

export const authorSchema = termSchema.extend({
  description: z.string(),
  image: figureSchema.nullable(),
});
export type Author = z.infer<typeof authorSchema>;

export const correctionSchema = z.strictObject({ at: z.string(), text: z.string() });
export type Correction = z.infer<typeof correctionSchema>;

/** A story as Lede keeps it: checked, its HTML safe, its pictures made. Instants are ISO 8601 in
 *  UTC, so that they sort as text. */
export const articleSchema = z.strictObject({
  sourceId: z.string(),
  lang: z.enum(LANGUAGE_CODES),
  slug: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  section: termSchema,
  topics: z.array(termSchema),
  dateline: z.string(),
  authors: z.array(authorSchema),
  agencies: z.array(z.string()),
  published: z.string(),
  updated: z.string().nullable(),
  embargoedUntil: z.string().nullable(),
  image: figureSchema.nullable(),
  body: z.custom<SafeHtml>((body) => typeof body === 'string'),
  corrections: z.array(correctionSchema),
});

export type Article = z.infer<typeof articleSchema>;

/** `embargoed` waits for its instant, `held` for an editor; `withdrawn` answers 410. */
export type ArticleState = 'published' | 'embargoed' | 'held' | 'withdrawn';

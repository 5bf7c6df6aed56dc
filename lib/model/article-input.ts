import { z } from 'zod';

/** The article JSON that newsrooms send and files hold (docs/publishing.md). Its JSON Schema is
 *  served at `/schemas/article.json`. */

const SLUG = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\r\n]/.test(text), 'must be a single line');

const instant = z.iso
  .datetime({
    offset: true,
    error: 'must be a date and time with its zone, as 2026-10-07T14:05:00Z',
  })
  .describe('RFC 3339 date and time with an offset');

export const imageInputSchema = z.strictObject({
  url: z.string().trim().min(1).describe('http(s) address; in a file, also a path beside the file'),
  alt: z.string().trim().default('').describe('what the picture shows; empty if decorative'),
  caption: z.string().trim().default(''),
  credit: z.string().trim().default(''),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
});

const authorInputSchema = z.strictObject({
  name: line(200),
  description: z.string().trim().max(2000).optional(),
  image: imageInputSchema.optional(),
});

export const articleInputSchema = z
  .strictObject({
    sourceId: line(500).describe('the sender’s own name for this story; the same again updates it'),
    lang: line(35).describe('BCP 47 code of the edition'),
    slug: line(200)
      .regex(SLUG, 'must be words of letters and digits, joined by hyphens')
      .optional(),
    headline: line(300),
    standfirst: z.string().trim().max(1000).optional(),
    section: line(80),
    topics: z.array(line(80)).max(30).default([]),
    dateline: line(200).optional(),
    authors: z.array(authorInputSchema).max(30).default([]),
    agencies: z.array(line(200)).max(20).default([]),
    published: instant,
    updated: instant.optional(),
    embargoedUntil: instant.optional(),
    image: imageInputSchema.optional(),
    body: z.string().min(1).max(2_000_000).optional().describe('HTML'),
    bodyMarkdown: z.string().min(1).max(2_000_000).optional(),
    corrections: z
      .array(z.strictObject({ at: instant, text: z.string().trim().min(1).max(2000) }))
      .max(100)
      .default([]),
  })
  .refine((story) => (story.body === undefined) !== (story.bodyMarkdown === undefined), {
    path: ['body'],
    error: 'give the text once: either body (HTML) or bodyMarkdown',
  });

export type ArticleInput = z.output<typeof articleInputSchema>;
export type ImageInput = z.output<typeof imageInputSchema>;

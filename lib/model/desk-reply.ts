import { z } from 'zod';

/** What a form of the desk has to say on the page that comes after it: that it is done, or what is
 *  wrong, with everything that was typed. */
export const replySchema = z.strictObject({
  id: z.string(),
  /** The form that it answers. */
  form: z.string(),
  /** `draft`: nothing was done yet; the page goes on with what was typed. */
  kind: z.enum(['done', 'problem', 'draft']),
  /** A sentence for the editor; empty with a draft. */
  message: z.string(),
  /** What was typed, by field. */
  fields: z.record(z.string(), z.array(z.string())),
  /** What is wrong, by field. */
  problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
});

export type Reply = z.output<typeof replySchema>;

import { z } from 'zod';

/** `serious`: some readers miss what the story says. `minor`: they get it with more effort. */
const SEVERITIES = ['serious', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The part of a story that a finding is about. */
const PLACES = ['headline', 'standfirst', 'image', 'author', 'body'] as const;

/** What the audit of a story found and no machine can repair. */
export const findingSchema = z.strictObject({
  /** The rule’s name, as `image-description-missing`. */
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  where: z.strictObject({
    kind: z.enum(PLACES),
    /** The words by which an editor finds the place. */
    excerpt: z.string(),
    /** Counts what the rule looks at, from 0: the first picture of the body, its second link. */
    index: z.int().nonnegative(),
  }),
  /** What is wrong, where, and what to do, in a full sentence. */
  message: z.string(),
});

export type Finding = z.infer<typeof findingSchema>;

/** Whether some readers miss something. */
export function isSerious({ severity }: Finding): boolean {
  return severity === 'serious';
}

/** What becomes of the stories of a source that have serious findings: they are published, or wait
 *  until an editor says so. */
export const STORY_POLICIES = ['publish', 'hold'] as const;
export type StoryPolicy = (typeof STORY_POLICIES)[number];

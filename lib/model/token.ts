import { z } from 'zod';

/** What a token may be allowed to do. */
export const SCOPES = ['publish', 'alerts', 'metrics'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a scope lets one do, for people. */
export const SCOPE_WORDS: Record<Scope, string> = {
  publish: 'publish, correct and withdraw stories',
  alerts: 'raise and clear alerts',
  metrics: 'read the metrics of the server',
};

/** What is said when a token is made. */
export const tokenInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(SCOPES)).nonempty(),
  /** Stories that come in by it wait for an editor if an audit finds something serious. */
  holds: z.boolean().default(false),
  /** When it ends by itself; without it, it holds until it is revoked. */
  expires: z.iso
    .datetime()
    .refine((at) => Date.parse(at) > Date.now(), 'must lie ahead')
    .transform((at) => new Date(at).toISOString())
    .optional(),
});

export type TokenInput = z.output<typeof tokenInputSchema>;

/** A token as it is known after it was shown: without its secret. Instants are ISO 8601 in UTC. */
export type Token = {
  /** Its public part: names it in lists and logs. */
  id: string;
  name: string;
  scopes: Scope[];
  holds: boolean;
  created: string;
  /** To ten minutes; null while it was never used. */
  lastUsed: string | null;
  revoked: string | null;
  /** When it ends by itself; null if it does not. */
  expires: string | null;
};

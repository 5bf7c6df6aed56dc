import type { ZodError } from 'zod';

/** The first thing that a schema says against a value, as a sentence. */
export function sentence(of: string, { issues }: Pick<ZodError, 'issues'>): string {
  return `${of} ${issues[0]?.message}.`;
}

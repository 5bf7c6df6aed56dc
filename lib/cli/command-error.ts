/** A command that could not do its work. The message is one sentence for who typed it. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The exit statuses of bin/lede. */
export const EXIT = { done: 0, failed: 1, usedWrongly: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

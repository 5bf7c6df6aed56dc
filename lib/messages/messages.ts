import type { en } from './en.ts';

/** The shape of a language's words: the same keys in each, so that a missing one does not compile. */
export type Messages = typeof en;

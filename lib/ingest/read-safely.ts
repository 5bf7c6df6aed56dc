import type { Reading } from './reading.ts';

/** Reads one story among many: HTML that is nested too deeply for the stack spoils no other. */
export function readSafely(place: string, read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { place, outcome: 'failed', reason: 'Its text is nested too deeply to be read.' };
  }
}

'use client';

import { useStore } from 'zustand';
import { type ReaderState, readerStore } from '#lib/preferences/reader-store.ts';

/** What this page's reader has chosen. Needs scripts: it follows changes made in this tab and in
 *  others. */
export function useReader<Answer>(select: (state: ReaderState) => Answer): Answer {
  return useStore(readerStore, select);
}

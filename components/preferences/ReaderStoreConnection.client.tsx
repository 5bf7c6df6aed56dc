'use client';

import { useLayoutEffect } from 'react';
import { connectReaderStore, readerStore } from '#lib/preferences/reader-store.ts';

/** Ties the reader's choices to the page for as long as it is shown. Draws nothing. Needs scripts:
 *  without them the choices come by style sheet (/preferences.css). */
export function ReaderStoreConnection() {
  useLayoutEffect(() => connectReaderStore(readerStore), []);
  return null;
}

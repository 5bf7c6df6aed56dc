import { readDocument } from './detect.ts';
import { type Fetcher, openFetcher } from './fetch/fetcher.ts';
import { readSource, type Source } from './find-sources.ts';
import type { ReadDefaults, Reading } from './reading.ts';
import { openWxr } from './wordpress/open-wxr.ts';
import { isWxr, readWxr } from './wordpress/read-wxr.ts';

/** The stories of a source, one by one: an export of a whole site is read while it is imported and
 *  is never in memory as a whole. Whatever is wrong with one source, it is told and not thrown. */
export async function* readStories(
  source: Source,
  defaults: ReadDefaults,
  fetcher: Fetcher = openFetcher(),
): AsyncGenerator<Reading> {
  try {
    const wxr = 'file' in source ? await openWxr(source.file, source.root) : null;
    if (wxr) {
      yield* readWxr(wxr, defaults);
      return;
    }
    const document = await readSource(source, fetcher);
    if (!('text' in document)) yield document;
    else if (isWxr(document.text.slice(0, 20_000))) {
      yield* readWxr({ ...document, open: () => [document.text] }, defaults);
    } else yield* readDocument(document, defaults);
  } catch (error) {
    const place = 'file' in source ? source.file : source.address;
    const what = error instanceof Error ? error.message : String(error);
    yield { place, outcome: 'failed', reason: `Lede could not read it: ${what}.` };
  }
}

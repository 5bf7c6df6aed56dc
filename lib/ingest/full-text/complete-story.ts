import { createHash } from 'node:crypto';
import { toText } from 'hast-util-to-text';
import type { Store } from '#lib/store/open-store.ts';
import { findPageText, keepPageText } from '#lib/store/page-texts.ts';
import { parseHtml } from '#lib/text/html-tree.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { FoundStory } from '../reading.ts';
import type { PageReader } from './page-reader.ts';
import { withPage } from './page-story.ts';
import { type PageText, parsePageText } from './page-text.ts';

/** A text with more letters is a story, not a summary of one. */
const LONGEST_SUMMARY = 1000;

/** A page that could not be had is left alone for so long. */
const REST = 3_600_000;

/** A story, and whether its page is to be asked for again. */
export type Completed = { found: FoundStory; isIncomplete: boolean };

/** Gives a story of which a feed carries only a summary the text of its page. Each page is read
 *  once, and again when the entry in the feed changes; where it can't be had, the text that it gave
 *  before stays, else the summary. */
export async function completeStory(
  store: Store,
  readPage: PageReader,
  found: FoundStory,
): Promise<Completed> {
  const { page: address, input } = found;
  const letters = toText(parseHtml(input.body ?? '')).length;
  if (!address || input.body === undefined || letters > LONGEST_SUMMARY) {
    return { found, isIncomplete: false };
  }
  const entryHash = hashOf(input, found.isUndated);
  const known = await findPageText(store, input.sourceId);
  const text = known?.page ? parseKept(known.page) : null;
  if (text && known?.entryHash === entryHash) return complete(found, text, letters);

  const isTired = known && known.entryHash === entryHash && isRecent(known.triedAt);
  const triedAt = new Date().toISOString();
  try {
    if (isTired) throw new FetchError('it could not be had a short while ago');
    const read = await readPage(address);
    await keepPageText(store, input.sourceId, { entryHash, page: JSON.stringify(read), triedAt });
    return complete(found, read, letters);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    // With the text of before stands its hash of before, so that the page is tried again.
    const row = text && known ? known : { entryHash, page: null, triedAt };
    if (!isTired) await keepPageText(store, input.sourceId, row);
    const instead = text
      ? 'It keeps the text that it had.'
      : found.isOnlyTitle
        ? 'The feed has only its title.'
        : 'It has the summary of the feed.';
    const warning = `Its page ${address} gave no text: ${error.message}. ${instead}`;
    const { found: story } = text ? complete(found, text, letters) : { found };
    const warnings = [...story.warnings, warning];
    return { found: { ...story, warnings }, isIncomplete: true };
  }
}

type Kept = { page: PageText; address: string };

/** What gives less than the feed is no full text, but a notice that asks for money or consent. */
function complete(found: FoundStory, { page, address }: Kept, letters: number): Completed {
  return {
    found: found.isOnlyTitle || page.length > letters ? withPage(found, page, address) : found,
    isIncomplete: false,
  };
}

function parseKept(json: string): Kept | null {
  const { page, address } = JSON.parse(json);
  const text = parsePageText(page);
  return text && { page: text, address: String(address) };
}

/** One without a date gets a new one each time. */
function hashOf({ published, ...input }: FoundStory['input'], isUndated = false): string {
  const entry = isUndated ? input : { published, ...input };
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex');
}

function isRecent(instant: string): boolean {
  return Date.now() - Date.parse(instant) < REST;
}

import { isRecord } from './front-matter.ts';
import { readArticleJson } from './read-article-json.ts';
import type { ReadDefaults, Reading, SourceDocument } from './reading.ts';
import { isNinjs, readNinjs } from './wires/read-ninjs.ts';
import { isWordPressJson, readWordPressJson } from './wordpress/read-wordpress-json.ts';

/** Reads JSON in whichever of our formats it is. */
export function readJson(document: SourceDocument, defaults: ReadDefaults): Reading[] {
  let content: unknown;
  try {
    content = JSON.parse(document.text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [{ place: document.place, outcome: 'failed', reason: `It is not valid JSON: ${what}.` }];
  }
  const refusal = dpaReason(content);
  if (refusal) return [{ place: document.place, outcome: 'failed', reason: refusal }];
  if (isNinjs(content)) return readNinjs(content, document, defaults);
  if (isWordPressJson(content)) return readWordPressJson(content, document, defaults);
  return readArticleJson(content, document, defaults);
}

function dpaReason(content: unknown): string | null {
  const isDpa = isRecord(content) && /^digitalwires@/.test(String(content.format));
  return isDpa ? 'It is dpa’s own JSON. Lede reads ninjs and NewsML-G2: ask dpa for those.' : null;
}

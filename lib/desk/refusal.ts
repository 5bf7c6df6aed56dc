import { escapeUTF8 } from 'entities';
import { plainPage } from './plain-page.ts';

/** A form that can't be taken at all. The sentence is for the person who sent it; what they typed is
 *  still in their browser, one step back. */
export function refusal(
  status: 403 | 404 | 413 | 415 | 429,
  sentence: string,
  headers: Record<string, string> = {},
): Response {
  const main = `<h1>This was not done</h1>
<p>${escapeUTF8(sentence)}</p>
<p>Your browser’s way back leads to what you typed. <a href="/desk">Go to the desk</a></p>`;
  return plainPage({ status, title: 'Not done', main, headers });
}

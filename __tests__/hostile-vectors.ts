import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corpus } from './corpora.ts';

export type Vector = { name: string; input: string };

/** Markup that means harm, collected by those who write sanitisers, under what tests call it. */
export const HOSTILE = [
  {
    name: 'every vector of html5lib',
    from: corpus('hostile/html5lib-python/html5lib/tests/sanitizer-testdata'),
    read: (folder: string) => vectorsIn(folder, 'tests1.dat'),
  },
  {
    name: 'every vector of loofah, and the HTML that Word writes',
    from: corpus('hostile/loofah/test/assets'),
    read: (folder: string) => [
      ...vectorsIn(folder, 'testdata_sanitizer_tests1.dat'),
      { name: 'msword.html', input: readFileSync(path.join(folder, 'msword.html'), 'utf8') },
    ],
  },
];

/** Both collections are JSON with comments in it. */
function vectorsIn(folder: string, file: string): Vector[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const withoutComments = text.replace(/("(?:\\.|[^"\\])*")|\/\*.*?\*\//gs, '$1');
  return JSON.parse(withoutComments.replace(/,(?=\s*[\]}])/g, ''));
}

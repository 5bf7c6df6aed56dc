import { Parser } from 'htmlparser2';
import { namespacesOf, type Scope } from './xml-names.ts';
import { XmlError } from './xml-tree.ts';

/** No export nests deeper; a file that does was made to fill the memory. */
const DEEPEST = 250;

/** Characters in one tag. A parser holds it whole until it ends. */
const LONGEST_TAG = 10_000_000;

export type XmlTag = { name: string; scope: Scope; attributes: Record<string, string> };

export type XmlStream = {
  write: (chunk: string) => void;
  /** Says whether all that was opened has been closed. */
  end: () => { isWhole: boolean };
};

/** Reads XML piece by piece, and leniently, as parseXml does; nothing of it is kept. Throws
 *  XmlError. */
export function xmlStream(on: {
  open: (tag: XmlTag) => void;
  /** A text may come in several pieces. */
  text: (piece: string) => void;
  close: () => void;
}): XmlStream {
  const scopes: Scope[] = [];
  let unfinished = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        unfinished = 0;
        if (scopes.length >= DEEPEST) throw new XmlError('Its elements are nested too deeply.');
        const scope = namespacesOf(attributes, scopes.at(-1));
        scopes.push(scope);
        on.open({ name, scope, attributes });
      },
      ontext(piece) {
        unfinished = 0;
        on.text(piece);
      },
      onclosetag() {
        unfinished = 0;
        scopes.pop();
        on.close();
      },
    },
    { xmlMode: true },
  );
  return {
    write: (chunk) => {
      unfinished += chunk.length;
      if (unfinished > LONGEST_TAG) throw new XmlError('It never ends what it begins.');
      parser.write(chunk);
    },
    end: () => {
      const isWhole = scopes.length === 0;
      parser.end();
      return { isWhole };
    },
  };
}

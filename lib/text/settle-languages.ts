import type { Element, Root } from 'hast';
import { LRUCache } from 'lru-cache';
import { isElement } from './html-tree.ts';

/** Right to left, by the script that CLDR gives a language. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand']);

/** Leaves the language marks that say something: those of XML become HTML’s, what is no language goes,
 *  what only repeats the text around it goes, and a passage in the other direction is given its own
 *  (WCAG 3.1.2). */
export function settleLanguages(tree: Root, lang: string): Root {
  const settle = (parent: Root | Element, around: string) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const { lang: own, xmlLang, 'xml:lang': inXml, ...properties } = child.properties;
      const language = [own, xmlLang, inXml].map(languageOf).find(Boolean) ?? around;
      const direction = directionOf(language);
      const dir = direction === directionOf(around) ? {} : { dir: direction };
      child.properties =
        language === around ? properties : { lang: language, ...dir, ...properties };
      settle(child, language);
    }
  };
  const copy = structuredClone(tree);
  settle(copy, lang);
  return copy;
}

/** The language in the way that BCP 47 writes it; null if there is no such tag. `x-none` and `und` name
 *  no language, and no voice. */
function languageOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const tag = value.trim().replaceAll('_', '-');
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    const isNamed = canonical !== '' && !/^(?:und|mul|zxx|mis|x)(?:-|$)/.test(canonical);
    return isNamed && isKnown(canonical) ? canonical : null;
  } catch {
    return null;
  }
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Well-formed is not enough: “english” is, and is no language. */
function isKnown(tag: string): boolean {
  return names.of(new Intl.Locale(tag).language) !== undefined;
}

type Direction = 'ltr' | 'rtl';

/** To ask CLDR takes long, and every element of a story does. */
const directions = new LRUCache<string, Direction>({ max: 500 });

function directionOf(language: string): Direction {
  const known = directions.get(language);
  if (known) return known;
  const { script } = new Intl.Locale(language).maximize();
  const direction = RIGHT_TO_LEFT.has(script ?? '') ? 'rtl' : 'ltr';
  directions.set(language, direction);
  return direction;
}

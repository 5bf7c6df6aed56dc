import type { Element, ElementContent, Root } from 'hast';
import type { Finding } from '#lib/model/finding.ts';
import { excerptOf, inOneLine } from '../excerpt.ts';
import { isElement } from '../html-tree.ts';
import type { AuditedStory, Rule } from './audited-story.ts';
import { foreignRuns, lettersIn } from './foreign-runs.ts';

/** A name or two in another script is read well enough. */
const FEWEST_LETTERS = 40;
/** A title or a row of names is got through; sentences are not. */
const SENTENCES = 80;
/** From this share of a paragraph on it is the paragraph that is in another language. */
const MOST_OF = 0.6;

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption blockquote'.split(' '),
);

/** A voice reads words of another script with the wrong sounds, or is silent, unless it is told the
 *  language (WCAG 3.1.1, 3.1.2). Which language it is, no machine knows for sure. */
export const missingLanguage: Rule = (story) => {
  const passages = passagesIn(story.kept, story.lang);
  return mismatch(story, passages) ?? passages.flatMap((passage) => unmarked(passage, story.lang));
};

/** The words of one block that are said to be of one language. */
type Passage = { lang: string; text: string; index: number };

function passagesIn(tree: Root, storyLang: string): Passage[] {
  const passages: Passage[] = [];
  let blocks = 0;
  const walk = (children: ElementContent[], lang: string, open: Map<string, Passage>) => {
    for (const child of children) {
      if (child.type === 'text') {
        const known = open.get(lang);
        if (known) known.text += child.value;
        else {
          const passage = { lang, text: child.value, index: blocks };
          open.set(lang, passage);
          passages.push(passage);
        }
      } else if (isElement(child) && !isElement(child, 'code', 'pre', 'kbd')) {
        const isBlock = BLOCKS.has(child.tagName);
        if (isBlock) blocks += 1;
        walk(child.children, langOf(child) ?? lang, isBlock ? new Map() : open);
      }
    }
  };
  walk(tree.children as ElementContent[], storyLang, new Map());
  return passages.filter(({ text }) => text.trim() !== '');
}

function langOf({ properties }: Element): string | null {
  return typeof properties.lang === 'string' && properties.lang ? properties.lang : null;
}

/** Where most of a whole story is in another script, its language is wrong, not its parts. */
function mismatch(story: AuditedStory, passages: Passage[]): Finding[] | null {
  let all = lettersIn(story.input.headline);
  let foreign = lettersOfRuns(story.input.headline, story.lang);
  for (const { lang, text } of passages) {
    if (lang !== story.lang) continue;
    all += lettersIn(text);
    foreign += lettersOfRuns(text, lang);
  }
  if (all < FEWEST_LETTERS || foreign / all < MOST_OF) return null;
  const excerpt = excerptOf(story.input.headline, story.lang, 60);
  const message = `The story “${excerpt}” says that its language is “${story.lang}”, but most of it is in another script. Give it its own language.`;
  const where = { kind: 'headline', excerpt, index: 0 } as const;
  return [{ rule: 'language-wrong', severity: 'serious', where, message }];
}

function unmarked({ lang, text, index }: Passage, storyLang: string): Finding[] {
  const run = foreignRuns(text, lang).find((found) => lettersIn(found) >= FEWEST_LETTERS);
  if (!run) return [];
  const letters = lettersIn(run);
  const isSerious = letters >= SENTENCES && letters / lettersIn(text) >= MOST_OF;
  const excerpt = excerptOf(inOneLine(run), storyLang, 60);
  return [
    {
      rule: 'language-missing',
      severity: isSerious ? 'serious' : 'minor',
      where: { kind: 'body', excerpt, index },
      message: `The passage “${excerpt}” is in another script than “${lang}”, and its language is not said. Mark it with lang, as in <span lang="…">, so that it is read in the right voice.`,
    },
  ];
}

function lettersOfRuns(text: string, lang: string): number {
  return foreignRuns(text, lang).reduce((sum, run) => sum + lettersIn(run), 0);
}

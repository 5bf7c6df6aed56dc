import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { applyAttributeLists } from './kramdown-attributes.ts';
import { storyWords } from './story-words.ts';
import { printDashes } from './typographic-dashes.ts';

/** Reads Markdown: CommonMark with GitHub's tables and footnotes, kramdown's attribute lists and
 *  dashes, and HTML in between. What comes out is not safe: see sanitise.ts. */
export function parseMarkdown(markdown: string, lang: string): Root {
  const words = storyWords(lang);
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, {
      allowDangerousHtml: true,
      // tidyLinks gives ids a prefix.
      clobberPrefix: '',
      footnoteLabel: words.notes,
      footnoteBackContent: words.back,
    })
    .use(rehypeRaw);
  const tree = processor.runSync(processor.parse(markdown));
  return printDashes(applyAttributeLists(tree));
}

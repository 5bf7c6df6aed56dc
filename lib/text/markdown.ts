import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
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
    .use(readRaw);
  const tree = processor.runSync(processor.parse(markdown));
  return printDashes(applyAttributeLists(tree));
}

/** rehype-raw reads the whole tree anew. Most stories have no HTML in them. */
const readRaw: Plugin<[], Root> = () => {
  const read = rehypeRaw();
  return (tree, file) => {
    let hasRaw = false;
    visit(tree, 'raw', () => {
      hasRaw = true;
      return EXIT;
    });
    return hasRaw ? (read(tree, file) as Root) : tree;
  };
};

import { renderTemplatePart, type TemplateContext } from './template-parts.ts';

/** `$DATELINE$` and the like: the site's own templates put something in its place. */
const PLACEHOLDER = /\$[A-Z][A-Z_]{2,}\$[^\S\n]*|\$DATELINE\b[^\S\n]*/g;

// None of these looks beyond the next tag that opens, so that a text full of tags that never close
// takes no longer than any other.
const COMMENT =
  /\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*(?:end)?comment\b).)*\{%-?\s*endcomment\s*-?%\}/gs;
const TAG = /\{%-?\s*([\w-]*)\s*((?:(?!\{%|%\}).)*?)-?%\}|\{%[^\n]*/gs;
const SHORTCODE = /\{\{[<%]\s*\/?([\w-]+)\s*([^{}]*?)\/?[>%]\}\}/g;
const OUTPUT = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g;

/** Turns the template language of static sites (Jekyll's Liquid, Hugo's shortcodes) into HTML:
 *  included pictures, videos, quotations and notes become what they show, all else goes. Answers
 *  the names of the parts that went. */
export function resolveTemplates(
  body: string,
  context: TemplateContext,
): { markdown: string; leftOut: string[] } {
  const leftOut: string[] = [];
  const part = (name: string, parameters: string) => {
    const html = renderTemplatePart(name, parameters, context);
    if (html === null) leftOut.push(name);
    // Blank lines make it a block of its own, in the middle of a paragraph too.
    return `\n\n${html ?? ''}\n\n`;
  };
  const markdown = withoutHidden(body)
    .replace(TAG, (_, tag?: string, rest = '') => {
      if (tag !== 'include') return '';
      const [, name = '', parameters = ''] = /^(\S+)(.*)$/s.exec(rest) ?? [];
      return part(name, parameters);
    })
    .replace(SHORTCODE, (_, name: string, parameters: string) => part(name, parameters))
    .replace(OUTPUT, (_, expression: string) => outputOf(expression, context.fields))
    .replace(PLACEHOLDER, '');
  return { markdown, leftOut };
}

/** A text without what a template left in it. */
export function withoutPlaceholders(text: string): string {
  return withoutHidden(text)
    .replace(TAG, '')
    .replace(SHORTCODE, '')
    .replace(OUTPUT, '')
    .replace(/\{:[^{}\n]*\}/g, '')
    .replace(PLACEHOLDER, '');
}

/** `"/img/x.jpg" | relative_url` is its text, `page.title` the field; all else is the site's own. */
function outputOf(expression: string, fields: Record<string, unknown>): string {
  const literal = /^(["'])(.*?)\1/.exec(expression);
  if (literal) return literal[2] ?? '';
  const field = /^page\.([\w-]+)/.exec(expression)?.[1];
  const value = field && fields[field];
  return typeof value === 'string' ? value : '';
}

/** Takes away what the site's editors had commented out. */
function withoutHidden(text: string): string {
  let shown = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start === -1 ? -1 : text.indexOf('-->', start);
    if (end === -1) break;
    shown += text.slice(at, start);
    at = end + 3;
  }
  return (shown + text.slice(at)).replace(COMMENT, '');
}

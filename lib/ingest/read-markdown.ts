import { articleInputSchema } from '#lib/model/article-input.ts';
import { slugOf } from '#lib/text/slug.ts';
import { type Lookup, lookup } from './field-lookup.ts';
import { FrontMatterError, splitFrontMatter } from './front-matter.ts';
import { problemOf } from './input-problems.ts';
import { resolveTemplates } from './liquid.ts';
import { plainField } from './plain-field.ts';
import type { ReadDefaults, Reading, SourceDocument } from './reading.ts';
import { type FileFacts, storyFields } from './story-fields.ts';
import { youTubeFrame } from './video-frame.ts';

const FIELD_NAMES = {
  headline: 'headline (a line “title: …” in the front matter)',
  published: 'date (a line “date: 2026-10-07” in the front matter)',
  lang: 'language',
  bodyMarkdown: 'text below the front matter',
  image: 'picture',
};

/** Reads a file of Markdown, or of HTML, with YAML front matter: Lede's own, or that of a static
 *  site made with Jekyll or Hugo. */
export function readMarkdown(document: SourceDocument, defaults: ReadDefaults): Reading[] {
  const { place } = document;
  try {
    return [readStory(document, defaults)];
  } catch (error) {
    if (error instanceof FrontMatterError)
      return [{ place, outcome: 'failed', reason: error.message }];
    throw error;
  }
}

function readStory(document: SourceDocument, defaults: ReadDefaults): Reading {
  const { place } = document;
  const matter = splitFrontMatter(document.text);
  if (!matter) return { place, outcome: 'failed', reason: noFrontMatter(document.text) };
  const field = lookup(matter.fields);
  const page = pageReason(field, document);
  if (page) return { place, outcome: 'failed', reason: page };
  const draft = draftReason(matter.fields);
  if (draft) return { place, outcome: 'held', reason: draft };

  const fields = storyFields(field, factsOf(document.fileName), defaults);
  const context = { fields: matter.fields };
  const { markdown, leftOut } = resolveTemplates(matter.body, context);
  const bodyMarkdown = withSurroundings(markdown, field);
  if (bodyMarkdown === '' && fields.headline) {
    return { place, outcome: 'failed', reason: 'It has no text below the front matter.' };
  }
  const parsed = articleInputSchema.safeParse({ ...fields, bodyMarkdown }, { reportInput: true });
  if (!parsed.success) {
    return { place, outcome: 'failed', reason: problemOf(parsed.error, FIELD_NAMES) };
  }
  return {
    place,
    input: parsed.data,
    pictures: document.pictures,
    warnings: leftOut.length > 0 ? [leftOutWarning(leftOut)] : [],
  };
}

/** The body with what the site's template would have put around it: an editor's note before it,
 *  the video and the line of thanks behind it. */
function withSurroundings(markdown: string, field: Lookup): string {
  const frame = youTubeFrame(field('youtube'));
  const id = /embed\/([\w-]+)/.exec(frame ?? '')?.[1];
  const parts = [
    plainField(field('note')),
    markdown.trim(),
    id && !markdown.includes(id) ? frame : '',
    plainField(field('tagline')),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** A file's name was its address before, and addresses should not change. */
const LONGEST_SLUG = 200;

function factsOf(fileName: string): FileFacts {
  const name = fileName.replace(/\.[^.]+$/, '');
  const [, date, words = name] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(name) ?? [];
  return { slug: slugOf(words, LONGEST_SLUG), date: date && `${date}T00:00:00Z` };
}

function noFrontMatter(text: string): string {
  return text.startsWith('+++')
    ? 'Its front matter is TOML (between lines of “+++”). Lede reads YAML, between lines of “---”.'
    : 'It is not a story: it has no front matter, the lines between “---” and “---” at its top that give at least a title and a date.';
}

/** Indexes and other pages of a static site have a layout or an address, and no date. */
function pageReason(field: Lookup, { fileName }: SourceDocument): string | undefined {
  const isDated = field('published', 'date', 'publishdate', 'publishedat') !== undefined;
  const layout = plainField(field('layout'));
  if (isDated || factsOf(fileName).date || !(layout || field('permalink'))) return undefined;
  const kind = layout ? ` (layout “${layout}”)` : '';
  return `It is a page of the site${kind}, not a story: it has no date. If it is a story, add a line “date: 2026-10-07” to its front matter.`;
}

function draftReason(fields: Record<string, unknown>): string | undefined {
  const status = String(fields.status ?? '').toLowerCase();
  if (fields.published === false) return 'It is a draft (“published: false”).';
  if (fields.draft === true) return 'It is a draft (“draft: true”).';
  if (/^(?:draft|private|pending|unpublished|hidden)$/.test(status)) {
    return `It is a draft (“status: ${status}”).`;
  }
  return undefined;
}

function leftOutWarning(names: string[]): string {
  const unique = [...new Set(names)].join(', ');
  return names.length === 1
    ? `A part of the site’s template was left out: ${unique}.`
    : `${names.length} parts of the site’s template were left out: ${unique}.`;
}

import { articleInputSchema } from '#lib/model/article-input.ts';
import { isRecord } from './front-matter.ts';
import { fieldProblems, problemOf } from './input-problems.ts';
import type { ReadDefaults, Reading, SourceDocument } from './reading.ts';

/** Reads Lede's article JSON: one story, a list of them, or `{ "articles": [] }`. */
export function readArticleJson(
  content: unknown,
  document: SourceDocument,
  defaults: ReadDefaults,
): Reading[] {
  const { place } = document;
  const stories = storiesIn(content);
  if (!stories) {
    const reason =
      'It is not a story: an article in JSON is an object with a “headline”, or a list of such.';
    return [{ place, outcome: 'failed', reason }];
  }
  if (stories.length === 0) return [{ place, outcome: 'failed', reason: 'It holds no story.' }];
  const isOne = stories[0] === content;
  return stories.map((story, index) =>
    readStory(story, isOne ? place : `${place}, story ${index + 1}`, document, defaults),
  );
}

function storiesIn(content: unknown): unknown[] | null {
  if (Array.isArray(content)) return content;
  if (!isRecord(content)) return null;
  if (Array.isArray(content.articles)) return content.articles;
  return 'headline' in content || 'sourceId' in content ? [content] : null;
}

function readStory(
  story: unknown,
  place: string,
  document: SourceDocument,
  defaults: ReadDefaults,
): Reading {
  const { lang, section } = defaults;
  const given = { ...(lang ? { lang } : {}), ...(section ? { section } : {}) };
  const filled = isRecord(story) ? { ...given, ...story } : story;
  const parsed = articleInputSchema.safeParse(filled, { reportInput: true });
  if (parsed.success) {
    return { place, input: parsed.data, pictures: document.pictures, warnings: [] };
  }
  const fields = fieldProblems(parsed.error);
  return { place, outcome: 'failed', reason: problemOf(parsed.error), fields };
}

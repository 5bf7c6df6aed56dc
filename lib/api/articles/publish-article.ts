import { importStory } from '#lib/ingest/import-story.ts';
import { openNewsDesk } from '#lib/ingest/open-news-desk.ts';
import { readArticleJson } from '#lib/ingest/read-article-json.ts';
import {
  isStory,
  isWithdrawal,
  type NoStory,
  type Reading,
  type SourceDocument,
  type Withdrawal,
} from '#lib/ingest/reading.ts';
import { isNinjs, readNinjs } from '#lib/ingest/wires/read-ninjs.ts';
import { withdrawStory } from '#lib/ingest/withdraw-story.ts';
import { findBySource } from '#lib/store/articles.ts';
import type { ApiDesk } from '../api-desk.ts';
import { authenticate } from '../authenticate.ts';
import type { Endpoint } from '../endpoint.ts';
import { Problem, pointerTo } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { storyAnswer } from './story-answer.ts';

export const STORY_TYPES = ['application/json', 'application/ninjs+json'] as const;

/** `POST /api/articles`: takes in a story as its sender has it now. The same `sourceId` again updates
 *  it, so a call that got no answer is simply made again. */
export const publishArticle: Endpoint = async (desk, request) => {
  const token = await authenticate(desk, request, 'publish');
  const reading = readStory(await readJson(request, STORY_TYPES), desk);
  if (isWithdrawal(reading)) return takeBack(desk, openNewsDesk(desk, token), reading);
  if (!isStory(reading)) throw refusal(reading);
  return storyAnswer(desk, await importStory(openNewsDesk(desk, token), reading));
};

/** The content decides between Lede's JSON and ninjs, as for a file. */
function readStory(content: unknown, { config }: ApiDesk): Reading {
  const document: SourceDocument = { place: 'The body', fileName: '', text: '', pictures: null };
  const read = isNinjs(content) ? readNinjs : readArticleJson;
  const [reading, ...others] = read(content, document, { edition: config.languages[0] });
  if (reading && others.length === 0 && !Array.isArray(content)) return reading;
  throw new Problem('invalid-story', 'Send one story at a time, not a list.');
}

function refusal({ reason, fields = [] }: NoStory): Problem {
  const errors = fields.map(({ path, detail }) => ({ field: pointerTo(path), detail }));
  return new Problem('invalid-story', reason, { errors });
}

/** An agency cancels a story by sending it once more. */
async function takeBack(
  desk: ApiDesk,
  news: Parameters<typeof withdrawStory>[0],
  withdrawal: Withdrawal,
): Promise<Response> {
  const outcome = await withdrawStory(news, withdrawal);
  const known = await findBySource(desk.store, withdrawal.sourceId);
  if (!known) throw new Problem('not-found', outcome.reason ?? 'It is not here.');
  if (outcome.outcome === 'held') throw new Problem('conflict', outcome.reason ?? '');
  const story = { id: known.id, lang: desk.config.languages[0], slug: '', headline: '' };
  return storyAnswer(desk, { ...outcome, story });
}

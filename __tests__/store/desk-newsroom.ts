import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { importStory } from '#lib/ingest/import-story.ts';
import { openNewsDesk } from '#lib/ingest/open-news-desk.ts';
import { articleInputSchema } from '#lib/model/article-input.ts';
import type { StoryPolicy } from '#lib/model/finding.ts';
import { findById, parseDocument } from '#lib/store/articles.ts';
import { deskVisit, type Typed } from './desk-visit.ts';
import { temporaryFolder } from './engines.ts';

/** A story as its sender sends it. */
const STORY = {
  sourceId: 'wire/1',
  lang: 'en',
  headline: 'Night ferries return',
  section: 'region',
  published: '2026-10-07T06:30:00Z',
  body: '<p>The first night ferry left on Thursday.</p>',
};

/** A table without headers, which is a serious finding. */
export const TABLE =
  '<p>Text.</p><table><tr><td>Boats</td><td>12</td></tr><tr><td>Crews</td><td>30</td></tr></table>';

/** A desk with somebody at it who may publish, stories that come in, and what came of each form. */
export async function deskNewsroom(database: string) {
  const at = await deskVisit(database);
  at.desk.config.media = path.join(mkdtempSync(path.join(temporaryFolder(), 'media-')), 'media');
  const editor = await at.enter((await at.newToken(['publish'])).secret);

  /** A story comes in, as from a wire. */
  const arrive = async (changes: Record<string, unknown> = {}, policy: StoryPolicy = 'publish') => {
    const input = articleInputSchema.parse({ ...STORY, ...changes });
    const news = openNewsDesk(at.desk, { holds: policy === 'hold' });
    const found = { place: 'wire', input, pictures: null, warnings: [] };
    const outcome = await importStory(news, found);
    return { ...outcome, id: outcome.story?.id ?? '' };
  };

  /** Sends a form, and answers where it leads and what is said there. */
  const act = async (form: string, fields: Typed, secret = editor) => {
    const answer = await at.send(secret, form, fields);
    const to = new URL(answer.headers.get('location') ?? '/', 'https://a.example').pathname;
    return { status: answer.status, to, reply: await at.replyOf(secret, answer) };
  };

  const stored = async (id: string) => {
    const row = await findById(at.store, id);
    if (!row) throw new Error(`There is no story ${id}.`);
    return { ...row, article: parseDocument(row.document) };
  };
  return { ...at, editor, arrive, act, stored };
}

export type DeskNewsroom = Awaited<ReturnType<typeof deskNewsroom>>;

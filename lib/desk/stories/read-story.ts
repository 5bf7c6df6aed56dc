import type { Article } from '#lib/model/article.ts';
import type { StoryFile, StoryVersion } from '#lib/model/desk-stories.ts';
import type { Finding } from '#lib/model/finding.ts';
import { plainLine } from '#lib/model/plain-line.ts';
import { findById, parseDocument } from '#lib/store/articles.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { deskStories } from '#lib/store/desk-stories.ts';
import { findingsOf } from '#lib/store/findings.ts';
import { overridesOf, revisionsOf } from '#lib/store/story-history.ts';
import { findWaiting } from '#lib/store/waiting-versions.ts';
import { bodyWithPlaces } from '#lib/text/body-with-places.ts';
import type { Desk } from '../desk.ts';
import { tellAct } from '../log/tell-act.ts';

/** Of versions and of acts; what is older is in the audit log and in the store. */
const MOST_TOLD = 50;

/** All that the desk knows of a story; null if there is none with this id. */
export async function readStory(
  { store, config }: Pick<Desk, 'store' | 'config'>,
  id: string,
): Promise<StoryFile | null> {
  const row = await findById(store, plainLine(id));
  const [story] = row ? await deskStories(store, [row]) : [];
  if (!row || !story) return null;
  const [findings, waiting, revisions, overrides, acts] = await Promise.all([
    findingsOf(store, id),
    findWaiting(store.db, id),
    revisionsOf(store, id, MOST_TOLD),
    overridesOf(store, id),
    listActs(store, { limit: MOST_TOLD, subject: id }),
  ]);
  const article = parseDocument(row.document);
  return {
    story,
    revision: row.revision,
    sourceId: row.source_id,
    origin: row.origin,
    revisions,
    overrides,
    acts: acts.map((act) => tellAct(act, config.timeZone)),
    version: versionOf(article, findings, 'place', row.wants_pictures === 0),
    waiting: waiting && {
      ...versionOf(
        waiting.article,
        waiting.findings,
        'waiting-place',
        !waiting.arrival.wantsPictures,
      ),
      since: waiting.since,
    },
  };
}

function versionOf(
  { lang, headline, standfirst, image, body }: Article,
  findings: readonly Finding[],
  prefix: string,
  hasAllPictures: boolean,
): StoryVersion {
  const numbered = findings.map((finding, index) => ({ finding, number: index + 1 }));
  const places = { lang, findings: numbered, prefix, hasAllPictures };
  const { html, marks } = bodyWithPlaces(body, places);
  return {
    headline,
    standfirst,
    image,
    body: html,
    findings: numbered.map(({ finding, number }) => ({
      ...finding,
      number,
      mark: marks.get(number) ?? null,
    })),
  };
}

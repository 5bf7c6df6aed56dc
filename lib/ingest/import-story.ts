import { articleInputSchema } from '#lib/model/article-input.ts';
import { judgeArrival, type Verdict } from '#lib/store/arrival.ts';
import {
  findByAddress,
  parseDocument,
  RevisionMovedError,
  SlugTakenError,
  saveArticle,
  TakenBackError,
} from '#lib/store/articles.ts';
import { isShown, judgeHold, wasRead } from '#lib/store/judge-hold.ts';
import { articleOf } from './article-of.ts';
import { finishBody } from './body.ts';
import { type ComingStory, hashOf, readComing } from './coming-story.ts';
import { heldFor, stillHeld } from './hold-story.ts';
import type { NewsDesk } from './news-desk.ts';
import type { FoundStory } from './reading.ts';
import { type ShownVersion, shownUpdate } from './shown-update.ts';
import type { StoryOutcome } from './story-outcome.ts';
import { makePictures } from './story-pictures.ts';
import { keptPictures } from './story-source.ts';
import { TooSlowError } from './time-limit.ts';
import { leftAlone } from './versions.ts';

type Taken = Omit<StoryOutcome, 'place'>;

/** A story may be changed here while a version of it comes in, and is then looked at once more. */
const MOST_ATTEMPTS = 3;

/** Takes one story in, the only way there is: checks it, makes its HTML safe and its pictures ready,
 *  and stores it in one transaction. The same story again changes nothing. Throws
 *  RevisionMovedError where a certain revision was to be replaced. */
export async function importStory(desk: NewsDesk, found: FoundStory): Promise<StoryOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { place: found.place, ...(await takeIn(desk, found)) };
    } catch (error) {
      const hasMoved = error instanceof RevisionMovedError;
      if (hasMoved && found.amends) throw error;
      if (hasMoved && attempt < MOST_ATTEMPTS) continue;
      return { place: found.place, warnings: [], findings: [], ...failureOf(error) };
    }
  }
}

async function takeIn(desk: NewsDesk, found: FoundStory): Promise<Taken> {
  const coming = await readComing(desk, found);
  if ('refusal' in coming) {
    return { outcome: 'failed', ...coming.refusal, warnings: found.warnings, findings: [] };
  }
  const verdict = await judgeArrival(desk.store.db, coming.input.sourceId, coming.arrival);
  const left = await leaveAsItIs(desk, coming, verdict);
  if (left) return left;
  if (desk.isDryRun) return foresee(desk, found, coming, verdict);
  return makeAndStore(desk, found, coming, verdict);
}

/** What there is to tell where nothing changes; null where something does. */
async function leaveAsItIs(
  { store }: NewsDesk,
  { arrival, findings, story }: ComingStory,
  { outcome, reason, known }: Verdict,
): Promise<Taken | null> {
  const told = {
    warnings: [],
    story: { ...story, ...(known && { id: known.id, slug: known.slug }) },
  };
  const still = await stillHeld(store, known, arrival.contentHash);
  if (still) return { ...still, stored: 'unchanged', ...told };
  if (outcome === 'new' || outcome === 'changed') return null;
  return { ...leftAlone(outcome, reason), findings, ...told };
}

/** What would become of it. Throws SlugTakenError. */
async function foresee(
  { store }: NewsDesk,
  { warnings }: FoundStory,
  { input, arrival, findings, story, known }: ComingStory,
  verdict: Verdict,
): Promise<Taken> {
  const other = input.slug ? await findByAddress(store, story.lang, story.slug) : null;
  if (other && other.source_id !== input.sourceId) throw new SlugTakenError(story, other.source_id);
  const { barriers, byHand } = await judgeHold(store.db, verdict.known, arrival);
  const told = { warnings, findings, story: { ...story, ...(known && { id: known.id }) } };
  if (barriers.length > 0 || byHand) {
    const isUpdate = isShown(verdict.known);
    return { ...heldFor(barriers, { isUpdate, byHand: byHand?.held_reason }), ...told };
  }
  // The pictures that were missing the last time may be missing still.
  const isSame = known?.contentHash.startsWith(`${arrival.contentHash}-`);
  return { outcome: isSame ? 'unchanged' : verdict.known ? 'changed' : 'new', ...told };
}

async function makeAndStore(
  desk: NewsDesk,
  found: FoundStory,
  coming: ComingStory,
  verdict: Verdict,
): Promise<Taken> {
  const { input, lang, body, arrival, findings, story } = coming;
  const now = new Date().toISOString();
  const made = await makePictures(desk.pictures, coming.wishes, found.pictures);
  const updated = shownUpdate(coming, readVersion(coming, verdict, now), now);
  const safeBody = finishBody(body, made.story, lang);
  const article = articleOf({ ...input, slug: story.slug, updated }, lang, safeBody, made);
  const isIncomplete = made.problems.length > 0;
  const {
    outcome,
    barriers = [],
    heldByHand: byHand,
    ...saved
  } = await saveArticle(desk.store, article, {
    ...arrival,
    // With what is missing in the hash, a picture that comes later is a change, and one that is
    // still missing is not.
    contentHash: isIncomplete
      ? `${arrival.contentHash}-${hashOf(made.problems)}`
      : arrival.contentHash,
    wantsPictures: isIncomplete,
    source: { ...coming.source, pictures: keptPictures(made) },
  });
  const told = {
    warnings: [...found.warnings, ...made.problems],
    ...(isIncomplete ? { isIncomplete } : {}),
    findings,
    story: { ...story, ...saved },
  };
  if (outcome !== 'new' && outcome !== 'changed') return { ...leftAlone(outcome), ...told };
  const stored = { ...told, stored: outcome };
  if (barriers.length > 0 || byHand != null) {
    const isUpdate = isShown(verdict.known);
    return { ...heldFor(barriers, { id: saved.id, isUpdate, byHand }), ...stored };
  }
  const { embargoedUntil } = article;
  if (!embargoedUntil || embargoedUntil <= now) return { outcome, ...stored };
  return { outcome: 'held', reason: `It is stored and appears at ${embargoedUntil}.`, ...stored };
}

/** The version of it that readers have now, or had until an editor held it, if there is one. */
function readVersion(
  { knownSource, arrival }: ComingStory,
  { known }: Verdict,
  now: string,
): ShownVersion | null {
  if (!known || !knownSource || !wasRead(known, now)) return null;
  const input = articleInputSchema.safeParse(knownSource.input);
  if (!input.success) return null;
  const { updated } = parseDocument(known.document);
  const { origin = known.origin } = arrival;
  return { input: input.data, updated, cameAnotherWay: origin !== known.origin };
}

function failureOf(error: unknown): Pick<StoryOutcome, 'outcome' | 'reason' | 'cause' | 'field'> {
  if (error instanceof TakenBackError) return leftAlone('taken back', error.message);
  if (error instanceof SlugTakenError) {
    return { outcome: 'failed', field: 'slug', reason: error.message };
  }
  if (error instanceof TooSlowError) return { outcome: 'failed', reason: error.message };
  if (error instanceof RevisionMovedError) {
    return { outcome: 'failed', reason: 'Others change this story just now. Import it again.' };
  }
  if (error instanceof RangeError) {
    return { outcome: 'failed', reason: 'Its text is nested too deeply to be read.' };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'failed', reason: `Lede could not take it in: ${message}.` };
}

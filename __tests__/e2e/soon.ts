import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type APIRequestContext, expect } from '@playwright/test';

/** A change that another process makes is on every page that is asked for a second after that
 *  process's end, or later. */
const SOON_MS = 1000;
const LOOK_EVERY_MS = 50;

/** Looks at each place until it is as it should be. Whoever asks a second after `since`, or later,
 *  must find it so. */
export async function soon(
  request: APIRequestContext,
  places: string[],
  { shows, lacks }: { shows?: string; lacks?: string },
  since = Date.now(),
): Promise<void> {
  const expected = { shows: shows ? places : [], lacks: [] as string[] };
  let isLast = false;
  let found: typeof expected;
  do {
    isLast = Date.now() > since + SOON_MS;
    found = {
      shows: shows ? await placesWith(request, places, shows) : [],
      lacks: lacks ? await placesWith(request, places, lacks) : [],
    };
    await pause(LOOK_EVERY_MS);
  } while (!isLast && !isDeepStrictEqual(found, expected));
  expect(found).toEqual(expected);
}

/** Those of the addresses whose page has these words. */
export async function placesWith(
  request: APIRequestContext,
  places: string[],
  words: string,
): Promise<string[]> {
  const pages = await Promise.all(places.map(async (place) => (await request.get(place)).text()));
  return places.filter((_, index) => pages[index]?.includes(words));
}

import path from 'node:path';
import { type Fetched, type Fetcher, openFetcher } from './fetch/fetcher.ts';
import { findFiles } from './find-files.ts';
import { readAddressSource, readFetched, readFileSource } from './read-source.ts';
import type { NoStory, SourceDocument } from './reading.ts';

/** A file that may hold stories, with the folder that was asked for; a web address; or what has come
 *  from one already. */
export type Source = { file: string; root: string } | { address: string } | FetchedSource;

export type FetchedSource = { address: string; fetched: Fetched };

export type FoundSources = { sources: Source[]; passedOver: number; problems: NoStory[] };

/** Finds what an import is asked for, each file once, in the order given. */
export async function findSources(given: string[]): Promise<FoundSources> {
  const sources = new Map<string, Source>();
  const problems: NoStory[] = [];
  let passedOver = 0;
  for (const place of given) {
    if (/^https?:\/\//i.test(place)) {
      sources.set(place, { address: place });
      continue;
    }
    const found = await findFiles(place);
    const isFile = found.files[0] === place;
    const root = isFile ? path.dirname(place) : place;
    for (const file of found.files) sources.set(path.resolve(file), { file, root });
    problems.push(...found.problems);
    passedOver += found.passedOver;
  }
  return { sources: [...sources.values()], passedOver, problems };
}

/** Reads a source as text, or says why it can't be. */
export function readSource(
  source: Source,
  fetcher: Fetcher = openFetcher(),
): Promise<SourceDocument | NoStory> {
  if ('file' in source) return readFileSource(source.file, source.root);
  if ('fetched' in source) return readFetched(source.address, source.fetched);
  return readAddressSource(source.address, fetcher);
}

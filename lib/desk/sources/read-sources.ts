import type { ListedSource, SourceGroups, SourceHealth } from '#lib/model/desk-sources.ts';
import type { Store } from '#lib/store/open-store.ts';
import { allSources, type SourceState, type StoredSource } from '#lib/store/sources.ts';
import { sourceInWords } from '#lib/text/source-in-words.ts';

/** All sources by how they are, each group in the order of the list. */
export async function readSources(store: Store, now: number): Promise<SourceGroups> {
  const groups: SourceGroups = { failing: [], gone: [], fresh: [], working: [] };
  for (const source of await allSources(store)) {
    groups[healthOf(source.state)].push(tell(source, now));
  }
  return groups;
}

function healthOf({ isGone, error, askedAt }: SourceState): SourceHealth {
  if (isGone) return 'gone';
  if (error !== null) return 'failing';
  return askedAt === null ? 'fresh' : 'working';
}

function tell(source: StoredSource, now: number): ListedSource {
  const { address, name, settings } = source;
  const facts = sourceInWords(source, now);
  return {
    address,
    name,
    facts: [...facts.slice(0, 1), ['asked', pace(settings.every)], ...facts.slice(1)],
  };
}

function pace(every: number | null): string {
  if (every === null) return 'every 15 minutes, or as often as it says itself';
  return every === 1 ? 'every minute' : `every ${every} minutes`;
}

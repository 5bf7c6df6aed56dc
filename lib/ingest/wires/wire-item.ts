import type { ImageFields } from '../lead-image.ts';

/** A story of an agency's wire, as ninjs and NewsML-G2 both give it. Values keep their faults.
 *  There is no field for an editor's note: nothing that is meant for editors comes this far. */
export type WireItem = {
  place: string;
  format: 'ninjs' | 'newsml';
  id: string;
  /** `usable`, `withheld`, `canceled`, …; empty where the item doesn't say, which means usable. */
  status: string;
  /** As it is written. Empty means an embargo whose end is told in words, null that there is none. */
  embargo: string | null;
  created: string;
  versionCreated: string;
  lang: string;
  headline: string;
  standfirst: string;
  byline: string;
  /** Persons, where there is no byline. */
  creators: string[];
  dateline: string;
  subjects: Subject[];
  genres: string[];
  /** Who has to be credited. */
  agencies: string[];
  usageTerms: string;
  /** HTML. */
  body: string;
  pictures: WirePicture[];
};

export type Subject = { name: string; codes: string[] };

export type WirePicture = ImageFields & { headline: string };

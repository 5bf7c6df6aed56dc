import { isRecord } from '#lib/ingest/front-matter.ts';
import { Problem } from './problem.ts';

/** Deeper than any field of ours, and far from where a call stack ends. */
const DEEPEST = 20;

/** Changes JSON by a JSON merge patch (RFC 7396): `null` takes a field out, lists are replaced as a
 *  whole. */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isRecord(patch)) return patch;
  if (depth > DEEPEST) throw new Problem('invalid-story', 'The change is nested too deeply.');
  // A map, since `__proto__` is a field like any other here.
  const fields = new Map<string, unknown>(isRecord(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) fields.delete(name);
    else fields.set(name, mergePatch(fields.get(name), value, depth + 1));
  }
  return Object.fromEntries(fields);
}

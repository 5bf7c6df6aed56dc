import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '#lib/config/config.ts';
import { STORY_POLICIES } from '#lib/model/finding.ts';
import { isLanguageCode, LANGUAGE_CODES } from '#lib/model/language.ts';
import type { SourceListing } from '#lib/store/sources.ts';
import { slugOf } from '#lib/text/slug.ts';
import { fileProblem } from '../file-problem.ts';

const MINUTES: Record<string, number> = { m: 1, h: 60, d: 1440 };
const LONGEST = 1440;

const entry = z.strictObject({
  address: z.url({
    protocol: /^https?$/,
    error: 'must be an http or https address, as https://news.example/feed.xml',
  }),
  name: z
    .string()
    .trim()
    .min(1, 'must be a name')
    .max(80, 'must have at most 80 letters')
    .optional(),
  every: z
    .string('must be a time from 1m to 24h, as 15m')
    .transform(minutesOf)
    .refine(
      (minutes) => minutes >= 1 && minutes <= LONGEST,
      'must be a time from 1m to 24h, as 15m',
    )
    .optional(),
  lang: z
    .string()
    .refine(isLanguageCode, `must be one of ${LANGUAGE_CODES.join(', ')}`)
    .optional(),
  section: z
    .string()
    .trim()
    .refine((name) => slugOf(name) !== '', 'must be a name with letters')
    .optional(),
  policy: z.enum(STORY_POLICIES, `must be ${STORY_POLICIES.join(' or ')}`).default('publish'),
  fullText: z.boolean('must be true or false').default(false),
});

/** Reads the list of sources that LEDE_FEEDS names: YAML, and so JSON too. Throws ConfigError with a
 *  sentence that names the place. */
export function readSourceList(file: string): SourceListing[] {
  const lines = new LineCounter();
  const document = parseDocument(contentOf(file), { lineCounter: lines });
  const refuse = (reason: string, offset: number): never => {
    const { line } = lines.linePos(offset);
    throw new ConfigError(`LEDE_FEEDS names ${file}. In line ${line} ${reason}`);
  };
  const [error] = document.errors;
  if (error) {
    const [what = ''] = error.message.split(/ at line \d+/);
    return refuse(`it is no YAML: ${what}.`, error.pos[0]);
  }
  // Without a key for anything else, a list with nothing in it means that no source is asked.
  const parsed = z.array(entry).safeParse(document.toJS() ?? []);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(sentenceOf(issue), offsetOf(document, issue?.path ?? []));
  }
  const seen = new Set<string>();
  return parsed.data.map(({ address, name, every = null, ...rest }, index) => {
    if (seen.has(address)) refuse(`${address} is listed again.`, offsetOf(document, [index]));
    seen.add(address);
    return { address, name: name ?? new URL(address).host, settings: { every, ...rest } };
  });
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`LEDE_FEEDS names ${file}, which can’t be read: ${fileProblem(error)}.`);
  }
}

function minutesOf(time: string): number {
  const [, count = '', unit = ''] = /^(\d{1,4})\s*([mhd])$/.exec(time.trim()) ?? [];
  return Number(count) * (MINUTES[unit] ?? 0);
}

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  const [, field] = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(entry.shape).join(', ');
    return `“${issue.keys[0]}” means nothing. A source may have ${known}.`;
  }
  if (field === 'address' && issue?.code === 'invalid_type') return 'a source has no address.';
  if (field !== undefined) return `“${String(field)}” ${issue?.message}.`;
  return 'there should be a list of sources, each with an address, as “- address: https://…”.';
}

/** Where in the file that stands, or what it is missing from. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

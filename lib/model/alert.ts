import { z } from 'zod';
import { LANGUAGE_CODES } from './language.ts';
import { plainLine } from './plain-line.ts';

/** A path of this site, never another host's address (`//evil.example` is one), and nothing in it
 *  that can't be seen or stored. */
export const SITE_PATH = /^\/(?![/\\])[^\s\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;

/** As much as can be read at a glance, and in one breath. */
export const LONGEST_TEXT = 280;

/** At least one character that leaves a mark. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const text = z
  .string('must be a text')
  .overwrite(plainLine)
  .regex(VISIBLE, 'must not be empty')
  .max(LONGEST_TEXT, `must be ${LONGEST_TEXT} characters or fewer`);

/** The address of a Khmer story has three times three characters for each letter. */
const link = z
  .string('must be a text')
  .max(2000, 'must be 2,000 characters or fewer')
  .regex(SITE_PATH, 'must be a path of this site, as /en/articles/x');

/** The longest that an alert may stand. */
export const LONGEST_ALERT_MS = 30 * 24 * 60 * 60_000;

const expires = z.iso
  .datetime({ error: 'must be an instant in UTC, as 2026-10-07T06:30:00Z' })
  .refine((at) => Date.parse(at) > Date.now(), 'must lie ahead')
  .refine(
    (at) => Date.parse(at) <= Date.now() + LONGEST_ALERT_MS,
    'must be at most 30 days from now',
  )
  // One way of writing an instant, since instants are compared as text.
  .transform((at) => new Date(at).toISOString());

/** What an editor gives to raise an alert. */
export const alertInputSchema = z.strictObject({
  text,
  lang: z.enum(LANGUAGE_CODES, `must be one of ${LANGUAGE_CODES.join(', ')}`),
  link: link.optional(),
  expires: expires.optional(),
  emergency: z.boolean('must be true or false').default(false),
});

export type AlertInput = z.output<typeof alertInputSchema>;

/** What is said a second time before an emergency goes out: it passes over what readers have set and
 *  interrupts them (WCAG 2.2, 2.2.4). */
export const EMERGENCY_WORD = 'EMERGENCY';

/** Why an alert is raised or cleared, for the newsroom; may be empty. */
export const alertNoteSchema = z
  .string('must be a text')
  .overwrite(plainLine)
  .max(500, 'must be 500 characters or fewer');

/** What an editor may mend in an alert that stands. Readers see it at once; nothing is said anew. */
export const alertChangeSchema = z.strictObject({
  text,
  link: link.nullable(),
  expires: expires.nullable(),
});

export type AlertChange = z.output<typeof alertChangeSchema>;

/** A breaking-news alert as it stands. Instants are ISO 8601 in UTC. */
export type Alert = {
  id: string;
  lang: (typeof LANGUAGE_CODES)[number];
  text: string;
  link: string | null;
  raised: string;
  expires: string | null;
  emergency: boolean;
};

/** Says in a form which state of an alert it was filled from. */
export function alertMark({ text, link, expires }: AlertChange): string {
  return JSON.stringify([text, link, expires]);
}

/** Why an alert stands no more. `undone`: it was taken back before it went out. */
export type AlertEnd = 'cleared' | 'expired' | 'undone';

/** An alert as the newsroom knows it: with who, when and why. */
export type AlertRecord = Alert & {
  /** When it goes out; null once it is out, or was undone. */
  waitsUntil: string | null;
  /** Null where it was raised before Lede kept this. */
  raisedBy: string | null;
  /** Why it was raised, for the newsroom; may be empty. */
  note: string;
  ended: string | null;
  endedBy: string | null;
  endedWhy: AlertEnd | null;
  endedNote: string;
};

/** What the live stream tells of an alert: that it stands as it is here, or that it stands no more. */
export type AlertEvent =
  | { seq: number; kind: 'alert'; lang: Alert['lang']; alert: Alert }
  | { seq: number; kind: 'clear'; lang: Alert['lang']; id: string };

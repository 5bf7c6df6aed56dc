import { z } from 'zod';
import {
  type AlertInput,
  alertInputSchema,
  alertNoteSchema,
  EMERGENCY_WORD,
} from '#lib/model/alert.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { Problem, pointerTo } from '../problem.ts';

/** What a program sends to raise an alert. */
export const alertBodySchema = alertInputSchema.extend({
  note: alertNoteSchema.default('').describe('why it is raised, for the newsroom'),
  confirm: z
    .literal(EMERGENCY_WORD, `must be “${EMERGENCY_WORD}” for an emergency`)
    .optional()
    .describe('needed with “emergency”, which passes over what readers have set'),
});

type Fault = { field: string; detail: string };

/** Reads an alert, with all that is wrong with it at once. Throws Problem. */
export function readAlert(
  content: unknown,
  editions: readonly LanguageCode[],
): AlertInput & { note: string } {
  const parsed = alertBodySchema.safeParse(content, { reportInput: true });
  const faults = firstOfEach([
    ...(parsed.success ? [] : parsed.error.issues.flatMap(faultsOf)),
    ...missingConfirmation(content),
    ...closedEdition(parsed.data, editions),
  ]);
  const [first] = faults;
  if (!parsed.success || first) {
    const detail = first?.detail ?? 'Send an object with at least “text” and “lang”.';
    throw new Problem('invalid-alert', detail, { errors: faults });
  }
  const { confirm, ...input } = parsed.data;
  return input;
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: pointerTo([...issue.path.map(String), key]),
      detail: `An alert has no field “${key}”. Take it out, or correct its name.`,
    }));
  }
  const [name] = issue.path.map(String);
  if (name === undefined) return [];
  const problem = issue.input === undefined ? 'is missing' : issue.message;
  return [{ field: pointerTo([name]), detail: `Its “${name}” ${problem}.` }];
}

/** What is no instant is neither ahead nor too far ahead. */
function firstOfEach(faults: Fault[]): Fault[] {
  return faults.filter(
    ({ field }, index) => faults.findIndex((other) => other.field === field) === index,
  );
}

/** Not a rule of the schema, which says nothing of it while another field is wrong. */
function missingConfirmation(content: unknown): Fault[] {
  const given = z.looseObject({ emergency: z.literal(true) }).safeParse(content);
  if (!given.success || given.data.confirm !== undefined) return [];
  const detail = `An emergency passes over what readers have set and interrupts them. Say a second time that it is one: "confirm": "${EMERGENCY_WORD}".`;
  return [{ field: '/confirm', detail }];
}

function closedEdition(
  alert: Pick<AlertInput, 'lang'> | undefined,
  editions: readonly LanguageCode[],
): Fault[] {
  if (!alert || editions.includes(alert.lang)) return [];
  const detail = `The edition “${alert.lang}” is switched off here. LEDE_LANGS lists ${editions.join(', ')}.`;
  return [{ field: '/lang', detail }];
}

import type { ImportReport } from '#lib/ingest/import-stories.ts';
import type { StoryOutcome } from '#lib/ingest/import-story.ts';

/** The report of an import for a person: how many of each outcome, then each story that needs a
 *  look, with the reason. */
export function describeImport(report: ImportReport, isDryRun = false): string {
  const { counts, passedOver, stories } = report;
  const parts = [
    isDryRun ? 'Nothing was stored. An import would give:' : 'Imported:',
    ...Object.entries(counts)
      // Only wires take stories back.
      .filter(([outcome, count]) => outcome !== 'withdrawn' || count > 0)
      .map(([outcome, count]) => `  ${outcome.padEnd(10)}${count}`.trimEnd()),
  ];
  if (passedOver > 0) parts.push(`Files passed over, since they are no stories: ${passedOver}`);
  return [
    ...parts,
    ...section('Failed', stories.filter(isOutcome('failed')), reasonsOf),
    ...section('Withdrawn', stories.filter(isOutcome('withdrawn')), reasonsOf),
    ...section('Held', stories.filter(isOutcome('held')), reasonsOf),
    ...section(
      'Left out of stories',
      stories.filter(({ warnings }) => warnings.length > 0),
      warningsOf,
    ),
  ].join('\n');
}

function section(
  title: string,
  stories: StoryOutcome[],
  linesOf: (story: StoryOutcome) => string[],
): string[] {
  if (stories.length === 0) return [];
  const entries = stories.flatMap((story) => [
    `  ${story.place}`,
    ...linesOf(story).map((line) => `    ${line}`),
  ]);
  return ['', `${title}:`, ...entries];
}

function isOutcome(outcome: StoryOutcome['outcome']): (story: StoryOutcome) => boolean {
  return (story) => story.outcome === outcome;
}

function reasonsOf({ reason }: StoryOutcome): string[] {
  return reason ? [reason] : [];
}

function warningsOf({ warnings }: StoryOutcome): string[] {
  return warnings;
}

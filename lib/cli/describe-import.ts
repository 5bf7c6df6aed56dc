import type { ImportReport } from '#lib/ingest/import-stories.ts';
import type { StoryOutcome } from '#lib/ingest/story-outcome.ts';
import { isSerious } from '#lib/model/finding.ts';

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
  const found = findingsIn(stories);
  if (found) parts.push(found);
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

/** Stories that came in unchanged were told of when they came. */
function findingsIn(stories: StoryOutcome[]): string | null {
  const findings = stories
    .filter(({ outcome }) => outcome !== 'unchanged')
    .flatMap((story) => story.findings);
  if (findings.length === 0) return null;
  const serious = findings.filter(isSerious).length;
  return `Accessibility findings: ${serious} serious, ${findings.length - serious} minor. To read them: bin/lede audit`;
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

import type { Finding } from '#lib/model/finding.ts';
import type { AuditedStory, Rule } from './audited-story.ts';
import { capitals } from './capitals.ts';
import { colourAlone } from './colour-alone.ts';
import { mediaWithoutCaptions } from './media-without-captions.ts';
import { missingDescription } from './missing-description.ts';
import { missingLanguage } from './missing-language.ts';
import { repeatedHeadline } from './repeated-headline.ts';
import { skippedHeadings } from './skipped-headings.ts';
import { suspiciousDescription } from './suspicious-description.ts';
import { tableWithoutHeaders } from './table-without-headers.ts';
import { unmarkedHeadings } from './unmarked-headings.ts';
import { vagueLinks } from './vague-links.ts';

const RULES: Rule[] = [
  missingDescription,
  suspiciousDescription,
  missingLanguage,
  colourAlone,
  tableWithoutHeaders,
  vagueLinks,
  skippedHeadings,
  unmarkedHeadings,
  capitals,
  repeatedHeadline,
  mediaWithoutCaptions,
];

/** More of one rule in one story say nothing new, and would bury the others. */
const MOST_PER_RULE = 20;

/** What in a story keeps readers out and no machine can repair: the serious first, then in the order
 *  of the rules. The same story always gives the same findings. */
export function auditStory(story: AuditedStory): Finding[] {
  const findings = RULES.flatMap((rule) => rule(story).slice(0, MOST_PER_RULE));
  const { serious = [], minor = [] } = Object.groupBy(findings, ({ severity }) => severity);
  return [...serious, ...minor];
}

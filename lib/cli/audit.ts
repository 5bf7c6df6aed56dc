import { Command, Option } from 'commander';
import { isSerious } from '#lib/model/finding.ts';
import { LANGUAGE_CODES, type LanguageCode } from '#lib/model/language.ts';
import { type AuditedRow, auditedStories } from '#lib/store/audited-stories.ts';
import type { Store } from '#lib/store/open-store.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { storyAt } from './story-at.ts';
import { withStore } from './with-store.ts';

type Options = { lang?: LanguageCode; failOn?: 'serious' | 'minor'; json?: boolean };

/** `lede audit`: what in the stories keeps readers out and no machine can repair. */
export const auditCommand: CommandMaker = (terminal, finish) =>
  new Command('audit')
    .description('Print the accessibility findings of stories: what an editor can repair.')
    .argument('[stories...]', 'addresses or ids; without any, all stories')
    .addOption(new Option('--lang <code>', 'of one edition').choices(LANGUAGE_CODES))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 if there is such a finding').choices([
        'serious',
        'minor',
      ]),
    )
    .option('--json', 'print the findings as JSON')
    .action(async (named: string[], options: Options) => {
      const stories = await withStore(terminal, (store) => findingsIn(store, named, options.lang));
      const totals = totalsOf(stories);
      terminal.print(
        options.json
          ? JSON.stringify({ stories, totals }, null, 2)
          : [...stories.map(describe), summary(totals, stories.length)].join('\n\n'),
      );
      const isFailed =
        options.failOn && totals.serious + (options.failOn === 'minor' ? totals.minor : 0) > 0;
      finish(isFailed ? EXIT.failed : EXIT.done);
    });

async function findingsIn(store: Store, named: string[], lang: LanguageCode | undefined) {
  const rows = await Promise.all(named.map((name) => storyAt(store, name)));
  const ids = named.length > 0 ? rows.map(({ id }) => id) : undefined;
  return auditedStories(store, { lang, ids });
}

type Totals = { serious: number; minor: number; rules: Record<string, number> };

function totalsOf(stories: AuditedRow[]): Totals {
  const totals: Totals = { serious: 0, minor: 0, rules: {} };
  for (const finding of stories.flatMap(({ findings }) => findings)) {
    totals[finding.severity] += 1;
    totals.rules[finding.rule] = (totals.rules[finding.rule] ?? 0) + 1;
  }
  return totals;
}

function describe({ lang, slug, state, headline, findings }: AuditedRow): string {
  const mark = state === 'published' ? '' : ` (${state})`;
  return [
    `/${lang}/articles/${slug}${mark}: “${headline}”`,
    ...findings.map(
      (finding) => `  ${isSerious(finding) ? 'serious' : 'minor  '}  ${finding.message}`,
    ),
  ].join('\n');
}

function summary({ serious, minor, rules }: Totals, stories: number): string {
  if (stories === 0) return 'Nothing was found.';
  const byCount = Object.entries(rules).sort(
    ([rule, one], [next, other]) => other - one || rule.localeCompare(next),
  );
  return [
    `Stories with findings: ${stories}. Findings: ${serious} serious, ${minor} minor.`,
    ...byCount.map(([rule, count]) => `  ${rule.padEnd(32)}${count}`),
  ].join('\n');
}

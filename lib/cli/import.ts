import { Command, InvalidArgumentError, Option } from 'commander';
import { userAgentOf } from '#lib/ingest/fetch/fetcher.ts';
import { importStories } from '#lib/ingest/import-stories.ts';
import { LANGUAGE_CODES } from '#lib/model/language.ts';
import { slugOf } from '#lib/text/slug.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeImport } from './describe-import.ts';
import { progressBar } from './progress-bar.ts';
import { withStore } from './with-store.ts';

type Options = {
  lang?: string;
  section?: string;
  dryRun?: boolean;
  fullText?: boolean;
  hold?: boolean;
  json?: boolean;
};

/** `lede import`: stories from files, folders and web addresses, in any format that Lede reads. */
export const importCommand: CommandMaker = (terminal, finish) =>
  new Command('import')
    .description(
      'Import stories: feeds, WordPress, ninjs, NewsML-G2, Markdown, article JSON. The format is found out by itself.',
    )
    .argument('<what...>', 'files, folders, http addresses')
    .addOption(
      new Option('--lang <code>', 'language of stories that don’t say their own').choices(
        LANGUAGE_CODES,
      ),
    )
    .option('--section <name>', 'section of stories that don’t say their own', parseSection)
    .option('--hold', 'stories with serious findings wait for an editor: see “lede held”')
    .option(
      '--full-text',
      'read web pages, and those that feeds with nothing but summaries lead to',
    )
    .option('--dry-run', 'look at everything, store nothing, fetch no pictures')
    .option('--json', 'print the report as JSON')
    .action(async (what: string[], options: Options) => {
      terminal.standBack();
      const bar = progressBar(terminal, 'files');
      const { lang, section, dryRun: isDryRun, fullText } = options;
      const report = await withStore(terminal, (store, config) =>
        importStories(what, {
          store,
          media: config.media,
          languages: config.languages,
          fetchHosts: config.fetchHosts,
          userAgent: userAgentOf(config),
          lang,
          section,
          isDryRun,
          fullText,
          policy: options.hold ? 'hold' : 'publish',
          onProgress: bar.show,
        }),
      ).finally(bar.clear);
      terminal.print(
        options.json ? JSON.stringify(report, null, 2) : describeImport(report, isDryRun),
      );
      finish(report.counts.failed > 0 ? EXIT.failed : EXIT.done);
    });

function parseSection(name: string): string {
  if (slugOf(name) === '') throw new InvalidArgumentError('A section needs a name with letters.');
  return name.trim();
}

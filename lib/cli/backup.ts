import path from 'node:path';
import { Command } from 'commander';
import { backUpStore } from '#lib/store/backup.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeRows } from './describe-rows.ts';
import { progressBar } from './progress-bar.ts';
import { withStore } from './with-store.ts';

/** `lede backup`: a copy of the store in one file, while the site runs. */
export const backupCommand: CommandMaker = (terminal, finish) =>
  new Command('backup')
    .description('Copy the store into a file, while the site runs. Pictures are not in it.')
    .argument('<file>', 'as lede.backup; an older backup of that name is replaced')
    .option('--json', 'print what was copied as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const bar = progressBar(terminal, 'rows');
      const { media, ...backup } = await withStore(terminal, async (store, config) => ({
        media: config.media,
        ...(await backUpStore(store, path.resolve(file), bar.show)),
      })).finally(bar.clear);
      if (json) terminal.print(JSON.stringify({ ...backup, media }, null, 2));
      else {
        terminal.print(`Backed up to ${backup.file} (${Math.ceil(backup.bytes / 1000)} kB):`);
        terminal.print(describeRows(backup.rows));
        terminal.print(`Pictures are not in it: copy the folder ${media} too.`);
      }
      finish(EXIT.done);
    });

import path from 'node:path';
import { Command } from 'commander';
import { restoreStore } from '#lib/store/restore.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeRows } from './describe-rows.ts';
import { progressBar } from './progress-bar.ts';
import { withStoreAsItIs } from './with-store.ts';

/** `lede restore`: fills an empty store, of either engine, from a backup of either. */
export const restoreCommand: CommandMaker = (terminal, finish) =>
  new Command('restore')
    .description('Fill an empty store from a backup, whichever database that was made from.')
    .argument('<file>', 'what “lede backup” wrote')
    .option('--json', 'print what was restored as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const bar = progressBar(terminal, 'rows');
      const { place, media, rows } = await withStoreAsItIs(terminal, async (store, config) => ({
        place: store.engine.place,
        media: config.media,
        rows: await restoreStore(store, path.resolve(file), bar.show),
      })).finally(bar.clear);
      if (json) terminal.print(JSON.stringify({ place, media, rows }, null, 2));
      else {
        terminal.print(`Restored into ${place}:`);
        terminal.print(describeRows(rows));
        terminal.print(`Pictures are not in a backup: their folder is ${media}.`);
      }
      finish(EXIT.done);
    });

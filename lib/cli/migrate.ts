import { Command } from 'commander';
import { updateTables } from '#lib/store/open-store.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { withStoreAsItIs } from './with-store.ts';

/** `lede migrate`: brings the tables of the store up to date. Every start does it too; this is for
 *  who wants it done, and seen, before. */
export const migrateCommand: CommandMaker = (terminal, finish) =>
  new Command('migrate')
    .description('Bring the tables of the store up to date. A start of the server does it too.')
    .option('--json', 'print what was done as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { place, done } = await withStoreAsItIs(terminal, async (store) => ({
        place: store.engine.place,
        done: await updateTables(store),
      }));
      if (json) terminal.print(JSON.stringify({ place, done }));
      else if (done.length === 0) terminal.print(`${place} is up to date; nothing to do.`);
      else terminal.print([`Brought ${place} up to date:`, ...done].join('\n  '));
      finish(EXIT.done);
    });

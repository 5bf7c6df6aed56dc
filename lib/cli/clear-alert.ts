import { Command } from 'commander';
import { alertNoteSchema } from '#lib/model/alert.ts';
import { clearAlerts } from '#lib/store/alerts.ts';
import { commandActor } from './command-actor.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeAlert } from './describe-alert.ts';
import { withStore } from './with-store.ts';

type Options = { reason?: string; json?: boolean };

/** `lede alert clear`. */
export const clearAlertCommand: CommandMaker = (terminal, finish) =>
  new Command('clear')
    .description('Clear one alert, or all that stand or wait to go out.')
    .argument('[id]', 'the alert, as “lede alert list” names it; all, if left out')
    .option('--reason <text>', 'why, for the newsroom')
    .option('--json', 'print the cleared alerts as JSON')
    .action(async (id: string | undefined, { reason = '', json }: Options) => {
      const note = alertNoteSchema.safeParse(reason);
      if (!note.success) throw new CommandError(`--reason ${note.error.issues[0]?.message}.`);
      const cleared = await withStore(terminal, (store) =>
        clearAlerts(store, commandActor(terminal), { id, note: note.data }),
      );
      if (id !== undefined && cleared.length === 0) {
        throw new CommandError(`No alert “${id}” stands. “lede alert list” shows those that do.`);
      }
      if (json) terminal.print(JSON.stringify(cleared, null, 2));
      else if (cleared.length === 0) terminal.print('No alert stood; nothing to clear.');
      else for (const alert of cleared) terminal.print(`Cleared ${describeAlert(alert)}`);
      finish(EXIT.done);
    });

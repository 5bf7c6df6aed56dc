import { Command, InvalidArgumentError } from 'commander';
import { listActs } from '#lib/store/audit-log.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeAct } from './describe-act.ts';
import { withStore } from './with-store.ts';

/** `lede log`: who did what in the newsroom. */
export const logCommand: CommandMaker = (terminal, finish) =>
  new Command('log')
    .description('Show who did what in the newsroom, newest first.')
    .option('--limit <number>', 'how many entries', parseLimit, 50)
    .option('--json', 'print them as JSON')
    .action(async ({ limit, json }: { limit: number; json?: boolean }) => {
      const acts = await withStore(terminal, (store) => listActs(store, { limit }));
      if (json) terminal.print(JSON.stringify(acts, null, 2));
      else if (acts.length === 0) terminal.print('Nothing was done yet.');
      else for (const act of acts) terminal.print(describeAct(act));
      finish(EXIT.done);
    });

function parseLimit(given: string): number {
  const limit = Number(given);
  if (/^\d{1,9}$/.test(given) && limit > 0) return limit;
  throw new InvalidArgumentError('It must be a whole number, 1 or more.');
}

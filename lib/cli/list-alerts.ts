import { Command } from 'commander';
import { openAlerts, pastAlerts } from '#lib/store/alert-lists.ts';
import { EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeAlertRecord } from './describe-alert.ts';
import { withStore } from './with-store.ts';

/** More than a newsroom raises in its life. */
const MOST = 100_000;

type Options = { all?: boolean; json?: boolean };

/** `lede alert list`. */
export const listAlertsCommand: CommandMaker = (terminal, finish) =>
  new Command('list')
    .description('List the alerts that stand, and those that wait to go out.')
    .option('--all', 'those that have ended too, with who, when and why')
    .option('--json', 'print them as JSON')
    .action(async ({ all, json }: Options) => {
      const now = new Date().toISOString();
      const alerts = await withStore(terminal, async (store) => {
        const open = await openAlerts(store);
        if (all) return [...open, ...(await pastAlerts(store, { limit: MOST }))];
        // While no server runs, nothing ends them at their instant.
        return open.filter(({ expires }) => expires === null || expires > now);
      });
      if (json) terminal.print(JSON.stringify(alerts, null, 2));
      else if (alerts.length > 0) {
        for (const alert of alerts) terminal.print(describeAlertRecord(alert));
      } else terminal.print(all ? 'No alert was ever raised.' : 'No alert stands.');
      finish(EXIT.done);
    });

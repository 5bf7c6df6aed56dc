import { Command } from 'commander';
import { clearAlertCommand } from './clear-alert.ts';
import type { CommandMaker } from './command-maker.ts';
import { listAlertsCommand } from './list-alerts.ts';
import { raiseAlertCommand } from './raise-alert.ts';

/** `lede alert`: breaking news, on every page of an edition within a second. */
export const alertCommand: CommandMaker = (terminal, finish) =>
  new Command('alert')
    .description('Raise, list and clear breaking-news alerts.')
    .addCommand(raiseAlertCommand(terminal, finish))
    .addCommand(listAlertsCommand(terminal, finish))
    .addCommand(clearAlertCommand(terminal, finish));

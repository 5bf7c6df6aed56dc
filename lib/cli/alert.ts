import { Command, InvalidArgumentError, Option } from 'commander';
import { type Alert, alertInputSchema } from '#lib/model/alert.ts';
import { LANGUAGE_CODES, type LanguageCode } from '#lib/model/language.ts';
import { clearAlerts, raiseAlert, standingAlerts } from '#lib/store/alerts.ts';
import { findByAddress } from '#lib/store/articles.ts';
import type { Store } from '#lib/store/open-store.ts';
import { articleAddress } from './article-address.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

/** `lede alert`: breaking news, on every page of an edition within a second. */
export const alertCommand: CommandMaker = (terminal, finish) =>
  new Command('alert')
    .description('Raise, list and clear breaking-news alerts.')
    .addCommand(raiseCommand(terminal, finish))
    .addCommand(listCommand(terminal, finish))
    .addCommand(clearCommand(terminal, finish));

type RaiseOptions = {
  lang: LanguageCode;
  link?: string;
  expires?: string;
  emergency?: boolean;
  json?: boolean;
};

const raiseCommand: CommandMaker = (terminal, finish) =>
  new Command('raise')
    .description('Raise an alert at once.')
    .argument('<text>', 'what readers see, up to 280 characters')
    .addOption(
      new Option('--lang <code>', 'the edition').choices(LANGUAGE_CODES).makeOptionMandatory(),
    )
    .option('--link <path>', 'where it leads, as /en/articles/x')
    .option('--expires <time>', 'how long it stands, as 30m, 2h or 1d', parseExpiry)
    .option('--emergency', 'for danger to life: passes over what readers have set')
    .option('--json', 'print the alert as JSON')
    .action(async (text: string, options: RaiseOptions) => {
      const { lang, link, expires, emergency, json } = options;
      const input = alertInputSchema.safeParse({ text, lang, link, expires, emergency });
      if (!input.success) {
        const [issue] = input.error.issues;
        throw new CommandError(`The alert’s ${String(issue?.path[0])} ${issue?.message}.`);
      }
      const alert = await withStore(terminal, async (store, config) => {
        if (!config.languages.includes(lang)) {
          throw new CommandError(
            `The edition ${lang} is switched off; LEDE_LANGS has ${config.languages.join(', ')}.`,
          );
        }
        if (link) await warnOfDeadLink(store, link, terminal);
        return raiseAlert(store, input.data);
      });
      terminal.print(json ? JSON.stringify(alert, null, 2) : `Raised ${inOneLine(alert)}`);
      finish(EXIT.done);
    });

const listCommand: CommandMaker = (terminal, finish) =>
  new Command('list')
    .description('List the alerts that stand.')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const alerts = await withStore(terminal, (store) =>
        standingAlerts(store, new Date().toISOString()),
      );
      if (json) terminal.print(JSON.stringify(alerts, null, 2));
      else if (alerts.length === 0) terminal.print('No alert stands.');
      else for (const alert of alerts) terminal.print(inOneLine(alert));
      finish(EXIT.done);
    });

const clearCommand: CommandMaker = (terminal, finish) =>
  new Command('clear')
    .description('Clear one alert, or all that stand.')
    .argument('[id]', 'the alert, as “lede alert list” names it; all, if left out')
    .option('--json', 'print the cleared alerts as JSON')
    .action(async (id: string | undefined, { json }: { json?: boolean }) => {
      const cleared = await withStore(terminal, (store) => clearAlerts(store, id));
      if (id && cleared.length === 0) {
        throw new CommandError(`No alert ${id} stands. “lede alert list” shows those that do.`);
      }
      if (json) terminal.print(JSON.stringify(cleared, null, 2));
      else if (cleared.length === 0) terminal.print('No alert stood; nothing to clear.');
      else for (const alert of cleared) terminal.print(`Cleared ${inOneLine(alert)}`);
      finish(EXIT.done);
    });

/** One line about an alert: id, edition, text, where it leads, until when. */
function inOneLine(alert: Alert): string {
  const until = alert.expires ? `until ${alert.expires}` : 'until it is cleared';
  const link = alert.link ? ` → ${alert.link}` : '';
  const mark = alert.emergency ? ' EMERGENCY' : '';
  return `${alert.id} [${alert.lang}]${mark} “${alert.text}”${link}, since ${alert.raised}, ${until}`;
}

/** A link may be put up before its story; a mistyped one must not go unnoticed at 3 a.m. */
async function warnOfDeadLink(store: Store, link: string, terminal: Terminal): Promise<void> {
  const address = articleAddress(link);
  if (!address) return;
  const article = await findByAddress(store, address.lang, address.slug);
  if (article?.state !== 'published') {
    terminal.tell(`Note: no published story stands at ${link} yet.`);
  }
}

const MINUTES = { m: 1, h: 60, d: 1440 } as const;
const LONGEST_MINUTES = 30 * MINUTES.d;

/** The instant that lies so far ahead, as ISO 8601. */
function parseExpiry(time: string): string {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(time) ?? [];
  const minutes = Number(count) * (MINUTES[unit as keyof typeof MINUTES] ?? 0);
  if (minutes < 1 || minutes > LONGEST_MINUTES) {
    throw new InvalidArgumentError('Say how long, up to 30 days, as 30m, 2h or 1d.');
  }
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

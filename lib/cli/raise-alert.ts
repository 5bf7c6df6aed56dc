import { Command, Option } from 'commander';
import type { Config } from '#lib/config/config.ts';
import {
  type AlertInput,
  alertInputSchema,
  alertNoteSchema,
  EMERGENCY_WORD,
  LONGEST_ALERT_MS,
} from '#lib/model/alert.ts';
import { LANGUAGE_CODES, type LanguageCode } from '#lib/model/language.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { deadLinkNote } from '#lib/store/dead-link.ts';
import { commandActor } from './command-actor.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeAlert } from './describe-alert.ts';
import type { Terminal } from './terminal.ts';
import { timeAhead } from './time-ahead.ts';
import { withStore } from './with-store.ts';

type Options = {
  lang: LanguageCode;
  link?: string;
  expires?: string;
  emergency?: boolean;
  confirm?: string;
  note?: string;
  json?: boolean;
};

const LONGEST_DAYS = LONGEST_ALERT_MS / (24 * 60 * 60_000);

const UNASKED = `An emergency passes over what readers have set and interrupts them, and here nobody can be asked whether it is meant. Add “--confirm ${EMERGENCY_WORD}” if it is.`;

/** `lede alert raise`. */
export const raiseAlertCommand: CommandMaker = (terminal, finish) =>
  new Command('raise')
    .description('Raise an alert at once.')
    .argument('<text>', 'what readers see, up to 280 characters')
    .addOption(
      new Option('--lang <code>', 'the edition').choices(LANGUAGE_CODES).makeOptionMandatory(),
    )
    .option('--link <path>', 'where it leads, as /en/articles/x')
    .option('--expires <time>', 'how long it stands, as 30m, 2h or 1d', timeAhead(LONGEST_DAYS))
    .option('--emergency', 'for danger to life: passes over what readers have set; asks once more')
    .addOption(
      new Option('--confirm <word>', 'with --emergency, where nobody can be asked').choices([
        EMERGENCY_WORD,
      ]),
    )
    .option('--note <text>', 'why, for the newsroom')
    .option('--json', 'print the alert as JSON')
    .action(async (text: string, options: Options, command: Command) => {
      const { input, note } = read(text, options);
      const mustConfirm = input.emergency && options.confirm === undefined;
      if (mustConfirm && !terminal.ask) command.error(UNASKED);
      const alert = await withStore(terminal, async (store, { languages }) => {
        requireEdition(input, languages);
        const dead = input.link ? await deadLinkNote(store, input.link) : null;
        if (dead) terminal.tell(`Note: ${dead}`);
        if (mustConfirm) await confirm(input, terminal);
        return raiseAlert(store, input, commandActor(terminal), { note });
      });
      const { id, lang, link, raised, expires, emergency } = alert;
      const shown = { id, lang, text: alert.text, link, raised, expires, emergency };
      terminal.print(
        options.json ? JSON.stringify(shown, null, 2) : `Raised ${describeAlert(alert)}`,
      );
      finish(EXIT.done);
    });

function read(
  text: string,
  { lang, link, expires, emergency, note = '' }: Options,
): { input: AlertInput; note: string } {
  const input = alertInputSchema.safeParse({ text, lang, link, expires, emergency });
  if (!input.success) {
    const [issue] = input.error.issues;
    throw new CommandError(`The alert’s ${String(issue?.path[0])} ${issue?.message}.`);
  }
  const reason = alertNoteSchema.safeParse(note);
  if (!reason.success) throw new CommandError(`--note ${reason.error.issues[0]?.message}.`);
  return { input: input.data, note: reason.data };
}

function requireEdition({ lang }: AlertInput, languages: Config['languages']): void {
  if (languages.includes(lang)) return;
  throw new CommandError(
    `The edition ${lang} is switched off; LEDE_LANGS has ${languages.join(', ')}.`,
  );
}

/** At 3 a.m. a second look at the words is worth ten seconds: every reader is interrupted by them. */
async function confirm({ text, lang, link }: AlertInput, { tell, ask }: Terminal): Promise<void> {
  tell('This emergency passes over what readers have set and interrupts them:');
  tell(`  [${lang}] “${text}”${link ? ` → ${link}` : ''}`);
  const answer = await ask?.(`Type ${EMERGENCY_WORD} to raise it: `);
  if (answer?.trim() === EMERGENCY_WORD) return;
  throw new CommandError(`It was not raised, since the answer was not ${EMERGENCY_WORD}.`);
}

import { Command, CommanderError } from 'commander';
import { ConfigError } from '#lib/config/config.ts';
import { BackupError } from '#lib/store/backup-format.ts';
import { StoreError } from '#lib/store/open-store.ts';
import { alertCommand } from './alert.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { CommandError, EXIT, type ExitStatus } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { heldCommand } from './held.ts';
import { importCommand } from './import.ts';
import { logCommand } from './log.ts';
import { migrateCommand } from './migrate.ts';
import { restoreCommand } from './restore.ts';
import { sourcesCommand } from './sources.ts';
import type { Terminal } from './terminal.ts';
import { tokenCommand } from './token.ts';
import { withdrawCommand } from './withdraw.ts';

/** All commands, in the order of the help. */
const COMMANDS: CommandMaker[] = [
  importCommand,
  sourcesCommand,
  alertCommand,
  tokenCommand,
  withdrawCommand,
  auditCommand,
  heldCommand,
  logCommand,
  backupCommand,
  restoreCommand,
  migrateCommand,
];

/** Runs a command line, without the names of the program, and answers its exit status. */
export async function runProgram(words: string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const program = new Command('lede')
    .description('Lede, a news site that every reader can read: the command line of its newsroom.')
    .helpCommand(false);
  for (const make of COMMANDS) {
    program.addCommand(
      make(terminal, (answer) => {
        status = answer;
      }),
    );
  }
  prepare(program, terminal);

  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usedWrongly;
    if (!isForPerson(error)) throw error;
    terminal.tell(error.message);
    return EXIT.failed;
  }
}

/** Commander says itself what was typed wrongly; it must not end the process over it. Takes in a
 *  command and those inside it. */
function prepare(command: Command, terminal: Terminal): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.tell(text.trimEnd()),
      outputError: (text, write) => write(asSentence(text)),
    })
    .showHelpAfterError(`Type “${fullName(command)} --help” to see how it is used.`);
  for (const inner of command.commands) prepare(inner, terminal);
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

function asSentence(text: string): string {
  const message = text.replace(/^error: /, '').trim();
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?!]$/.test(message) ? '' : '.'}`;
}

function isForPerson(error: unknown): error is Error {
  return [CommandError, ConfigError, StoreError, BackupError].some((Kind) => error instanceof Kind);
}

import type { Command } from 'commander';
import type { ExitStatus } from './command-error.ts';
import type { Terminal } from './terminal.ts';

/** Builds a command of bin/lede for a terminal. Its action answers the exit status through `finish`
 *  (0 where it never does), and throws CommandError where it could not do its work. One file per
 *  command, named for it, listed in program.ts. */
export type CommandMaker = (terminal: Terminal, finish: (status: ExitStatus) => void) => Command;

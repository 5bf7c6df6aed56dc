import { constants, setPriority } from 'node:os';

/** What a command prints to, and what it is told by the environment. Tests give their own. */
export type Terminal = {
  env: Record<string, string | undefined>;
  /** Prints a line of the answer. */
  print(line: string): void;
  /** Prints a line for the person, beside the answer: an error, progress. */
  tell(line: string): void;
  /** The stream for a line that changes in place; null where nobody watches. */
  live: { write(text: string): unknown } | null;
  /** Before work that takes long: the server beside it, and whoever waits for a page, go first. */
  standBack(): void;
};

/** The terminal that this process was started from. */
export function ownTerminal(): Terminal {
  return {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    live: process.stderr.isTTY ? process.stderr : null,
    standBack: () => setPriority(constants.priority.PRIORITY_BELOW_NORMAL),
  };
}

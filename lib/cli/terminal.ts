import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

/** What a command prints to, and what it is told by the environment. Tests give their own. */
export type Terminal = {
  env: Record<string, string | undefined>;
  /** Prints a line of the answer. */
  print(line: string): void;
  /** Prints a line for the person, beside the answer: an error, progress. */
  tell(line: string): void;
  /** Asks the person, and answers the line that they type; empty if they break off. Null where nobody
   *  can be asked. */
  ask: ((question: string) => Promise<string>) | null;
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
    ask: process.stdin.isTTY && process.stderr.isTTY ? askPerson : null,
    live: process.stderr.isTTY ? process.stderr : null,
    standBack: () => setPriority(constants.priority.PRIORITY_BELOW_NORMAL),
  };
}

/** Beside the answer, which may go into a file. */
function askPerson(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    // By Ctrl-C or Ctrl-D, in the middle of the line.
    const breakOff = () => {
      process.stderr.write('\n');
      resolve('');
    };
    lines.once('close', breakOff);
    lines.question(question, (answer) => {
      lines.off('close', breakOff);
      lines.close();
      resolve(answer);
    });
  });
}

import { EXIT } from './command-error.ts';
import { runProgram } from './program.ts';
import { ownTerminal } from './terminal.ts';

// Who reads with `head` or `less` may close before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

process.exitCode = await runProgram(process.argv.slice(2), ownTerminal());

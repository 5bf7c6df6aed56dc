import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const PROGRAM = path.join(import.meta.dirname, 'poll-process.ts');

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** Having run for so long, a process that dies is taken for a new misfortune. */
const STEADY = 10 * 60_000;

export type PollProcess = {
  /** Stops it; kills it where that takes longer than `grace` milliseconds. */
  stop(grace: number): Promise<void>;
};

/** Runs the process that asks the sources beside this one, in this environment, and starts it again
 *  where it dies. */
export function watchPollProcess(env: NodeJS.ProcessEnv, program = PROGRAM): PollProcess {
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE;
  let isStopped = false;

  function start(): void {
    const started = Date.now();
    child = fork(program, { env, execArgv: [] });
    child.once('exit', (status, signal) => {
      if (isStopped) return;
      if (Date.now() - started > STEADY) pause = FIRST_PAUSE;
      const why = signal ? `was ended by ${signal}` : `ended with status ${status}`;
      console.error(
        `The process that asks the sources ${why}. It is started again in ${pause / 1000} s.`,
      );
      timer = setTimeout(start, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  }
  start();

  return {
    async stop(grace) {
      isStopped = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const end = once(child, 'exit');
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), grace);
      await end;
      clearTimeout(impatience);
    },
  };
}

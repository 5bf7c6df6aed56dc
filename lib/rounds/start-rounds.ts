const LONGEST_PAUSE_MS = 30_000;

export type Rounds = {
  /** Ends when the round that is under way has ended. */
  stop(): Promise<void>;
};

/** Does something again and again, `every` milliseconds after it was done, until it is stopped. After
 *  a failure the pause doubles, up to half a minute; `complain` is told of it, with the milliseconds
 *  until the next try. */
export function startRounds(
  round: () => Promise<void>,
  every: number,
  complain: (error: unknown, pause: number) => void,
): Rounds {
  let pause = every;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let current = Promise.resolve();

  function begin(): void {
    current = round()
      .then(() => {
        pause = every;
      })
      .catch((error) => {
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        complain(error, pause);
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(begin, pause);
      });
  }
  begin();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

/** A pause after a failure is doubled up to this, if nothing else was said. */
const LONGEST_PAUSE_MS = 30_000;

export type Rounds = {
  /** Ends when the round that is under way has ended, or is given up. */
  stop(): Promise<void>;
};

type Pace = {
  /** Milliseconds from the end of a round to the beginning of the next. */
  every: number;
  /** The longest pause after a failure. */
  longestPause?: number;
  /** A round that takes longer is given up and counts as failed, though it may yet come to its end
   *  beside the next: what is done again and again must bear that. Without it a round is waited for. */
  patience?: number;
};

/** Does something again and again until it is stopped. After a failure the pause doubles; `complain`
 *  is told of it, with the milliseconds until the next try. */
export function startRounds(
  round: () => Promise<void>,
  { every, longestPause = LONGEST_PAUSE_MS, patience }: Pace,
  complain: (error: unknown, pause: number) => void,
): Rounds {
  let pause = every;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let current = Promise.resolve();

  function begin(): void {
    current = (patience === undefined ? round() : withPatience(round(), patience))
      .then(() => {
        pause = every;
      })
      .catch((error) => {
        pause = Math.min(pause * 2, longestPause);
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

async function withPatience(round: Promise<void>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer came within ${patience} ms.`)), patience);
  });
  await Promise.race([round, end]).finally(() => clearTimeout(timer));
}

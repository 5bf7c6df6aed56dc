import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 20;

/** Reads pages for as long as something else takes. */
export async function readDuring(work: Promise<unknown>, pages: string[]): Promise<number[]> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  const times = await readPages(pages, () => isDone);
  await done;
  return times;
}

/** Asks for one page after the other, and answers how long each took. */
export async function readPages(pages: string[], isEnough: () => boolean, most = Infinity) {
  const times: number[] = [];
  while (!isEnough() && times.length < most) {
    const from = performance.now();
    const answer = await fetch(pages[times.length % pages.length] ?? '');
    await answer.text();
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
    times.push(performance.now() - from);
    await pause(EVERY_MS);
  }
  return times;
}

export function percentile(times: number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}

/** A row of a benchmark's table. */
export type Row = { name: string; milliseconds: number };
export type Table = {
  title: string;
  rows: Row[];
  /** What was measured besides, in other units. */
  notes?: string[];
};

/** The median time of a task in milliseconds, after one run that is not counted. */
export async function medianOf(task: () => Promise<unknown>, runs = 15): Promise<number> {
  await task();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await task();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

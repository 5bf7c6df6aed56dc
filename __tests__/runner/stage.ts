import { spawn } from 'node:child_process';

export type Result = {
  passed: number;
  failed: number;
  skipped: number;
  /** Shown in full when something failed. */
  output: string;
};

export type Stage = { name: string; run: () => Promise<Result> };

/** Runs a stage and prints how it went. What it says counts only if it can be believed: an error
 *  of the stage itself, and a stage without a single test, are failures. */
export async function runStage({ name, run }: Stage): Promise<Result> {
  const from = performance.now();
  const result = await run().catch(
    (error: unknown): Result => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  if (result.passed + result.failed === 0) {
    result.failed = 1;
    result.output += '\nNothing was tested here.';
  }
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${name}: ${countsOf(result)} (${seconds} s)`);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  return result;
}

/** Runs stages one after the other. */
export async function inTurn(stages: readonly Stage[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const stage of stages) results.push(await runStage(stage));
  return results;
}

export function countsOf({ passed, failed, skipped }: Omit<Result, 'output'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A check that passes or fails as a whole: commands of Node, all of which must end well. */
export function check(name: string, ...commands: (readonly string[])[]): Stage {
  return {
    name,
    async run() {
      let output = '';
      for (const command of commands) {
        const ended = await runNode(command);
        output += ended.output;
        if (ended.status !== 0) return { passed: 0, failed: 1, skipped: 0, output };
      }
      return { passed: 1, failed: 0, skipped: 0, output };
    },
  };
}

/** Runs a script with this Node and keeps what it prints. */
export function runNode(
  parameters: readonly string[],
  env: Record<string, string> = {},
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const end = signal ? `It was stopped by ${signal}.` : `It ended with status ${status}.`;
      resolve({ status, output: `${output}\n${end}` });
    });
  });
}

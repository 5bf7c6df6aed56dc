import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Result, runNode, type Stage } from './stage.ts';

type JestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
};

/** Jest's tests, all or those whose path matches. */
export function jest(name: string, ...paths: string[]): Stage {
  return { name, run: () => runJest(paths) };
}

async function runJest(paths: readonly string[]): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-jest-'));
  const report = path.join(folder, 'report.json');
  try {
    const { output } = await runNode([
      // Our modules are native ES modules, and so they are under jest.
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      ...paths,
    ]);
    const counts = JSON.parse(await readFile(report, 'utf8').catch(() => 'null')) as JestReport;
    if (!counts) return { passed: 0, failed: 1, skipped: 0, output };
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
      skipped: counts.numPendingTests + counts.numTodoTests,
      output: output.replace(/^\{"num.*$/m, ''),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

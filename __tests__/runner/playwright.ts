import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Result, runNode, type Stage } from './stage.ts';

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** What went wrong outside of any test: the set-up, say. */
  errors: unknown[];
};

/** The tests in a real browser. */
export function playwright(name: string, browser: string): Stage {
  return { name, run: () => runPlaywright(browser) };
}

async function runPlaywright(browser: string): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-e2e-'));
  const report = path.join(folder, 'report.json');
  try {
    const { output } = await runNode(
      ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
      { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: browser, FORCE_COLOR: '0' },
    );
    const found = JSON.parse(
      await readFile(report, 'utf8').catch(() => 'null'),
    ) as PlaywrightReport;
    if (!found) return { passed: 0, failed: 1, skipped: 0, output };
    return {
      passed: found.stats.expected,
      failed: found.stats.unexpected + found.stats.flaky + found.errors.length,
      skipped: found.stats.skipped,
      output,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

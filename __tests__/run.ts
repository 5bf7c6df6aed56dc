import { StepError } from '../bin/bootstrap.js';
import { buildIfChanged } from '../bin/steps/build.ts';
import { findOrInstallBrowser } from './runner/browser.ts';
import { jest } from './runner/jest.ts';
import { playwright } from './runner/playwright.ts';
import { check, countsOf, inTurn, type Result, runStage, type Stage } from './runner/stage.ts';

/** `npm test`: every check there is. `npm run check` (`--fast`): those that take seconds. */

const lint = check('format and lint', [
  'node_modules/@biomejs/biome/bin/biome',
  'ci',
  '--colors=off',
  '--error-on-warnings',
]);
const unused = check('unused code and dependencies', ['node_modules/knip/bin/knip.js']);
const types = check(
  'types',
  // The types of routes, which Next writes.
  ['node_modules/next/dist/bin/next', 'typegen'],
  ['node_modules/typescript/bin/tsc', '--noEmit'],
);
const build: Stage = {
  name: 'build',
  async run() {
    await buildIfChanged((_, make) => make());
    return { passed: 1, failed: 0, skipped: 0, output: '' };
  },
};

async function fastChecks(): Promise<Result[]> {
  return inTurn([lint, types, unused, jest('architecture', '__tests__/architecture')]);
}

async function allChecks(): Promise<Result[]> {
  const browser = await findOrInstallBrowser();
  // The build keeps one core busy; the checks beside it the other.
  const [built, still] = await Promise.all([runStage(build), inTurn([lint, unused])]);
  const results = [built, ...still, ...(await inTurn([types, jest('unit, components, store')]))];
  if (built.failed > 0) return results;
  return [...results, await runStage(playwright('end to end', browser))];
}

async function run(): Promise<void> {
  const isFast = process.argv.includes('--fast');
  const results = await (isFast ? fastChecks() : allChecks());
  const sum = (of: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[of], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`\n${countsOf(total)}`);
}

run().catch((error) => {
  console.error(error instanceof StepError ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
});

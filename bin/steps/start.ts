import { ConfigError, readConfig } from '#lib/config/config.ts';
import { StoreError } from '#lib/store/open-store.ts';
import { StepError } from '../bootstrap.js';
import { buildIfChanged } from './build.ts';
import { requireFreePort } from './free-port.ts';
import { loadSampleIfEmpty } from './load-sample.ts';

/** From a clone to a running site: each step is skipped where there is nothing to do, and what can
 *  be told at once (a bad setting, a taken port) is told before the slow ones. */
async function start(): Promise<void> {
  const isDevelopment = process.argv.includes('--dev');
  // React and Next choose their code by it when they are loaded.
  Object.assign(process.env, { NODE_ENV: isDevelopment ? 'development' : 'production' });

  const config = readConfig(process.env);
  await requireFreePort(config);
  if (!isDevelopment) await buildIfChanged();
  if (config.sample) await loadSampleIfEmpty(config);
  await import('../../server.ts');
}

start().catch((error) => {
  const isForOperator =
    error instanceof ConfigError || error instanceof StoreError || error instanceof StepError;
  console.error(isForOperator ? error.message : error);
  process.exit(1);
});

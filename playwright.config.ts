import { defineConfig } from '@playwright/test';
import type { NewsroomOptions } from './__tests__/e2e/test.ts';
import { findBrowser } from './__tests__/runner/browser.ts';

const browser = findBrowser();

export default defineConfig<object, NewsroomOptions>({
  testDir: '__tests__/e2e',
  globalSetup: './__tests__/e2e/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes at the second try has found something the first time.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  projects: [
    // Several instances need PostgreSQL.
    { name: 'SQLite', use: { engine: 'sqlite' }, testIgnore: /cluster\.spec\.ts/ },
    // Pages are the same whatever the stories are kept in; how soon they change may not be.
    {
      name: 'PostgreSQL',
      use: { engine: 'postgres' },
      testMatch: /(?:alert-modes|cluster|live-alerts|liveness|publishing|sources)\.spec\.ts/,
    },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // Chromium has no sandbox for root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
    viewport: { width: 1280, height: 800 },
    trace: 'off',
  },
});

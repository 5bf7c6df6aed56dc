import nextJest from 'next/jest.js';

const withNext = nextJest({ dir: import.meta.dirname });

/** Native ES modules, as everywhere else in the project; Next's compiler takes the types away. */
const common = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Outside Next a cached function is just a function.
  moduleNameMapper: { '^next/cache$': '<rootDir>/__tests__/stubs/next-cache.ts' },
};

export default async function config() {
  return {
    projects: [
      await withNext({
        ...common,
        displayName: 'unit',
        testEnvironment: 'node',
        testMatch: ['<rootDir>/__tests__/{architecture,unit}/**/*.test.ts'],
      })(),
      await withNext({
        ...common,
        displayName: 'store',
        testEnvironment: 'node',
        testMatch: ['<rootDir>/__tests__/store/**/*.test.ts'],
        globalSetup: '<rootDir>/__tests__/store/postgres/set-up.ts',
        globalTeardown: '<rootDir>/__tests__/store/postgres/tear-down.ts',
      })(),
      await withNext({
        ...common,
        displayName: 'components',
        testEnvironment: 'jsdom',
        // React's server renderer for Node, as in the product, not the one for browsers.
        testEnvironmentOptions: { customExportConditions: ['node'] },
        testMatch: ['<rootDir>/__tests__/components/**/*.test.tsx'],
        setupFilesAfterEnv: ['<rootDir>/__tests__/components/set-up.ts'],
      })(),
    ],
  };
}

import { defineConfig } from 'vitest/config'
import { LastLine } from './test/reporter.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['test/fixtures/**', 'node_modules/**', 'dist/**'],
    globalSetup: ['test/database-setup.ts'],
    reporters: ['default', new LastLine()],
    testTimeout: 30_000,
    // Most tests wait for a browser, a server or a database: two at once keep two cores busy.
    maxWorkers: 2,
    // No test changes what another one could see in the same process (environment, globals, modules): what it loads is loaded once.
    isolate: false,
  },
})

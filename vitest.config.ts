import { defineConfig } from 'vitest/config'
import { PlainReporter } from './test/support/plain-reporter.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['dot', new PlainReporter()],
    restoreMocks: true,
    // Files share what they import: half the work, and no test changes what it imports.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

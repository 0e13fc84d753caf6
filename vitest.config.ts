import { defineConfig } from 'vitest/config'
import { PlainReporter } from './test/support/plain-reporter.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/draw-seed.ts'],
    reporters: ['dot', new PlainReporter()],
    // Vitest leaves a core free by default: on two that is half the machine.
    maxWorkers: '100%',
    restoreMocks: true,
    testTimeout: 400_000,
    hookTimeout: 400_000,
  },
})

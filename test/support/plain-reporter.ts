import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/**
 * Ends a run with `N passed, N failed, N skipped` on a line of its own. Under TOUCHMAP_NO_SKIPS a skipped test fails
 * the run: where every tool is installed, a test that does not run proves nothing.
 */
export class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && module.children.size === 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'pending') continue
        count[state] += 1
        if (state === 'skipped') process.stderr.write(`skipped: ${module.relativeModuleId} > ${test.fullName}\n`)
      }
    }
    if (process.env['TOUCHMAP_NO_SKIPS'] && count.skipped > 0) {
      process.stderr.write('Skipped tests are not allowed here (TOUCHMAP_NO_SKIPS is set)\n')
      process.exitCode = 1
    }
    if (reason === 'failed' && count.failed === 0) count.failed = 1
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
  }
}

import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with `N passed, N failed` (and `, N skipped`) alone on a line, and names what was skipped. */
export class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    const skipped = inState('skipped')
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    for (const test of skipped) process.stdout.write(`skipped: ${test.fullName}\n`)
    const counts = [`${inState('passed').length} passed`, `${inState('failed').length + broken} failed`]
    if (skipped.length > 0) counts.push(`${skipped.length} skipped`)
    process.stdout.write(`\n${counts.join(', ')}\n`)
  }
}

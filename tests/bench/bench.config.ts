import { defineConfig } from 'vitest/config'

const MINUTE = 60_000

/** Measures and prints; nothing here passes or fails by time. One file after the other, so that none disturbs the next. */
export default defineConfig({
  test: {
    include: ['tests/bench/*.bench.ts'],
    globalSetup: ['tests/helpers/global-setup.ts'],
    fileParallelism: false,
    pool: 'forks',
    testTimeout: 10 * MINUTE,
    hookTimeout: MINUTE,
    disableConsoleIntercept: true,
  },
})

import { defineConfig } from 'vitest/config';

const results = process.env.LORBOT_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole-process tests start a compiled bot, some of them many times; the rest takes milliseconds.
    testTimeout: 60_000,
    // One for each core: the usual leaves one idle, which on two is half of the machine.
    maxWorkers: '100%',
    // A script that counts them reads the results from this file.
    ...(results ? { reporters: ['default', 'json'], outputFile: { json: results } } : {}),
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole-process tests start a compiled bot; the rest takes milliseconds.
    testTimeout: 30_000,
  },
});

import { defineConfig } from 'vitest/config';

// The pages in a real browser against a played server: `npm run look`, after `npm run build`.
export default defineConfig({
  test: { include: ['dev/**/*.test.ts'], maxConcurrency: 4, testTimeout: 20_000, hookTimeout: 30_000 },
});

import { defineConfig } from '@playwright/test';

const report = process.env.CAREDESK_TEST_REPORT;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results',
  // Each story opens the application's window: two at once would fight for focus and the keyboard.
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
});

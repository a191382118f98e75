import { register } from 'node:module';
import { defineConfig } from '@playwright/test';

const report = process.env.CAREDESK_TEST_REPORT;

// The stories seed a center with the desk itself, which imports some tables as text.
register('./support/raw-text.mjs', import.meta.url);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: process.env.CAREDESK_TEST_RESULTS ?? '../../test-results',
  // Each story opens the application's window: two on one screen would fight for focus and the keyboard.
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
});

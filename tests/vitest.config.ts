import react from '@vitejs/plugin-react';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = dirname(import.meta.dirname);

const inNode = ['domain', 'db', 'desk', 'contract', 'architecture', 'import', 'toolchain'];

/** Loading the desk anew for each file would take longer than many of them. */
const shareAProcess = ['domain', 'db', 'desk', 'contract', 'import'];

/**
 * Every file works in a folder of its own, which goes with it. The times catch what hangs. A property that runs as often as it should only takes longer on a busy machine. Each project says
 * it for itself: what stands above them is not theirs.
 */
const each = {
  alias: [
    {
      find: /^fast-check$/,
      replacement: join(import.meta.dirname, 'support/seeded-fast-check.ts'),
    },
  ],
  setupFiles: ['tests/support/folder-of-this-file.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  root,
  // Not node_modules/.vite: Playwright and the development server share that folder's parent.
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    passWithNoTests: true,
    // The runner would leave a core of two unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      ...inNode.map((name) => ({
        root,
        test: {
          ...each,
          name,
          environment: 'node',
          include: [`tests/${name}/**/*.test.ts`],
          // Desks and stores share nothing between them: only what is a program needs a process for each file.
          isolate: !shareAProcess.includes(name),
        },
      })),
      {
        root,
        plugins: [react()],
        test: {
          ...each,
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});

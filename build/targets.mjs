// What is built from what. The syntax targets are the oldest runtime the code runs on: the fallback
// Electron 33 (Node 20.18, Chromium 130).
import { builtinModules } from 'node:module';
import { here } from './places.mjs';

const node = 'node20.18';
const chrome = 'chrome130';

// Bundled packages ask that their licenses travel with them.
const license = { fileName: 'third-party-licenses.md' };

// Not bundled: what the runtime provides, and what carries a native binary.
const outside = ['electron', 'better-sqlite3', '@playwright/test', 'playwright-core'];

export const targets = {
  main: {
    entry: 'main/electron/index.ts',
    output: 'out/main/index.js',
    inputs: ['shared', 'db', 'main'],
    config: (target) => nodeProgram(target, 'es'),
  },
  preload: {
    entry: 'main/preload/preload.ts',
    output: 'out/preload/preload.cjs',
    inputs: ['shared', 'main/preload'],
    // A sandboxed window refuses an ES module as preload.
    config: (target) => nodeProgram(target, 'cjs'),
  },
  renderer: {
    entry: 'renderer/index.html',
    output: 'out/renderer/index.html',
    inputs: ['shared', 'renderer'],
    config: rendererPages,
  },
  pages: {
    entry: 'renderer/wall.html',
    output: 'out/pages/wall.html',
    inputs: ['shared', 'renderer'],
    config: windowPages,
  },
  // A thread is a program of its own.
  listener: {
    entry: 'main/intake/eido/listener-thread.ts',
    output: 'out/listener/listener.js',
    inputs: ['shared', 'main/intake'],
    config: (target) => nodeProgram(target, 'es'),
  },
  reader: {
    entry: 'main/desk/import/reader-thread.ts',
    output: 'out/reader/reader.js',
    inputs: ['shared', 'db', 'main'],
    config: (target) => nodeProgram(target, 'es'),
  },
  copies: {
    entry: 'main/desk/copies/copy-thread.ts',
    output: 'out/copies/copies.js',
    inputs: ['shared', 'db', 'main/desk'],
    config: (target) => nodeProgram(target, 'es'),
  },
  desk: {
    entry: 'main/cli/desk.ts',
    output: 'out/desk/desk.js',
    inputs: ['shared', 'db', 'main'],
    config: (target) => nodeProgram(target, 'es'),
  },
  bench: {
    entry: 'tests/bench/bench.ts',
    output: 'out/bench/bench.js',
    inputs: ['shared', 'db', 'main', 'tests/bench', 'tests/support'],
    config: (target) => nodeProgram(target, 'es'),
  },
  torture: {
    entry: 'tests/torture/torture.ts',
    output: 'out/torture/torture.js',
    inputs: ['shared', 'db', 'main', 'tests/torture', 'tests/support', 'tests/e2e/support'],
    config: (target) => nodeProgram(target, 'es'),
  },
  soak: {
    entry: 'tests/soak/soak.ts',
    output: 'out/soak/soak.js',
    inputs: ['shared', 'db', 'main', 'tests/bench', 'tests/soak', 'tests/support'],
    config: (target) => nodeProgram(target, 'es'),
  },
};

/** What the application needs to start; the other targets are tools. */
export const application = ['main', 'listener', 'reader', 'copies', 'preload', 'renderer', 'pages'];

function nodeProgram({ entry, output }, format) {
  const [, folder, fileName] = /^(.*)\/([^/]+)$/.exec(output);
  return {
    root: here(),
    configFile: false,
    logLevel: 'warn',
    // As text it is read when it is parsed; as an object literal it is compiled at every start.
    json: { stringify: true },
    ssr: { target: 'node', noExternal: true, external: outside },
    build: {
      ssr: here(entry),
      target: node,
      outDir: here(folder),
      emptyOutDir: true,
      license,
      // Readable stack traces from the field are worth more than a smaller file.
      minify: false,
      rolldownOptions: {
        external: [...outside, ...builtinModules, /^node:/],
        // Comments are for whoever reads the source; the program is read at every start.
        output: { format, entryFileNames: fileName, codeSplitting: false, comments: false },
      },
    },
  };
}

export async function rendererPages() {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    root: here('renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    cacheDir: here('node_modules/.cache/vite'),
    plugins: [react()],
    build: {
      target: chrome,
      outDir: here('out/renderer'),
      emptyOutDir: true,
      license,
      minify: true,
      modulePreload: { polyfill: false },
      // An inlined data: URL would need a wider content security policy.
      assetsInlineLimit: 0,
    },
  };
}

/** The pages of the other windows, apart from the console: one bundle would make its start longer. */
async function windowPages() {
  const pages = await rendererPages();
  const build = {
    ...pages.build,
    outDir: here('out/pages'),
    rolldownOptions: {
      input: [
        here('renderer/wall.html'),
        here('renderer/paper.html'),
        here('renderer/trouble.html'),
      ],
    },
  };
  return { ...pages, build };
}

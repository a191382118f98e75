// `npm run dev`: the application with its pages from a development server, which swaps changed
// components in place. A change in main/, db/ or shared/ needs a restart.
import { executable } from './electron-runtime.mjs';
import { electronArguments, ensureReady, onScreen, runForeground } from './launch.mjs';
import { asScript, say } from './narrate.mjs';
import { rendererPages } from './targets.mjs';

await asScript(import.meta.url, async (args) => {
  await ensureReady(['main', 'listener', 'reader', 'copies', 'preload']);
  const { createServer } = await import('vite');
  const server = await createServer({ ...(await rendererPages()), server: { host: 'localhost' } });
  await server.listen();
  const [url] = server.resolvedUrls.local;
  say(`pages from ${url}`);
  try {
    return await runForeground(...onScreen(executable, [...electronArguments(), ...args]), {
      env: { CAREDESK_DEV_URL: url },
    });
  } finally {
    await server.close();
  }
});

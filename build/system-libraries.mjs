// What Electron needs of the operating system and a bare Linux lacks. Looked at before each start,
// so it must cost next to nothing where all is there.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { installPackages, onPath } from './apt.mjs';
import { executable } from './electron-runtime.mjs';
import { asScript, Refusal } from './narrate.mjs';

// By package: the libraries that tell of it. Everything else Electron links comes with GTK.
const providers = [
  ['libnss3', /^lib(nss|nssutil|smime|nspr|plc|plds|ssl)[34]\./],
  ['libasound2', /^libasound\./],
  ['libgbm1', /^lib(gbm|drm)\./],
  ['libgtk-3-0', /./],
];

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The Debian packages that fill these gaps. */
export function packagesFor({ libraries, xvfb, xauth, fonts }) {
  const names = new Set(
    libraries.map((library) => providers.find(([, pattern]) => pattern.test(library))[0]),
  );
  if (xvfb) names.add('xvfb');
  if (xauth) names.add('xauth');
  if (fonts) names.add('fonts-dejavu-core');
  return [...names];
}

export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
}

export function ensureSystemLibraries() {
  if (process.platform !== 'linux') return;
  const names = packagesFor(gaps());
  if (names.length === 0) return;
  installPackages(names, 'Electron');
  const still = gaps();
  if (packagesFor(still).length === 0) return;
  throw new Refusal(
    `Electron still lacks ${[...still.libraries, ...packagesFor(still)].join(', ')} after ` +
      `installing ${names.join(' ')}. Install what provides them, then try again.`,
    2,
  );
}

function gaps() {
  const windowless = !hasDisplay();
  return {
    libraries: missingLibraries(spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? ''),
    xvfb: windowless && !(onPath('xvfb-run') && onPath('Xvfb')),
    xauth: windowless && !onPath('xauth'),
    fonts: !hasFonts(),
  };
}

function hasFonts() {
  const places = ['/usr/share/fonts', '/usr/local/share/fonts'];
  return places.some((place) => {
    try {
      return readdirSync(place, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(name));
    } catch {
      return false;
    }
  });
}

await asScript(import.meta.url, () => ensureSystemLibraries());

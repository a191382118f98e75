/** The order of the wire's first version; see Electron's fuses. */
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;
export type Fuse = (typeof FUSES)[number];
export type FuseState = 'on' | 'off' | 'removed';

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const STATES: Readonly<Record<string, FuseState>> = { '0': 'off', '1': 'on', r: 'removed' };

/**
 * How the fuses of an executable are set. After the sentinel stand the version of the wire, its length, and a letter
 * for each fuse.
 * @throws when there is no wire, or one of a version this does not know.
 */
export function readFuses(executable: Buffer): Readonly<Record<Fuse, FuseState>> {
  const at = executable.indexOf(SENTINEL);
  if (at < 0) throw new Error('There is no fuse wire in this file.');
  const [version, length] = [at + SENTINEL.length, at + SENTINEL.length + 1].map(
    (each) => executable[each],
  );
  if (version !== 1 || length === undefined || length < FUSES.length)
    throw new Error(`This fuse wire has version ${version} and ${length} fuses.`);
  const first = at + SENTINEL.length + 2;
  const read = FUSES.map((fuse, nth) => {
    const state = STATES[String.fromCharCode(executable[first + nth] ?? 0)];
    if (state === undefined) throw new Error(`The fuse ${fuse} is neither on nor off.`);
    return [fuse, state] as const;
  });
  return Object.fromEntries(read) as Record<Fuse, FuseState>;
}

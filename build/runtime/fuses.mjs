// Electron keeps its build-time switches ("fuses") as ASCII digits behind a fixed marker.
const marker = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/**
 * What Electron itself ships: RunAsNode, NodeOptions, NodeCliInspect and
 * GrantFileProtocolExtraPrivileges on, the other four off.
 */
export const stockFuses = '10110001';

/** Sets the fuses in the bytes of an Electron executable, in place. */
export function setFuses(executable, wanted) {
  const found = executable.indexOf(marker);
  if (found < 0) throw new Error('no fuses found: this is not an Electron executable');
  const lengthAt = found + marker.length + 1;
  const length = executable[lengthAt];
  if (length !== wanted.length) {
    throw new Error(`the executable has ${length} fuses, ${wanted.length} are known here`);
  }
  executable.write(wanted, lengthAt + 1, 'latin1');
}

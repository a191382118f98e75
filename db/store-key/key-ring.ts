import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { writtenRing, type KeyRing } from '#shared/store-key/key-ring.ts';

/** The ring cannot be read. Not what a wrong passphrase looks like. */
export class DamagedRing extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'DamagedRing';
  }
}

export function ringText(ring: KeyRing): string {
  return `${JSON.stringify({ ...ring, sum: sumOf(ring) }, null, 2)}\n`;
}

/** @throws DamagedRing when it is not as it was written, or of a newer CareDesk. */
export function readRing(text: string): KeyRing {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DamagedRing('it is not whole');
  }
  const { version } = (json ?? {}) as { version?: unknown };
  if (typeof version === 'number' && version > 1)
    throw new DamagedRing(`it was written by a newer CareDesk (version ${version})`);
  const parsed = writtenRing.safeParse(json);
  if (!parsed.success) throw new DamagedRing('it is not as CareDesk writes it');
  const { sum, ...ring } = parsed.data;
  if (sum !== sumOf(ring)) throw new DamagedRing('it was changed since it was written');
  return ring;
}

/** Tells damage from a wrong passphrase. It protects from nobody: the sealed forms do that. */
function sumOf(ring: KeyRing): string {
  return createHash('sha256').update(canonicalJson(ring)).digest('hex');
}

import { readFileSync, statSync } from 'node:fs';
import { findJsonFault } from '../policy/json-faults.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import { readAliLayout, type AliLayout } from '#shared/location/ali-layout.ts';
import { SHIPPED_LAYOUTS, shippedLayout } from '#shared/location/shipped-layouts.ts';

const LARGEST_BYTES = 262_144;

/** A layout that comes with CareDesk by its name, or the center’s own by the path of its file. */
export function aliLayoutNamed(name: string): AliLayout | Refusal {
  const shipped = shippedLayout(name);
  if (shipped !== null) return shipped;
  if (!/[./\\]/u.test(name))
    return refuse(
      'no-layout',
      `There is no ALI layout “${name}”. Name one of ${SHIPPED_LAYOUTS.join(', ')}, or the path of a layout file.`,
    );
  return layoutOfFile(name);
}

function layoutOfFile(file: string): AliLayout | Refusal {
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > LARGEST_BYTES) return unusable(file, 'it is larger than 256 kB, and no layout is');
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    return unusable(file, 'it cannot be read');
  }
  const fault = findJsonFault(text);
  if (fault !== null) return unusable(file, `line ${fault.line}: ${fault.why}`);
  const read = readAliLayout(JSON.parse(text));
  if ('layout' in read) return read.layout;
  const told = read.problems.map(({ path, message, remedy }) => `${path}: ${message} ${remedy}`);
  return unusable(file, told.slice(0, 3).join(' '));
}

function unusable(file: string, why: string): Refusal {
  return refuse(
    'unusable-layout',
    `The ALI layout ${file} cannot be used: ${why}.`.replace(/\.\.$/u, '.'),
  );
}

/** The text of a record whose bytes were read one character each; null when they are not of the encoding. */
export function decodedRecord(record: string, { encoding }: AliLayout): string | null {
  if (encoding === 'latin-1') return record;
  const bytes = Buffer.from(record, 'latin1');
  if (encoding === 'utf-8') {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  }
  // Seven bits: some lines carry a parity in the eighth.
  return record.replace(/[\u0080-\u00ff]/gu, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) & 0x7f),
  );
}

import { readFileSync, statSync } from 'node:fs';
import { findJsonFault } from '../policy/json-faults.ts';
import { utf8Text } from '../utf8-text.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import { readAliLayout, type AliLayout } from '#shared/location/ali-layout.ts';
import type { AliRecord } from '#shared/location/ali-record.ts';
import { readAli } from '#shared/location/read-ali.ts';
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

/** A record as it came, one character for each byte, read by its layout. */
export function readAliBytes(record: string, layout: AliLayout): AliRecord | Refusal {
  const text = decoded(record, layout);
  return text === null
    ? refuse('not-in-encoding', `It is not ${layout.encoding}, as the layout says.`)
    : readAli(text, layout);
}

/** Null when the bytes are not of the encoding. */
function decoded(record: string, { encoding }: AliLayout): string | null {
  if (encoding === 'latin-1') return record;
  if (encoding === 'utf-8') return utf8Text(Buffer.from(record, 'latin1'));
  // Seven bits: some lines carry a parity in the eighth.
  return record.replace(/[\u0080-\u00ff]/gu, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) & 0x7f),
  );
}

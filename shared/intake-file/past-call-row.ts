import type { Layout } from './layout.ts';
import type { Preset } from './preset.ts';
import { isUnusable, type Read } from './read.ts';
import { isClockPutBack } from './wall-clock.ts';
import type { PastCall } from '#shared/call/past-call.ts';

/** Longer texts are no call types or addresses but a broken row. */
const LONGEST = { recordNumber: 64, type: 200, short: 64, disposition: 300, address: 300 } as const;

// What no export means by a text: a tab or a line break folds to a blank before this is asked.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

export interface RowReader {
  readonly preset: Preset;
  readonly layout: Layout;
  /** Our call type for the other system's words. */
  readonly callTypeOf: (rawType: string) => string;
  /** A collision-resistant digest, in hexadecimal. */
  readonly digest: (text: string) => string;
}

export interface PastCallRow {
  readonly pastCall: PastCall;
  /** The closing time shows less than the received one because clocks were put back between them. */
  readonly clockPutBack: boolean;
}

/** Thrown inside this file only, so that reading a row is a list of columns and not of branches. */
class UnusableRow extends Error {}

/**
 * One row as a past call, or why it cannot be one. Nothing is repaired or guessed: a row is unusable
 * when its received time or type is, when any of its stamps is no time, when it closed before it was
 * received, or when a text that would be kept is broken. Reasons name the column and never repeat a
 * type, an address or a comment.
 */
export function readPastCallRow(reader: RowReader, fields: readonly string[]): Read<PastCallRow> {
  if (fields.length !== reader.layout.names.length) return { why: ragged(reader, fields.length) };
  try {
    return { value: pastCallOf(reader, fields) };
  } catch (error) {
    if (error instanceof UnusableRow) return { why: error.message };
    throw error;
  }
}

function pastCallOf(reader: RowReader, fields: readonly string[]): PastCallRow {
  const { preset, layout, digest, callTypeOf } = reader;
  const cell = (name: string | null): string | null => {
    const place = name === null ? undefined : layout.places.get(name);
    return place === undefined ? null : present(fields[place] ?? '');
  };
  const text = (name: string | null, longest: number): string | null =>
    textOf(name, cell(name), longest);
  const stamp = (name: string | null): string | null => stampOf(preset, name, cell(name));

  const rawType = text(preset.type, LONGEST.type);
  if (isWithdrawn(preset, rawType) || isWithdrawn(preset, cell(preset.received)))
    throw new UnusableRow('the exporting center marked this row as void');
  const receivedLocal = stamp(preset.received);
  if (receivedLocal === null) throw new UnusableRow(`${preset.received} is empty`);
  if (rawType === null) throw new UnusableRow(`${preset.type} is empty`);

  const closedLocal = stamp(preset.closed);
  for (const name of preset.stages) stamp(name);
  const clockPutBack = closedLocal !== null && isClockPutBack(receivedLocal, closedLocal);
  if (closedLocal !== null && closedLocal < receivedLocal && !clockPutBack)
    throw new UnusableRow(`${preset.closed} is before ${preset.received}`);

  const recordNumber = text(preset.recordNumber, LONGEST.recordNumber);
  const rowHash = digest(wholeRow(layout, fields));
  const pastCall: PastCall = {
    // A row without a number is known by all it says.
    key: `${preset.id}|${recordNumber ?? rowHash.slice(0, 32)}|${receivedLocal}`,
    preset: preset.id,
    recordNumber,
    receivedLocal,
    closedLocal,
    rawType,
    callType: callTypeOf(rawType),
    priority: text(preset.priority, LONGEST.short),
    address: addressOf(preset.address.map((name) => text(name, LONGEST.address))),
    latitude: degreesOf(preset.latitude, cell(preset.latitude), 90),
    longitude: degreesOf(preset.longitude, cell(preset.longitude), 180),
    agency: text(preset.agency, LONGEST.short),
    disposition: text(preset.disposition, LONGEST.disposition),
    rowHash,
  };
  return { pastCall, clockPutBack };
}

/** All the row says, in an order that does not depend on where the export puts its columns. */
function wholeRow({ names, byName }: Layout, fields: readonly string[]): string {
  return JSON.stringify(byName.flatMap((i) => [names[i], fields[i]]));
}

/** The text of a cell with its blanks and line breaks folded; null for nothing and for `NULL`. */
function present(raw: string): string | null {
  const text = raw.replace(/\s+/g, ' ').trim();
  return text === '' || text === 'NULL' ? null : text;
}

function textOf(name: string | null, text: string | null, longest: number): string | null {
  if (text === null) return null;
  if (text.length > longest)
    throw new UnusableRow(`${name} is ${text.length} characters long, at most ${longest} fit`);
  if (CONTROL.test(text)) throw new UnusableRow(`${name} holds a control character`);
  return text;
}

function stampOf(preset: Preset, name: string | null, text: string | null): string | null {
  if (text === null) return null;
  const read = preset.readStamp(text);
  if (isUnusable(read)) throw new UnusableRow(`${name} ${read.why}`);
  return read.value;
}

function degreesOf(name: string | null, text: string | null, most: number): number | null {
  if (text === null) return null;
  if (!/^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text))
    throw new UnusableRow(`${name} is not a coordinate`);
  const degrees = Number(text);
  if (Math.abs(degrees) > most)
    throw new UnusableRow(`${name} is outside −${most} to ${most} degrees`);
  return degrees;
}

function addressOf(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}

function isWithdrawn(preset: Preset, text: string | null): boolean {
  return preset.withdrawnWord !== null && text?.toLowerCase() === preset.withdrawnWord;
}

function ragged(reader: RowReader, found: number): string {
  const expected = reader.layout.names.length;
  const named = reader.preset.withoutHeader === null ? 'where the header names' : 'instead of';
  return `has ${found} ${found === 1 ? 'column' : 'columns'} ${named} ${expected}`;
}

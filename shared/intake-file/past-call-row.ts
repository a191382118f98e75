import { cellReader, degrees, keptText, nothingSaid, UnusableRow } from './cells.ts';
import { compileCourse, type CenterWords, type Unmapped } from './course-reader.ts';
import {
  localOf,
  receivedAt,
  timeCourse,
  type CourseTimes,
  type MomentReading,
  type Reading,
  type Received,
  type TimeRules,
} from './course-times.ts';
import type { Layout } from './layout.ts';
import { MOMENT_MEMBERS } from './mapping-columns.ts';
import { USUAL_LONGEST_HOURS, USUAL_UNKNOWN } from './mapping.ts';
import type { Mapping, TextColumn } from './mapping-schema.ts';
import { momentReader, type MomentReader } from './moment-reader.ts';
import type { Read } from './read.ts';
import { isClockPutBack } from './wall-clock.ts';
import type { ZoneClock } from './zone-clock.ts';
import { MOMENTS, type Moment } from '../outcomes/counted-call.ts';
import type { PastCall } from '#shared/call/past-call.ts';
import { pastCallKey } from '#shared/call/past-calls-imported.ts';

/** Longer texts are no call types or addresses but a broken row. */
const LONGEST = { recordNumber: 64, type: 200, short: 64, disposition: 300, address: 300 } as const;

/** What reading a file's rows needs besides the mapping. */
export interface RowContext extends CenterWords {
  readonly mapping: Mapping;
  readonly layout: Layout;
  readonly hasHeader: boolean;
  readonly clock: ZoneClock;
  /** Our call type for the other system's words. */
  readonly callTypeOf: (rawType: string) => string;
  /** A collision-resistant digest of a whole row, in hexadecimal. */
  readonly digest: (text: string) => string;
  /**
   * What a row's digest would be were personal columns mapped, or not mapped: the same row is known again when a
   * mapping begins or stops to read them. Null where there is no other.
   */
  readonly otherDigest: ((text: string) => string) | null;
}

export interface PastCallRow {
  readonly pastCall: PastCall;
  /** The closing time shows less than the received one because clocks were put back between them. */
  readonly clockPutBack: boolean;
  /** Null where the mapping names no moment this file has. */
  readonly times: CourseTimes | null;
  /** What became of the closing time; null where the mapping names none. */
  readonly closed: 'known' | 'sentinel' | 'outOfOrder' | 'unreadable' | null;
  readonly unmapped: Unmapped;
  /** The other digest of the row; null where there is none. */
  readonly otherHash: string | null;
}

export type RowReader = (fields: readonly string[]) => Read<PastCallRow>;

/**
 * A reader of rows as past calls. Nothing is repaired or guessed: a row is unusable when its received time
 * or type is, when a text that would be kept is broken, and where the mapping wants it, when any of its
 * times is none or it closed before it was received. Reasons name the column and never repeat a type, an
 * address or a comment.
 */
export function compileRowReader(context: RowContext): RowReader {
  const { layout, hasHeader } = context;
  const read = compileRow(context);
  return (fields) => {
    if (fields.length !== layout.names.length)
      return { why: ragged(hasHeader, layout, fields.length) };
    try {
      return { value: read(fields) };
    } catch (error) {
      if (error instanceof UnusableRow) return { why: error.message };
      throw error;
    }
  };
}

function compileRow(context: RowContext): (fields: readonly string[]) => PastCallRow {
  const { mapping, layout, clock, digest, otherDigest, callTypeOf } = context;
  const strict = mapping.times?.unusable === 'reject-row';
  const rules: TimeRules = {
    clock,
    utc: mapping.times?.written === 'utc',
    longest: (mapping.times?.longestHours ?? USUAL_LONGEST_HOURS) * 3_600_000,
  };
  const text = (column: TextColumn | undefined, longest: number) =>
    textReader(mapping, layout, column, longest);
  const typeOf = typeReader(mapping, layout);
  const withdrawn = mapping.withdrawn === undefined ? () => false : nothingSaid(mapping.withdrawn);
  const receivedReader = momentReader(mapping, layout, clock.hasZone, mapping.received);
  const receivedCell = cellReader(layout, mapping.received.column);
  const closedReader = momentReader(mapping, layout, clock.hasZone, mapping.closed);
  const moments = MOMENTS.flatMap((moment): [Moment, MomentReader][] => {
    const reader = momentReader(mapping, layout, clock.hasZone, mapping[MOMENT_MEMBERS[moment]]);
    return reader === null ? [] : [[moment, reader]];
  });
  const checked = (mapping.checked ?? []).flatMap(
    (column) => momentReader(mapping, layout, clock.hasZone, { column }) ?? [],
  );
  const number = text(mapping.recordNumber, LONGEST.recordNumber);
  const priority = text(mapping.priority, LONGEST.short);
  const agency = text(mapping.agency, LONGEST.short);
  const disposition = text(mapping.disposition, LONGEST.disposition);
  const address = (mapping.address?.columns ?? []).map((column) =>
    text({ column }, LONGEST.address),
  );
  const latitude = text(mapping.latitude, LONGEST.short);
  const longitude = text(mapping.longitude, LONGEST.short);
  const courseOf = compileCourse(mapping, layout, context);
  const wholeOf = rowWriter(layout);

  return (fields) => {
    const rawType = typeOf(fields);
    if (withdrawn(rawType ?? '?') || withdrawn(receivedCell(fields) || '?'))
      throw new UnusableRow('the exporting center marked this row as void');
    const received = receivedFrom(receivedReader, fields, rules);
    if (rawType === null) throw new UnusableRow(`${mapping.type.columns?.join(' and ')} is empty`);

    const readings = moments.map(([moment, { read, midnight, column }]): MomentReading => {
      const reading = read(fields);
      if (strict) refuseUnreadable(column, reading);
      return { moment, reading, midnight };
    });
    if (strict) for (const { column, read } of checked) refuseUnreadable(column, read(fields));
    const times = readings.length === 0 ? null : timeCourse(received, readings, rules);
    const closed = closedFrom(closedReader, fields, received, rules, strict);
    if (strict && closed.fate === 'outOfOrder')
      throw new UnusableRow(`${closedReader?.column} is before ${receivedReader?.column}`);

    const place = placeOf(mapping, latitude(fields), longitude(fields));
    const recordNumber = number(fields);
    const whole = wholeOf(fields);
    const rowHash = digest(whole);
    const told = courseOf(fields, times, place, received.local);
    const call = {
      preset: mapping.id,
      recordNumber,
      receivedLocal: received.local,
      closedLocal: closed.local,
      rawType,
      callType: callTypeOf(rawType),
      priority: priority(fields),
      address: joined(address.map((part) => part(fields))),
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      agency: agency(fields),
      disposition: disposition(fields),
      rowHash,
      ...(told.course === null ? {} : { course: told.course }),
    };
    const pastCall: PastCall = { key: pastCallKey(call), ...call };
    const { clockPutBack, fate } = closed;
    const otherHash = otherDigest === null ? null : otherDigest(whole);
    return { pastCall, clockPutBack, times, closed: fate, unmapped: told.unmapped, otherHash };
  };
}

function receivedFrom(
  reader: MomentReader | null,
  fields: readonly string[],
  rules: TimeRules,
): Received {
  const reading = reader?.read(fields) ?? 'nothing';
  const column = reader?.column ?? '';
  if (typeof reading === 'string') throw new UnusableRow(`${column} is empty`);
  if ('unreadable' in reading) throw new UnusableRow(`${column} ${reading.unreadable}`);
  const received = receivedAt(reading.told, rules);
  if ('why' in received) throw new UnusableRow(`${column} ${received.why}`);
  return received;
}

function refuseUnreadable(column: string, reading: Reading): void {
  if (typeof reading === 'object' && 'unreadable' in reading)
    throw new UnusableRow(`${column} ${reading.unreadable}`);
}

interface Closed {
  readonly local: string | null;
  readonly clockPutBack: boolean;
  readonly fate: PastCallRow['closed'];
}

function closedFrom(
  reader: MomentReader | null,
  fields: readonly string[],
  received: Received,
  rules: TimeRules,
  strict: boolean,
): Closed {
  const none = (fate: PastCallRow['closed']) => ({ local: null, clockPutBack: false, fate });
  if (reader === null) return none(null);
  const reading = reader.read(fields);
  if (strict) refuseUnreadable(reader.column, reading);
  if (typeof reading === 'string') return none('sentinel');
  if ('unreadable' in reading) return none('unreadable');
  const local = localOf(reading.told, received, rules);
  const clockPutBack = local !== null && isClockPutBack(received.local, local);
  if (local === null || local >= received.local || clockPutBack)
    return { local, clockPutBack, fate: 'known' };
  return none('outOfOrder');
}

/** A text that is kept; null where the mapping, the file or the cell says nothing. */
function textReader(
  mapping: Mapping,
  layout: Layout,
  column: TextColumn | undefined,
  longest: number,
): (fields: readonly string[]) => string | null {
  if (column === undefined) return () => null;
  const cell = cellReader(layout, column.column);
  const saysNothing = nothingSaid([
    ...(mapping.unknown ?? USUAL_UNKNOWN),
    ...(column.unknown ?? []),
  ]);
  return (fields) => {
    const text = cell(fields) ?? '';
    return saysNothing(text) ? null : keptText(column.column, text, longest);
  };
}

function typeReader(
  mapping: Mapping,
  layout: Layout,
): (fields: readonly string[]) => string | null {
  const { always, columns = [] } = mapping.type;
  if (always !== undefined) return () => always;
  const parts = columns.map((column) => textReader(mapping, layout, { column }, LONGEST.type));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return (fields) => {
    const known = parts.map((part) => part(fields)).filter((part) => part !== null);
    return known.length === 0
      ? null
      : keptText(columns.join(' and '), known.join(' / '), LONGEST.type);
  };
}

function placeOf(
  mapping: Mapping,
  latitude: string | null,
  longitude: string | null,
): { readonly latitude: number | null; readonly longitude: number | null } | null {
  if (mapping.latitude === undefined || mapping.longitude === undefined) return null;
  return {
    latitude: latitude === null ? null : degrees(mapping.latitude.column, latitude, 90),
    longitude: longitude === null ? null : degrees(mapping.longitude.column, longitude, 180),
  };
}

function joined(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}

/**
 * All a row says, in an order that does not depend on where the export puts its columns. The names are written into
 * place once: this is a tenth of what reading a row takes.
 */
function rowWriter({ names, byName }: Layout): (fields: readonly string[]) => string {
  const told = byName.flatMap((i) => [names[i] ?? '', '']);
  return (fields) => {
    for (let at = 0; at < byName.length; at += 1) told[2 * at + 1] = fields[byName[at] ?? 0] ?? '';
    return JSON.stringify(told);
  };
}

function ragged(hasHeader: boolean, layout: Layout, found: number): string {
  const named = hasHeader ? 'where the header names' : 'instead of';
  return `has ${found} ${found === 1 ? 'column' : 'columns'} ${named} ${layout.names.length}`;
}

import type { ColumnShape } from './column-shapes.ts';
import type { Mapping, MomentColumn } from './mapping-schema.ts';
import { guessOutcomes } from './suggest-outcomes.ts';

/** A file as far as it was looked at. */
export interface LookedAt {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  readonly file: NonNullable<Mapping['file']>;
  readonly columns: readonly ColumnShape[];
}

export interface Suggestion {
  readonly mapping: Mapping;
  /** A received time and a type were found: it can be imported as it stands. */
  readonly complete: boolean;
}

type TimedMember =
  'arrived' | 'enRoute' | 'dispatched' | 'cleared' | 'closed' | 'answered' | 'decided' | 'received';

/** By what the names of columns say; the first that fits, so that "dispatch received" is no call. */
const MOMENT_NAMES: readonly (readonly [member: TimedMember, name: RegExp])[] = [
  ['arrived', /arriv|on.?scene|at.?scene/],
  ['enRoute', /en.?route|responding|rolling/],
  ['dispatched', /dispatch|assigned|unit sent|team sent/],
  ['cleared', /clear|depart|left|available|in service/],
  ['closed', /clos|complet|\bend|finish/],
  ['answered', /answer|pick.?up/],
  ['decided', /queue|enter|entry|decid/],
  ['received', /receiv|report|request|creat|start|open/],
];

/** A first mapping for a file nobody has seen, with what to look at. Nothing of it is certain. */
export function suggestMapping({ id, title, file, columns }: LookedAt): Suggestion {
  const remarks = ['A guess from the names and shapes of the columns. Correct it, then import.'];
  const used = new Set<string>();
  const take = (fits: (column: ColumnShape) => boolean): string | undefined => {
    const found = columns.find((column) => !used.has(column.name) && fits(column))?.name;
    if (found !== undefined) used.add(found);
    return found;
  };
  const named = (name: RegExp, fits: (column: ColumnShape) => boolean = () => true) =>
    take((column) => name.test(spelt(column.name)) && column.filled > 0 && fits(column));
  const isText = ({ time, numeric }: ColumnShape) => time === null && !numeric;

  const moments = suggestMoments(columns, used, remarks);
  const latitude = named(/^lat(itude)?\b|latitude$/, ({ numeric }) => numeric);
  const longitude = named(/^(lon|lng|long)(itude)?\b|longitude$/, ({ numeric }) => numeric);
  const recordNumber =
    named(/(number|num|no|id|#|nr)$/, ({ distinct, time }) => distinct > 0.9 && time === null) ??
    named(
      /incident|case|event|record|cad/,
      ({ distinct, time }) => distinct > 0.95 && time === null,
    );
  const outcome = named(/disposition|outcome|result|end point|resolution|clearance/, isText);
  const type =
    named(/problem|nature|call.?type|incident.?type|type/, isText) ??
    named(/reason|descr|category|complaint|title/, isText);
  const address = [
    named(/address|location|street|block|intersection/, isText),
    named(/^city|town|municipal/, isText),
  ].filter((each) => each !== undefined);
  const channel = named(/reception|source|referred|origin|channel|how/, isCategory);
  const response = named(/team|responder|unit type|response/, isCategory);
  const area = named(/beat|district|zone|sector|neighbo|^area|precinct/, isCategory);
  const language = named(/language/, isText);
  const birth = named(BIRTH, ({ time }) => time !== null);
  const age = birth === undefined ? named(/^age\b/) : undefined;
  const priority = named(/priorit/);
  const agency = named(/agency|department/);

  const shape = (name: string | undefined) => columns.find((column) => column.name === name);
  const outcomes = guessOutcomes(outcome, shape(outcome)?.categories ?? null, remarks);
  if (type === undefined) remarks.push('No column looks like the type: "always" stands for all.');
  if (response === undefined)
    remarks.push(
      'Who was sent is not known. If all were of one team: "response": {"always": "…"}.',
    );
  const people = columns.filter(
    ({ name, time }) =>
      time === null && !used.has(name) && /name|phone|person|client/.test(spelt(name)),
  );
  if (people.length > 0)
    remarks.push(
      `To count repeat calls, "person" may name columns that tell people apart, such as ${people.map(({ name }) => name).join(', ')}. They become a pseudonym.`,
    );
  const left = columns.filter(({ name }) => !used.has(name)).map(({ name }) => name);
  if (left.length > 0) remarks.push(`Not used: ${left.join(', ')}.`.slice(0, 500));

  const mapping: Mapping = {
    id,
    title,
    remarks: remarks.slice(0, 200),
    ...(Object.keys(file).length === 0 ? {} : { file }),
    unknown: ['NULL', 'N/A', '-'],
    ...moments,
    ...(recordNumber === undefined ? {} : { recordNumber: { column: recordNumber } }),
    type: type === undefined ? { always: 'CALL' } : { columns: [type] },
    ...(address.length === 0 ? {} : { address: { columns: address } }),
    ...(latitude === undefined || longitude === undefined
      ? {}
      : { latitude: { column: latitude }, longitude: { column: longitude } }),
    ...(area === undefined ? {} : { area: { column: area } }),
    ...(priority === undefined ? {} : { priority: { column: priority } }),
    ...(agency === undefined ? {} : { agency: { column: agency } }),
    ...(outcome === undefined ? {} : { disposition: { column: outcome } }),
    ...(outcomes === null ? {} : { outcome: outcomes }),
    ...(channel === undefined ? {} : { channel: { column: channel } }),
    ...(language === undefined ? {} : { language: { column: language } }),
    ...(age === undefined ? {} : { age: { column: age } }),
    ...(birth === undefined
      ? {}
      : { age: { column: birth, formats: [shape(birth)?.time?.format ?? 'YYYY-MM-DD'] } }),
    ...(response === undefined ? {} : { response: { column: response } }),
  };
  return { mapping, complete: moments.received.column !== NO_COLUMN && type !== undefined };
}

const BIRTH = /birth|\bdob\b/;
/** Stands where a person still has to name the column. */
export const NO_COLUMN = 'NAME THE COLUMN';

function suggestMoments(
  columns: readonly ColumnShape[],
  used: Set<string>,
  remarks: string[],
): { readonly received: MomentColumn } & Pick<Mapping, 'times' | TimedMember> {
  const found = new Map<TimedMember, ColumnShape>();
  for (const column of columns) {
    if (column.time === null || column.time.kind === 'day' || BIRTH.test(spelt(column.name)))
      continue;
    const member = MOMENT_NAMES.find(([, name]) => name.test(spelt(column.name)))?.[0];
    if (member !== undefined && !found.has(member)) found.set(member, column);
  }
  const claimed = new Set(found.values());
  const free = columns.filter((each) => !claimed.has(each) && !BIRTH.test(spelt(each.name)));
  const whole = free.find(({ time }) => time?.kind === 'moment');
  const received = found.get('received') ?? whole;
  const day =
    received?.time?.kind === 'moment' ? undefined : free.find(({ time }) => time?.kind === 'day');
  const moments: Partial<Record<TimedMember, MomentColumn>> = {};
  const formats = new Set<string>();
  for (const [member, column] of found) {
    if (member === 'received' || column === received) continue;
    used.add(column.name);
    if (column.time !== null) formats.add(column.time.format);
    moments[member] = { column: column.name };
    if (column.midnight > 0.02) {
      moments[member] = { ...moments[member], midnight: 'unknown-unless-near' };
      remarks.push(
        `${column.name} is 00:00 in ${Math.round(column.midnight * 100)} of 100 rows: probably “unknown”.`,
      );
    }
  }
  for (const column of [received, day, ...found.values()])
    if (column?.eitherWay === true)
      remarks.push(`${column.name}: day and month could be either way round; M/D is assumed.`);
  const clock = received ?? free.find(({ time }) => time?.kind === 'clock');
  const call = receivedOf(clock, day);
  if (call.column === NO_COLUMN)
    remarks.push('No column looks like the time a call was received: name it under "received".');
  for (const column of [clock, day]) if (column !== undefined) used.add(column.name);
  return {
    ...(formats.size === 0 ? {} : { times: { formats: [...formats] } }),
    received: call,
    ...moments,
  };
}

function receivedOf(column: ColumnShape | undefined, day: ColumnShape | undefined): MomentColumn {
  if (column?.time === undefined || column.time === null) return { column: NO_COLUMN };
  if (column.time.kind === 'moment') return { column: column.name, formats: [column.time.format] };
  if (day?.time === undefined || day.time === null) return { column: NO_COLUMN };
  return {
    columns: [day.name, column.name],
    formats: [`${day.time.format} ${column.time.format}`],
  };
}

function isCategory({ categories }: ColumnShape): boolean {
  return categories !== null;
}

/** `Incident_ArrivalTime` as `incident arrival time`: names run together as they please. */
function spelt(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s.-]+/g, ' ')
    .trim()
    .toLowerCase();
}

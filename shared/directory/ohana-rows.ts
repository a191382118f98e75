import type { TableName } from './hsds-tables.ts';
import { readNumber } from './nested-rows.ts';
import { OHANA_TABLES, type OhanaTable } from './ohana-tables.ts';
import { quoted, textOf, type At, type JsonValue, type Row, type RowsRead } from './rows.ts';
import { readDate } from './written.ts';

/** One line of a CSV file by its columns; empty ones are left out. */
export type CsvRecord = Readonly<Record<string, string>>;

export interface OhanaContext {
  readonly read: RowsRead;
  /** The year two digits are read by. */
  readonly year: number;
  /** A row that was read before, or stands in the directory in force. */
  readonly find: (table: TableName, id: string) => Row | null;
}

/** Takes one line over into the tables of the standard; what they have no column for stays under its own name. */
export function putOhanaRow(
  table: OhanaTable,
  record: CsvRecord,
  at: At,
  context: OhanaContext,
): void {
  const id = record['id'] ?? record['taxonomy_id'] ?? '';
  const what = `${ONE[table]} ${quoted(id)}`;
  for (const column of OHANA_TABLES[table].required)
    if ((record[column] ?? '') === '') context.read.faults.add(at, `The ${what} has no ${column}.`);
  CONVERT[table]({ record, id, at, what, ...context });
}

const ONE: Readonly<Record<OhanaTable, string>> = {
  organizations: 'organization',
  programs: 'program',
  locations: 'location',
  taxonomy: 'taxonomy term',
  services: 'service',
  addresses: 'address',
  mail_addresses: 'mail address',
  contacts: 'contact',
  phones: 'phone',
  regular_schedules: 'regular schedule',
  holiday_schedules: 'holiday schedule',
};

interface Line extends OhanaContext {
  readonly record: CsvRecord;
  readonly id: string;
  readonly at: At;
  readonly what: string;
}

const CONVERT: Readonly<Record<OhanaTable, (line: Line) => void>> = {
  organizations(line) {
    const { funding_sources: sources, date_incorporated: founded, ...rest } = line.record;
    const date = founded === undefined ? null : dateIn(line, 'date_incorporated');
    put(line, 'organization', {
      ...rest,
      ...(date === null
        ? {}
        : { date_incorporated: date, year_incorporated: Number(date.slice(0, 4)) }),
    });
    each(line, sources, 'funding', 'organization', (source) => ({
      organization_id: line.id,
      source,
    }));
  },
  programs(line) {
    put(line, 'program', { ...line.record, description: line.record['name'] ?? '' });
  },
  locations(line) {
    const { accessibility, languages, latitude, longitude, virtual, ...rest } = line.record;
    put(line, 'location', {
      ...rest,
      location_type: /^(true|yes|1)$/i.test(virtual ?? '') ? 'virtual' : 'physical',
      ...(latitude === undefined ? {} : { latitude: readNumber(latitude) }),
      ...(longitude === undefined ? {} : { longitude: readNumber(longitude) }),
    });
    each(line, languages, 'language', 'location', (name) => ({ location_id: line.id, name }));
    each(line, accessibility, 'accessibility', 'location', (description) => {
      return { location_id: line.id, description };
    });
  },
  taxonomy(line) {
    const { taxonomy_id: code = '', name = '', parent_id: parent, ...rest } = line.record;
    put(line, 'taxonomy_term', {
      ...rest,
      code,
      name,
      description: name,
      ...(parent === undefined ? {} : { parent_id: parent }),
    });
  },
  services: service,
  addresses(line) {
    put(line, 'address', { ...line.record, address_type: 'physical' });
  },
  mail_addresses(line) {
    const id = line.id === '' ? '' : `mail-${line.id}`;
    put({ ...line, id }, 'address', { ...line.record, address_type: 'postal' });
  },
  contacts(line) {
    put(line, 'contact', line.record);
  },
  phones(line) {
    const { number_type: type, extension, department, ...rest } = line.record;
    put(line, 'phone', {
      ...rest,
      ...(type === undefined ? {} : { type }),
      ...(department === undefined ? {} : { description: department }),
      ...(extension === undefined ? {} : { extension: readNumber(extension) }),
    });
  },
  regular_schedules(line) {
    const { weekday = '', ...rest } = line.record;
    const day = DAYS.find((each) => weekday.toUpperCase().startsWith(each));
    if (weekday !== '' && day === undefined)
      line.read.faults.add(
        line.at,
        `The ${line.what} is for ${quoted(weekday)}, which is no day of a week.`,
      );
    const own = { ...line, id: line.id === '' ? '' : `regular-${line.id}` };
    put(own, 'schedule', { ...rest, freq: 'WEEKLY', ...(day === undefined ? {} : { byday: day }) });
  },
  holiday_schedules(line) {
    const { start_date: _start, end_date: _end, closed = '', ...rest } = line.record;
    const [from, to] = [dateIn(line, 'start_date'), dateIn(line, 'end_date')];
    const shut = /^(true|yes|1)$/i.test(closed)
      ? true
      : /^(false|no|0)$/i.test(closed)
        ? false
        : null;
    if (closed !== '' && shut === null)
      line.read.faults.add(line.at, `closed is ${quoted(closed)}. Write true or false.`);
    if (shut === false && (rest['opens_at'] === undefined || rest['closes_at'] === undefined))
      line.read.faults.add(
        line.at,
        `The ${line.what} is open and has no opens_at or no closes_at.`,
      );
    const yearly = from?.startsWith('0001-') === true;
    const own = { ...line, id: line.id === '' ? '' : `holiday-${line.id}` };
    put(own, 'schedule', {
      ...rest,
      ...(from === null ? {} : { valid_from: from }),
      ...(to === null ? {} : { valid_to: to }),
      closed: shut === true ? 'true' : 'false',
      ...(yearly ? { yearly: 'true' } : {}),
      description: shut === true ? 'Closed' : 'Other hours',
    });
  },
};

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function service(line: Line): void {
  const { record, id } = line;
  const {
    location_id: locationId,
    funding_sources: sources,
    languages,
    fees,
    eligibility,
  } = record;
  const {
    taxonomy_ids: terms,
    required_documents: documents,
    service_areas: areas,
    website,
  } = record;
  const kept = without(
    record,
    'location_id funding_sources languages fees eligibility taxonomy_ids required_documents service_areas website',
  );
  const location = locationId === undefined ? null : line.find('location', locationId);
  const program =
    record['program_id'] === undefined ? null : line.find('program', record['program_id']);
  const owner = textOf(location ?? program ?? {}, 'organization_id');
  put(line, 'service', {
    ...kept,
    status: record['status'] ?? 'active',
    ...(owner === '' ? {} : { organization_id: owner }),
    ...(fees === undefined ? {} : { fees_description: fees }),
    ...(eligibility === undefined ? {} : { eligibility_description: eligibility }),
    ...(website === undefined ? {} : { url: website }),
  });
  each(line, locationId, 'service_at_location', 'service', (place) => {
    return { service_id: id, location_id: place };
  });
  each(line, sources, 'funding', 'service', (source) => ({ service_id: id, source }));
  each(line, languages, 'language', 'service', (name) => ({ service_id: id, name }));
  each(line, documents, 'required_document', 'service', (document) => ({
    service_id: id,
    document,
  }));
  each(line, areas, 'service_area', 'service', (name) => ({ service_id: id, name }));
  each(line, terms, 'attribute', 'service', (term) => {
    return { link_id: id, link_entity: 'service', link_type: 'taxonomy', taxonomy_term_id: term };
  });
}

function without(record: CsvRecord, columns: string): CsvRecord {
  const left = columns.split(' ');
  return Object.fromEntries(Object.entries(record).filter(([column]) => !left.includes(column)));
}

function put(
  { id, at, read }: Line,
  table: TableName,
  row: Readonly<Record<string, JsonValue>>,
): void {
  read.put(table, { ...row, id }, at, 'refuse');
}

/** A row for each of the words a cell lists between commas. Its id says whose it is. */
function each(
  line: Line,
  cell: string | undefined,
  table: TableName,
  owner: TableName,
  rowOf: (word: string) => Row,
): void {
  if (line.id === '') return;
  const listed = [...new Set((cell ?? '').split(',').map((word) => word.trim()))];
  for (const [index, word] of listed.entries())
    if (word !== '')
      put(
        { ...line, id: `${derivedFrom(owner, line.id)}${table}-${index + 1}` },
        table,
        rowOf(word),
      );
}

/** How the id of a row begins that was made of a cell of another. */
export function derivedFrom(owner: TableName, id: string): string {
  return `${owner}-${id}-`;
}

function dateIn({ record, year, read, at, what }: Line, column: string): string | null {
  const written = record[column] ?? '';
  if (written === '') return null;
  const date = readDate(written, year);
  if (date === null)
    read.faults.add(
      at,
      `The ${what} has ${quoted(written)} as ${column}, which is no date. Write it as 2026-03-31.`,
    );
  return date;
}

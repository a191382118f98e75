import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDirectory } from '#main/desk/directory/read-directory.ts';

const SAMPLE = join(import.meta.dirname, '../../../shared/data/hsds-ohana-sample-csv');
const FIXTURES = join(SAMPLE, 'bad-fixtures');
const missing = !existsSync(FIXTURES);
if (missing) process.stderr.write('SKIPPED: no older directory files on this computer.\n');

const YEAR = 2026;

function file(folder: string, name: string) {
  return { name, text: readFileSync(join(folder, name), 'utf8') };
}

function csvIn(folder: string): string[] {
  return missing ? [] : readdirSync(folder).filter((name) => name.endsWith('.csv'));
}

const sample = missing
  ? null
  : readDirectory(
      csvIn(SAMPLE).map((name) => file(SAMPLE, name)),
      null,
      YEAR,
    );

/** Row and what is the matter, by what stands in the file itself; the row of the header is 1. */
const BAD: Readonly<Record<string, readonly [number, RegExp]>> = {
  'contact_with_no_parent.csv': [2, /belongs to nothing/],
  'holiday_schedule_with_no_parent.csv': [2, /belongs to nothing/],
  'hs_with_invalid_date.csv': [2, /13\/27\/2014.*no date/],
  'invalid_address.csv': [2, /no city/],
  'invalid_category.csv': [2, /no name/],
  'invalid_contact.csv': [2, /no name/],
  'invalid_holiday_schedule.csv': [2, /no closed/],
  'invalid_location.csv': [2, /no name/],
  'invalid_location_org.csv': [2, /organization “100”.*there is none/],
  'invalid_mail_address.csv': [2, /no address_1/],
  'invalid_mail_address_location.csv': [2, /location “100”.*there is none/],
  'invalid_org.csv': [2, /no name/],
  'invalid_parent_category.csv': [2, /taxonomy term “0”.*there is none/],
  'invalid_phone.csv': [2, /no number_type/],
  'invalid_program.csv': [2, /no name/],
  'invalid_program_headers.csv': [2, /4 fields.*3 columns/],
  'invalid_regular_schedule.csv': [2, /no closes_at/],
  'invalid_service.csv': [2, /no name/],
  'invalid_service_location.csv': [2, /location “100”.*there is none/],
  'missing_address.csv': [2, /no city/],
  'org_with_invalid_date.csv': [2, /24\/2\/70.*no date/],
  'phone_with_no_parent.csv': [2, /belongs to nothing/],
  'program_with_no_parent.csv': [2, /no organization_id/],
  'regular_schedule_with_no_parent.csv': [2, /belongs to nothing/],
  'services.csv': [1, /no row below its header/],
  'taxonomy.csv': [1, /no row below its header/],
};

const GOOD = [
  'existing_category.csv',
  'hs_with_2_digit_year.csv',
  'hs_with_spelled_out_date.csv',
  'locations.csv',
  'org_with_2_digit_year.csv',
  'org_with_spelled_out_date.csv',
  'programs.csv',
  'valid_address.csv',
  'valid_category.csv',
  'valid_contact_phone.csv',
  'valid_location.csv',
  'valid_location_contact.csv',
  'valid_location_holiday_schedule.csv',
  'valid_location_phone.csv',
  'valid_location_regular_schedule.csv',
  'valid_mail_address.csv',
  'valid_org.csv',
  'valid_org_contact.csv',
  'valid_org_phone.csv',
  'valid_program.csv',
  'valid_service.csv',
  'valid_service_contact.csv',
  'valid_service_holiday_schedule.csv',
  'valid_service_phone.csv',
  'valid_service_regular_schedule.csv',
];

describe.skipIf(missing)('an older directory', () => {
  test('of eleven files is taken over whole', () => {
    expect(sample?.read.faults.list).toEqual([]);
    expect(sample).toMatchObject({ format: 'ohana-csv', whole: true });
    expect(sample?.content?.service?.length).toBeGreaterThan(20);
  });

  test('every file that lies there is named here', () => {
    expect([...Object.keys(BAD), ...GOOD].toSorted()).toEqual(csvIn(FIXTURES).toSorted());
  });

  test.each(Object.entries(BAD))('%s is refused', (name, [row, why]) => {
    const { read, content } = readDirectory([file(FIXTURES, name)], sample?.content ?? null, YEAR);
    expect(content).toBeNull();
    expect(read.faults.list[0]).toMatchObject({ file: name, row, why: expect.stringMatching(why) });
    expect(read.faults.list[0]?.why).toMatch(/\.$/);
  });

  test.each(GOOD)('%s is laid over the directory in force', (name) => {
    const inForce = sample?.content ?? null;
    const { read, content, whole } = readDirectory([file(FIXTURES, name)], inForce, YEAR);
    expect(read.faults.list).toEqual([]);
    expect(whole).toBe(false);
    expect(content?.service?.length).toBeGreaterThanOrEqual(inForce?.service?.length ?? Infinity);
  });

  test.each(Object.keys(BAD).filter((name) => name !== 'services.csv' && name !== 'taxonomy.csv'))(
    'among all the others %s spoils the whole',
    (name) => {
      const { read, content } = readDirectory(
        [...csvIn(SAMPLE).map((each) => file(SAMPLE, each)), file(FIXTURES, name)],
        null,
        YEAR,
      );
      expect(content).toBeNull();
      expect(read.faults.list.some((fault) => fault.file === name)).toBe(true);
    },
  );

  test('two digits of a year, and days in words, are read as they were meant', () => {
    const dates = (name: string) =>
      readDirectory([file(FIXTURES, name)], sample?.content ?? null, YEAR).read;
    const org = (name: string) => dates(name).rows('organization').get('1')?.row;
    expect(org('org_with_2_digit_year.csv')).toMatchObject({ date_incorporated: '1970-01-24' });
    expect(org('org_with_spelled_out_date.csv')).toMatchObject({ date_incorporated: '1970-01-20' });
    const closed = dates('hs_with_2_digit_year.csv').rows('schedule').get('holiday-1')?.row;
    expect(closed).toMatchObject({
      valid_from: '2014-01-02',
      valid_to: '2014-01-12',
      closed: 'true',
    });
  });

  test('what was made of a cell goes with the row that is replaced', () => {
    const { content } = readDirectory(
      [file(FIXTURES, 'valid_service.csv')],
      sample?.content ?? null,
      YEAR,
    );
    const languages = content?.language?.filter((row) => row['service_id'] === '1');
    expect(languages?.map(({ name }) => name)).toEqual(['English', 'Spanish', 'Tagalog']);
    const areas = content?.service_area?.filter((row) => row['service_id'] === '1');
    expect(areas?.map(({ name }) => name)).toEqual(['Atherton', 'Belmont']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpenAt, sayRule } from '#shared/directory/hours.ts';
import {
  isClosedForNow,
  matchExpression,
  nearestWord,
  searchWords,
} from '#shared/directory/directory-search.ts';
import {
  adoptDirectory,
  closeForNow,
  withdrawDirectory,
} from '#shared/directory/decide-directory.ts';
import {
  evolveDirectories,
  NO_DIRECTORIES,
  type Directories,
} from '#shared/directory/directory-events.ts';
import { hoursOf } from '#shared/directory/read-schedule.ts';
import type { Row } from '#shared/directory/rows.ts';
import { servicesOf } from '#shared/directory/services-of.ts';
import { NO_NOTES } from '#shared/directory/service.ts';
import { tablesOfFiles } from '#shared/directory/table-of-file.ts';
import { readDate, readTime } from '#shared/directory/written.ts';
import type { OperatorId, ServiceId } from '#shared/lib/brand.ts';

const CHICAGO = [-360, -300];

function hours(row: Row) {
  return hoursOf([{ id: 's', ...row }], CHICAGO);
}

describe('dates and times as they are written', () => {
  test.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-3-1T10:00:00Z', '2026-03-01'],
    ['3/31/2026', '2026-03-31'],
    ['1/24/70', '1970-01-24'],
    ['1/24/14', '2014-01-24'],
    ['January 20, 1970', '1970-01-20'],
    ['Feb 29, 2024', '2024-02-29'],
    ['January 01, 0001', '0001-01-01'],
    ['24/2/70', null],
    ['13/27/2014', null],
    ['2026-02-29', null],
    ['31.12.2025', null],
    ['soon', null],
    ['', null],
  ])('%s', (written, date) => {
    expect(readDate(written, 2026)).toBe(date);
  });

  test('every day that is written comes back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          const [year, month, date] = iso.split('-').map(Number);
          expect(readDate(iso, 2026)).toBe(iso);
          expect(readDate(`${month}/${date}/${year}`, 2026)).toBe(iso);
        },
      ),
    );
  });

  test.each([
    ['10:00', 600, null],
    ['10:00:30', 600, null],
    ['9:30 AM', 570, null],
    ['12:00 AM', 0, null],
    ['12:00 p.m.', 720, null],
    ['3 pm', 900, null],
    ['24:00', 1440, null],
    ['10:00Z', 600, 0],
    ['10:00-06:00', 600, -360],
    ['10:00:00+0530', 600, 330],
    ['noon', 720, null],
  ])('%s', (written, minute, offset) => {
    expect(readTime(written)).toEqual({ minute, offset });
  });

  test.each(['9', '25:00', '10:60', '13 pm', '0 am', 'late', '24:01', ''])(
    '%s is no time',
    (written) => {
      expect(readTime(written)).toBeNull();
    },
  );
});

describe('schedules of the standard', () => {
  const nine = { opens_at: '09:00', closes_at: '17:00' };

  test('days, ends and the week', () => {
    const { rules } = hours({
      ...nine,
      byday: 'MO,WE',
      freq: 'WEEKLY',
      valid_from: '2026-01-01',
      until: '2026-06-30',
    });
    expect(rules).toMatchObject([
      {
        days: [1, 3],
        opens: 540,
        closes: 1020,
        from: '2026-01-01',
        to: '2026-06-30',
        offset: null,
      },
    ]);
    expect(sayRule(rules[0]!)).toBe('Mon, Wed 09:00–17:00');
  });

  test('without days it is every day, and closing at midnight is 24:00', () => {
    expect(hours({ opens_at: '08:00', closes_at: '00:00' }).rules).toMatchObject([
      { days: [0, 1, 2, 3, 4, 5, 6], closes: 1440 },
    ]);
  });

  test('the center’s own offset, in winter or summer, is its wall clock; another one counts', () => {
    expect(hours({ ...nine, timezone: -6 }).rules[0]?.offset).toBeNull();
    expect(
      hours({ opens_at: '09:00-05:00', closes_at: '17:00-05:00' }).rules[0]?.offset,
    ).toBeNull();
    expect(hours({ opens_at: '09:00Z', closes_at: '17:00Z' }).rules[0]?.offset).toBe(0);
  });

  test('months, and every second week', () => {
    expect(hours({ ...nine, freq: 'MONTHLY', byday: '2TU,-1FR' }).rules[0]?.recurs).toEqual({
      every: 'month-weekdays',
      on: [
        { nth: 2, day: 2 },
        { nth: -1, day: 5 },
      ],
    });
    expect(hours({ ...nine, freq: 'MONTHLY', bymonthday: '1,-1' }).rules[0]?.recurs).toEqual({
      every: 'month-days',
      days: [1, -1],
    });
    expect(
      hours({ ...nine, byday: 'MO', interval: 2, dtstart: '2026-06-01' }).rules[0]?.recurs,
    ).toEqual({
      every: 'weeks',
      weeks: 2,
      since: '2026-06-01',
    });
  });

  test.each([
    { ...nine, count: 3 },
    { ...nine, byweekno: '41' },
    { ...nine, freq: 'YEARLY' },
    { ...nine, interval: 2 },
    { opens_at: '09:00' },
    { byday: 'MO' },
  ])('what is not computed is not closed: %j', (row) => {
    const { rules, unsure } = hours(row);
    expect({ rules, unsure }).toEqual({ rules: [], unsure: true });
  });

  test('a holiday stands over the week', () => {
    const week = { id: 'w', ...nine, byday: 'TU' };
    const closed = { id: 'c', closed: 'true', valid_from: '2026-03-03', valid_to: '2026-03-03' };
    const now = { date: '2026-03-03', day: 2, minute: 600, offset: -360 };
    expect(isOpenAt(hoursOf([week], CHICAGO), now)).toBe(true);
    expect(isOpenAt(hoursOf([week, closed], CHICAGO), now)).toBe(false);
  });
});

describe('what a service is made of', () => {
  const base = {
    organization: [{ id: 'o', name: 'House', description: 'x' }],
    service: [{ id: 's', name: 'Counseling', status: 'active', organization_id: 'o' }],
  };
  const one = (more: Readonly<Record<string, readonly Row[]>> = {}) =>
    [...servicesOf({ ...base, ...more }, [])][0]!;

  test.each([
    [[{ id: 'c', service_id: 's', amount: 0 }], '', true],
    [[{ id: 'c', service_id: 's', amount: 20 }], 'Free', false],
    [[], 'None.', true],
    [[], 'No cost to residents', true],
    [[], 'Sliding scale', false],
    [[], '', null],
  ])('cost: %j and “%s”', (options, fees, free) => {
    const [service] = base.service;
    const priced = one({
      cost_option: options,
      service: [{ ...service!, fees_description: fees }],
    });
    expect(priced.cost.free).toBe(free);
  });

  test('numbers people answer come before a fax, and those of the organization are kept apart', () => {
    const phones = [
      { id: 'a', number: '1', type: 'fax', service_id: 's' },
      { id: 'b', number: '2', type: 'voice', service_id: 's' },
      { id: 'c', number: '3', organization_id: 'o' },
    ];
    const { phones: own, organization } = one({ phone: phones });
    expect(own.map(({ number }) => number)).toEqual(['2', '1']);
    expect(organization.phones.map(({ number }) => number)).toEqual(['3']);
  });

  test('a place at 0, 0 or off the earth has no point', () => {
    const at = (latitude: number, longitude: number) =>
      one({
        location: [{ id: 'l', location_type: 'physical', latitude, longitude }],
        service_at_location: [{ id: 'x', service_id: 's', location_id: 'l' }],
      }).places[0]?.position;
    expect([at(0, 0), at(100, 101), at(41.9, -87.6)]).toEqual([
      null,
      null,
      { lat: 41.9, lon: -87.6 },
    ]);
  });

  test('languages are one each, whatever they are called', () => {
    const rows = [
      { id: '1', service_id: 's', name: 'Spanish' },
      { id: '2', service_id: 's', code: 'es' },
      { id: '3', service_id: 's', name: 'Chinese (Mandarin)' },
      { id: '4', service_id: 's', name: 'Klingonish' },
    ];
    expect(one({ language: rows }).languages.map(({ tag }) => tag)).toEqual(['es', 'zh', null]);
  });
});

describe('words of a search', () => {
  test('signs part words, and no word is an operator', () => {
    expect(searchWords('  Crisis-line, "OR" NOT (beds)! ')).toEqual([
      'crisis',
      'line',
      'or',
      'not',
      'beds',
    ]);
    expect(matchExpression(['or', 'not'])).toBe('"or"* "not"*');
    expect(searchWords('Zoë 312')).toEqual(['zoë', '312']);
  });

  test('a word that is nearly one of the directory is that one', () => {
    const known = [
      ['shelter', 10],
      ['counsel', 40],
      ['crisi', 7],
    ] as const;
    expect(nearestWord('shleter', known)).toBe('shelter');
    expect(nearestWord('counsil', known)).toBe('counsel');
    expect(nearestWord('crysis', known)).toBe('crisi');
    expect(nearestWord('bed', known)).toBeNull();
    expect(nearestWord('zzzzzzz', known)).toBeNull();
  });
});

test('a file is known by its name, and by its columns when its name says nothing', () => {
  const columns = 'id location_id organization_id service_id name title email department'.split(
    ' ',
  );
  expect(tablesOfFiles([{ file: 'people.csv', columns }])).toEqual([
    { dialect: 'ohana', table: 'contacts' },
  ]);
  const hsds = [
    'id',
    'organization_id',
    'name',
    'status',
    'eligibility_description',
    'assured_date',
  ];
  expect(tablesOfFiles([{ file: 'services.csv', columns: hsds }])).toEqual([
    { dialect: 'hsds', table: 'service' },
  ]);
  expect(tablesOfFiles([{ file: 'prices.csv', columns: ['product', 'price'] }])).toEqual([null]);
});

describe('from one directory to the next', () => {
  const by = 'op' as OperatorId;
  const stamp = { at: '2026-03-03T00:00:00.000Z', by };
  const directory = (hash: string) => ({
    hash,
    source: 'a.json',
    format: 'hsds-json' as const,
    how: 'imported' as const,
    counts: { organizations: 1, services: 1, locations: 1 },
    changes: { added: 1, changed: 0, gone: 0 },
  });
  const adopted = (before: Directories, hash: string): Directories => {
    const events = adoptDirectory(before, directory(hash));
    if ('refused' in events) throw new Error(events.because);
    return events.reduce((state, event) => evolveDirectories(state, event, stamp), before);
  };

  test('one step back, and not another', () => {
    const two = adopted(adopted(NO_DIRECTORIES, 'a'), 'b');
    expect(two).toMatchObject({ inForce: { hash: 'b' }, stepBack: { to: { hash: 'a' } } });
    const [event] = withdrawDirectory(two, 'b', 'Wrong.') as Extract<
      ReturnType<typeof withdrawDirectory>,
      unknown[]
    >;
    const back = evolveDirectories(two, event!, stamp);
    expect(back).toMatchObject({ inForce: { hash: 'a' }, stepBack: null });
    expect(withdrawDirectory(back, 'a', 'Again.')).toMatchObject({ refused: 'one-step-only' });
    expect(withdrawDirectory(back, 'b', 'Gone.')).toMatchObject({ refused: 'not-in-force' });
  });

  test('the same twice is refused', () => {
    expect(adoptDirectory(adopted(NO_DIRECTORIES, 'a'), directory('a'))).toMatchObject({
      refused: 'same-directory',
    });
  });

  test('nothing is closed until yesterday', () => {
    const closing = { until: '2026-03-02', reason: 'Flood' };
    expect(closeForNow('s' as ServiceId, closing, '2026-03-03')).toMatchObject({
      refused: 'in-the-past',
    });
    const closed = { at: '', until: '2026-03-03', reason: 'Flood' };
    expect(isClosedForNow({ ...NO_NOTES, closed }, '2026-03-03')).toBe(true);
    expect(isClosedForNow({ ...NO_NOTES, closed }, '2026-03-04')).toBe(false);
  });
});

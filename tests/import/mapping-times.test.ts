import { describe, expect, test } from 'vitest';
import { csv, LEAST, mappedFolder } from './mapped-exports.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';

const TIMED: Mapping = {
  ...LEAST,
  dispatched: { column: 'Sent' },
  arrived: { column: 'There' },
  cleared: { column: 'Free' },
};

async function coursesOf(mapping: object, ...rows: readonly string[]) {
  const folder = mappedFolder();
  const { report } = await folder.map(csv('No,Call,Sent,There,Free', ...rows), mapping);
  return { report, courses: folder.calls().map(({ course }) => course) };
}

const DAY = '2031-05-06';

describe('the times of a call', () => {
  test('are kept as seconds since it was received', async () => {
    const { report, courses } = await coursesOf(
      TIMED,
      `1,${DAY} 10:00,${DAY} 10:02,${DAY} 10:14,${DAY} 11:00`,
    );
    expect(courses).toEqual([{ elapsed: { dispatched: 120, arrived: 840, cleared: 3600 } }]);
    expect(report).toMatchObject({
      rows: 1,
      imported: 1,
      times: {
        dispatched: { known: 1, sentinel: 0, outOfOrder: 0, absurd: 0, unreadable: 0 },
        answered: { known: 0, sentinel: 0 },
        enRoute: { known: 0 },
      },
    });
  });

  test('one before an earlier one is counted, pair by pair, and left out of intervals', async () => {
    const { report, courses } = await coursesOf(
      TIMED,
      `1,${DAY} 10:00,${DAY} 10:20,${DAY} 10:14,${DAY} 10:10`,
    );
    expect(courses[0]).toEqual({
      elapsed: { dispatched: 1200, arrived: 840, cleared: 600 },
      outOfOrder: ['arrived', 'cleared'],
    });
    expect(report.times.arrived).toMatchObject({ known: 0, outOfOrder: 1 });
    expect(report.outOfOrder).toEqual([
      { from: 'arrived', to: 'cleared', count: 1 },
      { from: 'dispatched', to: 'arrived', count: 1 },
      { from: 'dispatched', to: 'cleared', count: 1 },
    ]);
  });

  test('unknown, unreadable and absurd ones are counted and not kept', async () => {
    const { report, courses } = await coursesOf(
      { ...TIMED, arrived: { column: 'There', unknown: ['1900-01-01*', '-'] } },
      `1,${DAY} 10:00,soon,1900-01-01 00:00,2031-05-09 10:00`,
      `2,${DAY} 10:00,,-,null`,
    );
    expect(courses).toEqual([undefined, undefined]);
    expect(report.times).toMatchObject({
      dispatched: { unreadable: 1, sentinel: 1 },
      arrived: { sentinel: 2 },
      cleared: { absurd: 1, sentinel: 1 },
    });
    expect(report).toMatchObject({ imported: 2, rejected: [] });
  });

  test('what is absurd is for the center to say', async () => {
    const { courses } = await coursesOf(
      { ...TIMED, times: { ...TIMED.times, longestHours: 100 } },
      `1,${DAY} 10:00,,,2031-05-09 10:00`,
    );
    expect(courses[0]?.elapsed).toEqual({ cleared: 259_200 });
  });

  test('a time that cannot be read may also cost its row', async () => {
    const { report } = await coursesOf(
      { ...TIMED, times: { ...TIMED.times, unusable: 'reject-row' } },
      `1,${DAY} 10:00,soon,,`,
    );
    expect(report.rejected).toEqual([{ line: 2, why: 'Sent is not a time like 2025-08-24 00:07' }]);
  });

  test('an empty cell may mean that it never happened', async () => {
    const { courses } = await coursesOf(
      {
        ...TIMED,
        arrived: { column: 'There', empty: 'did-not-happen' },
        response: { always: 'behavioral-health' },
      },
      `1,${DAY} 10:00,${DAY} 10:01,,`,
      `2,${DAY} 10:00,${DAY} 10:01,NULL,`,
    );
    expect(courses.map((course) => course?.steps)).toEqual([
      { assigned: true, arrived: false },
      { assigned: true },
    ]);
  });
});

describe('midnight', () => {
  const clock: Mapping = {
    ...TIMED,
    times: { formats: ['YYYY-MM-DD HH:mm', 'HH:mm'] },
  };
  const arrivedOf = async (mapping: object, ...rows: readonly string[]) =>
    (await coursesOf(mapping, ...rows)).courses.map((course) => course?.elapsed?.arrived ?? null);

  test('is a time like any other unless the mapping says so', async () => {
    expect(await arrivedOf(clock, `1,${DAY} 23:50,23:55,00:00,00:20`)).toEqual([600]);
  });

  test('is never a time where 00:00 is unknown, however it is written', async () => {
    const unknown = { ...clock, times: { ...clock.times, midnight: 'unknown' } };
    const rows = [
      `1,${DAY} 23:50,23:55,00:00,00:20`,
      `2,${DAY} 23:50,23:55,2031-05-07 00:00,00:20`,
    ];
    expect(await arrivedOf(unknown, ...rows)).toEqual([null, null]);
    const listed = { ...clock, arrived: { column: 'There', unknown: ['00:00'] } };
    expect(await arrivedOf(listed, ...rows)).toEqual([null, 600]);
  });

  test('is a time near the moment before it, and unknown elsewhere', async () => {
    const near = { ...clock, times: { ...clock.times, midnight: 'unknown-unless-near' } };
    const rows = [
      // Around midnight; in the afternoon; around midnight, but free before it; nothing later is told.
      `1,${DAY} 23:50,23:55,00:00,00:20`,
      `2,${DAY} 14:00,14:05,00:00,14:50`,
      `3,${DAY} 23:20,23:25,00:00,23:50`,
      `4,${DAY} 21:30,,00:00,`,
      `5,${DAY} 20:30,,00:00,`,
    ];
    expect(await arrivedOf(near, ...rows)).toEqual([600, null, null, 9000, null]);
  });
});

describe('times without their day', () => {
  const clock = { ...TIMED, times: { formats: ['YYYY-MM-DD HH:mm', 'H:mm'] } };

  test('belong to the day of the call, and roll over midnight', async () => {
    const { courses } = await coursesOf(clock, `1,${DAY} 23:50,23:58,0:10,4:30`);
    expect(courses[0]?.elapsed).toEqual({ dispatched: 480, arrived: 1200, cleared: 16_800 });
  });

  test('are not carried into the next day by a slip of minutes', async () => {
    const { report, courses } = await coursesOf(
      clock,
      `1,${DAY} 14:00,13:50,14:10,14:40`,
      `2,2031-05-07 00:05,23:58,0:20,1:00`,
    );
    expect(courses.map((course) => course?.elapsed?.dispatched)).toEqual([-600, -420]);
    expect(report.times.dispatched.outOfOrder).toBe(2);
  });
});

test('times are compared as finely as the coarser of them is written', async () => {
  const mapping = {
    ...TIMED,
    times: { formats: ['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm'] },
  };
  const { report, courses } = await coursesOf(
    mapping,
    `1,${DAY} 10:00:30,${DAY} 10:00,${DAY} 10:00:31,`,
    `2,${DAY} 10:00:30,${DAY} 10:00:29,,`,
  );
  expect(courses.map((course) => course?.elapsed)).toEqual([
    { dispatched: 0, arrived: 1 },
    { dispatched: -1 },
  ]);
  expect(report.times.dispatched).toMatchObject({ known: 1, outOfOrder: 1 });
});

describe('the wall clock of the center', () => {
  const zoned = (zone: string) => ({ ...TIMED, times: { ...TIMED.times, zone } });

  test('is put back: the hour that comes twice is the second one where only that is in order', async () => {
    const row = '1,2031-11-02 01:50,2031-11-02 01:55,2031-11-02 01:05,2031-11-02 02:10';
    const chicago = await coursesOf(zoned('America/Chicago'), row);
    expect(chicago.courses[0]).toEqual({
      elapsed: { dispatched: 300, arrived: 900, cleared: 4800 },
    });
    // Without a zone United States clocks are taken for granted, and the hour is not counted.
    const unknown = await coursesOf(TIMED, row);
    expect(unknown.courses[0]).not.toHaveProperty('outOfOrder');
    const phoenix = await coursesOf(zoned('America/Phoenix'), row);
    expect(phoenix.courses[0]?.outOfOrder).toEqual(['arrived']);
  });

  test('is put forward: the hour it leaves out is no part of an interval', async () => {
    const row = '1,2031-03-09 01:55,2031-03-09 03:05,2031-03-09 03:15,';
    const { courses } = await coursesOf(zoned('America/Chicago'), row);
    expect(courses[0]?.elapsed).toEqual({ dispatched: 600, arrived: 1200 });
    const skipped = '1,2031-03-09 01:55,2031-03-09 02:05,,';
    const inside = await coursesOf(zoned('America/Chicago'), skipped);
    expect(inside.courses[0]?.elapsed).toEqual({ dispatched: 600 });
  });

  test('is what UTC, an offset and a count of seconds are turned into', async () => {
    const folder = mappedFolder();
    const mapping = {
      ...TIMED,
      times: {
        formats: ['iso', 'epoch-milliseconds', 'epoch-seconds'],
        zone: 'America/Chicago',
        written: 'utc',
      },
    };
    // 18:30 in Chicago, in four ways of writing.
    const rows = [
      '1,2031-05-06T23:30:00,1935876720,,',
      '2,2031-05-06T18:30:00-05:00,2031-05-06T23:32:00Z,,',
      '3,1935876600000,2031-05-07T01:32:00+0200,,',
    ];
    await folder.map(csv('No,Call,Sent,There,Free', ...rows), mapping);
    expect(
      folder.calls().map(({ receivedLocal, course }) => [receivedLocal, course?.elapsed]),
    ).toEqual(Array.from({ length: 3 }, () => ['2031-05-06T18:30:00', { dispatched: 120 }]));
  });

  test('has to be known for that', async () => {
    const folder = mappedFolder();
    const mapping = JSON.stringify({ ...TIMED, times: { formats: ['epoch-seconds'] } });
    const ran = await folder.tryMap(csv('No,Call,Sent,There,Free', '1,1935876600,,,'), mapping);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('$.times.zone: Times are in UTC or carry an offset');
  });
});

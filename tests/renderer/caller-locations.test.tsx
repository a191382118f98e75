import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LocationLine } from '#shared/board/location-lines.ts';
import { fixOf } from '#shared/location/ali-record.ts';
import { sayUnplaced } from '#shared/location/unplaced.ts';
import { CallerLocation } from '#renderer/location/caller-location.tsx';
import { LocationsSheet } from '#renderer/location/locations-sheet.tsx';
import { FixNote } from '#renderer/map/map-fixes.tsx';
import { aliRecord } from '../support/ali-records.ts';
import { ago, atTheConsole, I12, inFocus, view } from './sheets-fixtures.ts';

const bench = atTheConsole();
const settle = () => act(async () => undefined);

function line(index: number, changes: Parameters<typeof aliRecord>[0] = {}): LocationLine {
  return {
    fix: fixOf(aliRecord(changes), ago(60 - index)),
    index,
    areas: { names: ['Uptown', 'Edgewater'], outside: false },
    metersFromBefore: index === 0 ? null : 480,
  };
}

const MIDDLE = { lat: 41.965, lon: -87.658 };
const WIDE = line(0, { shape: { kind: 'circle', middle: MIDDLE, radius: 4148 } });
const NEAR = line(1);
const TOWER = line(0, { classOfService: 'WPH1', shape: { kind: 'civic-only' } });
const none = { ...aliRecord().details, found: 'none' } as const;
const NO_RECORD = line(0, { details: none, shape: { kind: 'civic-only' }, civic: null });

async function sheet(...lines: readonly LocationLine[]) {
  bench.main.answer('call.locations', { ok: true, value: { lines } });
  inFocus(view({ locatedAt: lines[0]?.fix.at ?? null, area: 'Lakeview' }));
  render(<LocationsSheet />);
  await settle();
}

test('the latest stands beside the place: how sure, which areas, how far it moved', async () => {
  bench.main.answer('call.locations', { ok: true, value: { lines: [NEAR, WIDE] } });
  render(<CallerLocation of={{ incidentId: I12 }} since={NEAR.fix.at} />);
  await settle();
  const card = screen.getByRole('region', { name: 'Where the caller was said to be' });
  for (const said of [
    '41.96500, -87.65800',
    'within 120 m (90 %)',
    'May be Uptown or Edgewater',
    'Tower at 4600 N BROADWAY',
    '0.3 mi from the one before',
    'WPH2, wireless Phase II',
  ])
    expect(card.textContent).toContain(said);
  expect(within(card).getByRole('button').textContent).toContain('2 locations of the caller');
});

test('one is chosen with j and taken with t; another area is asked about, never guessed', async () => {
  await sheet(NEAR, WIDE);
  expect(screen.getAllByRole('button', { expanded: false })).toHaveLength(1);
  fireEvent.keyDown(screen.getByRole('button', { expanded: true }), { key: 'j' });
  const open = screen.getByRole('button', { expanded: true });
  expect(open.textContent).toContain('within 4.1 km');
  expect(screen.getByText(/may be anywhere within 4.1 km. Ask for the place/)).toBeTruthy();

  const because = 'The point lies in Uptown, and incident 12 was set in Lakeview.';
  const refused = { ok: false, refused: 'other-area', because } as const;
  bench.main.answer('incident.take-location', refused, { ok: true, value: { seq: 9 } });
  fireEvent.keyDown(open, { key: 't' });
  await settle();
  expect(screen.getByText(/was set in Lakeview/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Keep Lakeview/ })).toBeTruthy();
  fireEvent.keyDown(open, { key: '2' });
  await settle();
  const asked = bench.main.inputsOf('incident.take-location');
  const wide = { incidentId: I12, index: 0, at: WIDE.fix.at };
  expect(asked).toEqual([
    { ...wide, otherArea: 'ask' },
    { ...wide, otherArea: 'take' },
  ]);
});

test('no record, and a tower alone, say what to do', async () => {
  await sheet(NO_RECORD);
  expect(screen.getByText(/has no record of this number. Ask for the place/)).toBeTruthy();
  expect(sayUnplaced([NO_RECORD.fix])).toBe('Location unknown: no record found');
  expect(sayUnplaced([TOWER.fix])).toBe('Location unknown: tower only');
  expect(sayUnplaced([NEAR.fix])).toBe('Within 120 m, no address');
});

test('without any location the sheet teaches what will stand here', async () => {
  await sheet();
  expect(screen.getByText(/No location came for this caller/)).toBeTruthy();
});

test('the picture is said in words beside it', () => {
  render(<FixNote lines={[NEAR, WIDE]} chosen={null} />);
  expect(screen.getByRole('region').textContent).toContain(
    '41.96500, -87.65800, within 120 m (90 %), may be Uptown or Edgewater',
  );
  expect(screen.getByRole('region').textContent).toContain('1 earlier, drawn thinner');
});

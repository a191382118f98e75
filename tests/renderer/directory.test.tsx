import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { giveSizes } from './fake-feed.ts';
import { atTheConsole, DANA, I12, SAM } from './sheets-fixtures.ts';
import type { DirectoryOverview, ServiceView } from '#shared/board/directory-view.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { DirectoryHits } from '#shared/directory/directory-search.ts';
import { NO_HOURS } from '#shared/directory/hours.ts';
import { NO_NOTES, type DirectoryService, type ServiceLine } from '#shared/directory/service.ts';
import type { ServiceId } from '#shared/lib/brand.ts';
import { DirectoryHome } from '#renderer/directory/directory-home.tsx';
import { Examination } from '#renderer/directory/examination.tsx';
import { MakeReferral } from '#renderer/referral/make-referral.tsx';
import { ServicePicker } from '#renderer/directory/service-picker.tsx';

const bench = atTheConsole(DANA);
giveSizes();

const OVERVIEW: DirectoryOverview = {
  inForce: {
    hash: 'a'.repeat(64),
    source: 'county.json',
    format: 'hsds-json',
    how: 'imported',
    counts: { organizations: 2, services: 2, locations: 2 },
    changes: { added: 2, changed: 0, gone: 0 },
    adoptedBy: SAM.operatorId,
    adoptedAt: '2026-03-03T12:00:00.000Z',
    adoptedByName: 'Ada',
  },
  stepBack: { to: null },
  languages: [{ value: 'es', name: 'Spanish' }],
  measured: true,
};

function line(more: Partial<ServiceLine> = {}): ServiceLine {
  return {
    serviceId: 's1' as ServiceId,
    name: 'Harbor Crisis Line',
    organization: 'Harbor House',
    kinds: ['crisis'],
    substanceUse: 'unsure',
    phones: [{ number: '312-555-0140', extension: null, kind: 'voice', about: 'Intake' }],
    address: '1 Example Street',
    open: { is: 'open', until: null },
    meters: 1609.344,
    capacity: { state: 'open', places: 2, note: '', at: '2026-03-03T00:00:00.000Z', stale: true },
    languages: ['Spanish'],
    free: true,
    ages: { from: 18, to: null },
    verified: { on: '2025-01-01', old: true, by: 'directory' },
    notNow: null,
    ...more,
  };
}

const SERVICE: DirectoryService = {
  serviceId: 's1' as ServiceId,
  name: 'Harbor Crisis Line',
  otherName: '',
  organization: { organizationId: 'o', name: 'Harbor House', website: '', phones: [] },
  program: '',
  description: 'Somebody to talk to.',
  status: 'active',
  alert: 'Moved next door.',
  kinds: ['crisis'],
  substanceUse: 'unsure',
  terms: [],
  phones: [],
  contacts: [],
  email: '',
  url: '',
  hours: NO_HOURS,
  places: [],
  ages: { from: 18, to: null },
  eligibility: 'Residents',
  documents: ['Identification'],
  application: 'Walk in',
  waitTime: '',
  cost: { free: true, words: '', options: [] },
  languages: [],
  interpretation: '',
  areas: [],
  assured: null,
};

function hits(lines: readonly ServiceLine[], more: Partial<DirectoryHits> = {}): DirectoryHits {
  return { total: lines.length, offset: 0, lines, instead: null, ...more };
}

const TWO = [
  line(),
  line({
    serviceId: 's2' as ServiceId,
    name: 'Corner Pantry',
    notNow: 'Closed until 2026-03-09: Flood',
  }),
];

function lastSearch(): Input<'directory.search'> {
  return bench.main.inputsOf('directory.search').at(-1) as Input<'directory.search'>;
}

async function settle() {
  await act(async () => {});
}

function answers(overview = OVERVIEW, found = hits(TWO)) {
  const view: ServiceView = {
    line: line(),
    service: SERVICE,
    notes: NO_NOTES,
    hours: [],
    placeHours: [],
  };
  const many = <T,>(value: T) => Array.from({ length: 12 }, () => ({ ok: true, value }) as const);
  bench.main.answer('directory.overview', ...many(overview));
  bench.main.answer('directory.search', ...many(found));
  bench.main.answer('directory.service', ...many(view));
}

test('a line says what decides: hours, distance, room and its age, cost, and when somebody checked', async () => {
  answers();
  render(<DirectoryHome />);
  await settle();
  const [first, second] = screen.getAllByRole('option', { name: /Harbor|Corner/ });
  expect(first?.textContent).toContain('Open day and night');
  expect(first?.textContent).toContain('1.0 mi');
  expect(first?.textContent).toMatch(/Has room: 2 places, .*ask again/);
  expect(first?.textContent).toContain('18 and over · Free · Spanish');
  expect(first?.textContent).toContain('Checked 2025-01-01, long ago');
  expect(second?.textContent).toContain('Closed until 2026-03-09: Flood');
});

test('the field has the focus, arrows choose from it, and the service is read beside the list', async () => {
  answers();
  render(<DirectoryHome />);
  await settle();
  const field = screen.getByRole('searchbox', { name: 'Find a service' });
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  await settle();
  expect(screen.getByRole('option', { selected: true, name: /Harbor/ })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Harbor Crisis Line' })).toBeTruthy();
  expect(screen.getByText(/protected as if it were/)).toBeTruthy();
  expect(screen.getByText('Moved next door.', { exact: false })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Note room/ })).toBeNull();
});

test('filters ask main, and are cleared with one button', async () => {
  answers();
  render(<DirectoryHome />);
  await settle();
  fireEvent.click(screen.getByRole('button', { name: /Open now/ }));
  fireEvent.change(screen.getByLabelText('Takes age'), { target: { value: '16' } });
  fireEvent.change(screen.getByLabelText('Within'), { target: { value: '2' } });
  await settle();
  const last = lastSearch();
  expect(last).toMatchObject({ filter: { openNow: true, age: 16 } });
  expect(last.filter.withinKm).toBeCloseTo(3.22, 2);
  fireEvent.click(screen.getByRole('button', { name: /Clear 3 filters/ }));
  await settle();
  expect(lastSearch()).toMatchObject({
    filter: { openNow: false, age: null },
  });
});

test('words that were mistyped say what is shown instead', async () => {
  answers(OVERVIEW, hits(TWO, { instead: 'crisi line' }));
  render(<DirectoryHome />);
  await settle();
  expect(screen.getByRole('status').textContent).toContain('shown for crisi line');
});

test('without a directory it teaches, and says who imports one', async () => {
  answers({ ...OVERVIEW, inForce: null, stepBack: null }, hits([]));
  render(<DirectoryHome />);
  await settle();
  expect(screen.getByText('No directory of services yet.')).toBeTruthy();
  expect(screen.getByText(/A supervisor or an administrator imports it/)).toBeTruthy();
});

test('the picker gives the line somebody chose, with whether it is Part 2', async () => {
  answers();
  const onPick = vi.fn();
  render(<ServicePicker incidentId={null} onPick={onPick} />);
  await settle();
  const field = screen.getByRole('searchbox', { name: 'Find a service' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onPick).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onPick).toHaveBeenCalledWith(
    expect.objectContaining({ serviceId: 's1', substanceUse: 'unsure' }),
  );
});

test('a referral takes organization, number and partition from the service somebody picked', async () => {
  answers();
  bench.main.answer('referral.make', { ok: true, value: { seq: 9 } });
  render(<MakeReferral incidentId={I12} onMade={() => {}} />);
  fireEvent.click(screen.getByRole('button', { name: 'From the directory' }));
  const field = await screen.findByRole('searchbox', { name: 'Find a service' });
  await settle();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await settle();
  expect(screen.getByLabelText<HTMLInputElement>('Referred to').value).toBe('Harbor House');
  fireEvent.click(screen.getByRole('radio', { name: /may be told/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Make the referral' }));
  await settle();
  expect(bench.main.inputsOf('referral.make')).toMatchObject([
    { organization: 'Harbor House', phone: '312-555-0140', service: 's1', kind: 'part-2' },
  ]);
});

test('what a file would change is read before it does, faults with their row', () => {
  const seen = {
    hash: null,
    format: 'hsds-csv',
    whole: true,
    counts: { organizations: 1, services: 2, locations: 0 },
    faults: [{ file: 'services.csv', row: 7, why: 'The service “x” has no name.' }],
    faultCount: 1,
    warnings: [],
    warningCount: 0,
    changes: { added: 0, changed: 0, gone: 0 },
    added: [],
    changed: [],
    gone: [],
  } as const;
  const { rerender } = render(<Examination seen={seen} />);
  expect(screen.getByRole('alert').textContent).toContain(
    'services.csv, row 7: The service “x” has no name.',
  );
  const gone = [{ serviceId: 's9' as ServiceId, name: 'Old Place', organization: 'Old', what: [] }];
  rerender(
    <Examination
      seen={{
        ...seen,
        hash: 'b'.repeat(64),
        faults: [],
        faultCount: 0,
        gone,
        changes: { added: 0, changed: 0, gone: 2 },
      }}
    />,
  );
  expect(screen.getByText(/Old Place/)).toBeTruthy();
  expect(screen.getByText('and 1 more')).toBeTruthy();
});

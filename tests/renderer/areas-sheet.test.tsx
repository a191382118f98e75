import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { atTheConsole, SAM, type FakeMain } from './sheets-fixtures.ts';
import { settled } from './fake-feed.ts';
import { AreasSheet } from '#renderer/map/areas-sheet.tsx';
import type { AreaExamination, KeptAreaMaps } from '#shared/place/area-examination.ts';

const bench = atTheConsole(SAM);
let main: FakeMain;
beforeEach(() => {
  main = bench.main;
});

const KEPT: KeptAreaMaps = { waiting: null, inForce: null, stepBack: null };
const HASH = 'a'.repeat(64);
const PROPOSED = {
  hash: HASH,
  source: 'areas.geojson',
  schematic: false,
  shapes: 77,
  matched: 13,
  note: 'From the city.',
  proposedBy: SAM.operatorId,
  proposedAt: '2026-03-03T18:00:00.000Z',
  proposedByName: 'Sam',
};
const SEEN: AreaExamination = {
  faults: [],
  warnings: ['Between the areas about 46 acres near 41.9, -87.6 is in none.'],
  properties: [{ property: 'name', example: 'Uptown' }],
  property: 'name',
  names: ['Uptown', 'Lake View', 'Loop', 'Chattam Village'],
  matches: [
    { areaId: 'uptown', areaName: 'Uptown', zone: 'North', shape: 'Uptown', how: 'same' },
    { areaId: 'lakeview', areaName: 'Lakeview', zone: 'North', shape: 'Lake View', how: 'near' },
    { areaId: 'chatham', areaName: 'Chatham', zone: 'South', shape: null, how: 'none' },
  ],
  unmatched: ['Loop', 'Chattam Village'],
  points: 20,
};

async function open(kept: Partial<KeptAreaMaps> = {}) {
  const answer = { ok: true, value: { ...KEPT, ...kept } } as const;
  main.answer('areas.kept', answer, answer, answer, answer);
  render(<AreasSheet />);
  await settled();
}

async function choose(text: string, seen: AreaExamination | null = SEEN) {
  if (seen !== null) main.answer('areas.examine', { ok: true, value: seen });
  const file = new File([text], 'areas.geojson', { type: 'application/json' });
  await act(
    async () =>
      void fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } }),
  );
  await settled();
}

const click = async (name: RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  await settled();
};

describe('importing', () => {
  test('shows how the shapes match, and proposes only what is equal or confirmed', async () => {
    await open();
    await choose('{}');
    expect(screen.getByText(/of 3 areas of the policy have a shape/).textContent).toMatch(
      /^1 of 3/,
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows[1]?.textContent).toBe('UptownNorthUptown');
    const near = screen.getByRole('checkbox', { name: /Lake View/ });
    expect((near as HTMLInputElement).checked).toBe(false);
    main.answer('areas.propose', { ok: true, value: { seq: 3 } });
    await click(/Propose/);
    expect(main.inputsOf('areas.propose').at(-1)).toMatchObject({ mapping: { uptown: 'Uptown' } });
    await choose('{}');
    await act(
      async () => void fireEvent.click(screen.getByRole('checkbox', { name: /Lake View/ })),
    );
    await click(/Propose/);
    expect(main.inputsOf('areas.propose').at(-1)).toEqual({
      text: '{}',
      source: 'areas.geojson',
      property: 'name',
      mapping: { uptown: 'Uptown', lakeview: 'Lake View' },
      note: '',
    });
  });

  test('a broken file is refused with every feature named, and nothing can be proposed', async () => {
    await open();
    await choose('x', {
      ...SEEN,
      faults: [
        'Feature 3 (“Uptown”) is not closed: the last point of its outer ring is not its first.',
      ],
    });
    expect(screen.getByRole('alert').textContent).toMatch(
      /“areas\.geojson” is no map yet\. Nothing was changed/,
    );
    expect(screen.getByText(/^Feature 3 \(“Uptown”\)/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Propose/ })).toBeNull();
  });

  test('a file of 50 MB is refused before it is read', async () => {
    await open();
    const file = new File(['{}'], 'city.geojson');
    Object.defineProperty(file, 'size', { value: 50 * 1024 * 1024 });
    await act(
      async () =>
        void fireEvent.change(screen.getByLabelText('Choose a file'), {
          target: { files: [file] },
        }),
    );
    expect(screen.getByRole('alert').textContent).toMatch(/“city\.geojson” is larger than 16 MiB/);
    expect(main.inputsOf('areas.examine')).toEqual([]);
  });
});

describe('the second person', () => {
  test('whoever imported it has to be joined by somebody else', async () => {
    await open({ waiting: PROPOSED });
    await click(/Approve/);
    expect(screen.getByText('Choose who approves it as the second person.')).toBeTruthy();
    expect(main.inputsOf('areas.approve')).toEqual([]);
  });

  test('anybody else who may approves with one key, or declines with a reason', async () => {
    await open({
      waiting: { ...PROPOSED, proposedBy: 'ada' as typeof SAM.operatorId, proposedByName: 'Ada' },
    });
    await click(/Decline/);
    await click(/Decline/);
    expect(screen.getByText('Say in a line why.')).toBeTruthy();
    main.answer('areas.approve', { ok: true, value: { seq: 4 } });
    await click(/Approve/);
    expect(main.inputsOf('areas.approve')).toEqual([{ hash: HASH, secondPerson: null }]);
  });

  test('what is in force says who did it, and one step back names where it leads', async () => {
    const inForce = {
      ...PROPOSED,
      approvedBy: SAM.operatorId,
      approvedByName: 'Ada',
      adoptedAt: PROPOSED.proposedAt,
    };
    await open({ inForce, stepBack: { to: 'before.geojson' } });
    expect(screen.getByText(/13 areas of the policy, 77 shapes/).textContent).toMatch(
      /From Sam, approved by Ada/,
    );
    await click(/Step back to “before\.geojson”/);
    main.answer('areas.withdraw', { ok: true, value: { seq: 5 } });
    await act(
      async () =>
        void fireEvent.change(screen.getByLabelText(/why, in a line/), {
          target: { value: 'Old.' },
        }),
    );
    await click(/Step back/);
    expect(main.inputsOf('areas.withdraw')).toEqual([{ hash: HASH, reason: 'Old.' }]);
  });
});

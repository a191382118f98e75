import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { settled } from './fake-feed.ts';
import { atTheConsole, SAM, sitDown } from './sheets-fixtures.ts';
import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import { playStaffing } from '#renderer/outcomes/play-staffing.ts';
import type { PlayStaffing, StaffingAsked, StaffingSaid } from '#renderer/outcomes/staffing-run.ts';
import { StaffingView } from '#renderer/outcomes/staffing-view.tsx';

const console = atTheConsole(SAM);

const PERIOD = { from: '2026-03-02', to: '2026-03-29' };
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Four weeks with three calls at every noon, an hour each; one call in a quiet hour for the phone. */
function basis(more: Partial<StaffingBasis> = {}): StaffingBasis {
  const at = Array.from({ length: 84 }, (_, n) => Math.floor(n / 3) * 86_400 + 43_200 + (n % 3));
  return {
    weeks: { ...PERIOD, count: 4 },
    areas: [{ id: 'uptown', name: 'Uptown' }],
    calls: { at, area: at.map(() => 0), busy: at.map(() => 3600) },
    taken: 0,
    teams: [
      {
        id: 'care',
        label: 'Paramedic and clinician',
        units: 1,
        hours: [{ days: EVERY_DAY, from: 480, to: 960 }],
        areas: null,
      },
    ],
    phone: {
      calls: Array.from({ length: 168 }, (_, hour) => (hour === 38 ? 40 : 0)),
      handleSeconds: null,
      known: 3,
      clinicians: 2,
    },
    ...more,
  };
}

/** Plays at once, as the thread of its own would. */
const atOnce: PlayStaffing = (asked, hear) => {
  for (const said of playStaffing(asked, () => 0)) hear(said);
  return () => {};
};

async function open(given: StaffingBasis, playWith: PlayStaffing = atOnce) {
  act(() => sitDown(SAM));
  console.main.answer('outcomes.staffing', { ok: true, value: given });
  render(<StaffingView period={PERIOD} playWith={playWith} />);
  await settled();
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, text: string) =>
  act(() => void fireEvent.change(field(name), { target: { value: text } }));
const play = () => act(() => void fireEvent.submit(screen.getByRole('form')));
const row = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent?.trim());

describe('trying a plan', () => {
  test('two units instead of one: what changes, in words, in a table and by the hour', async () => {
    await open(basis());
    expect(screen.getByText(/84 calls a team could have gone to, from 4 whole weeks/)).toBeTruthy();
    type('Units', '2');
    play();
    expect(screen.getByText('100 %', { selector: 'strong' })).toBeTruthy();
    expect(screen.getByText(/67 % with the teams of today/)).toBeTruthy();
    expect(screen.getByText(/364 more calls a year \(364 to 364\)/)).toBeTruthy();
    expect(row('Calls that get a team')).toEqual(['67 % (67 % to 67 %)', '100 % (100 % to 100 %)']);
  });

  test('the number that stands in the way is named, and nothing is played', async () => {
    const asked: StaffingAsked[] = [];
    await open(basis(), (each) => {
      asked.push(each);
      return () => {};
    });
    type('Units', '2.5');
    expect(screen.getByText('A whole number from 0 to 40.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Play a year/ }).disabled).toBe(
      true,
    );
    play();
    expect(asked).toEqual([]);
    type('Units', '3');
    play();
    expect(asked[0]?.changed.teams[0]?.units).toBe(3);
    expect(asked[0]?.present.teams[0]?.units).toBe(1);
    expect(asked[0]?.history.calls[0]).toEqual({ at: 43_200, areaId: 'uptown', busySeconds: 3600 });
  });

  test('how far it is; it can be stopped, and then nothing comes any more', async () => {
    let tell: (said: StaffingSaid) => void = () => {};
    let ended = 0;
    await open(basis(), (_, hear) => {
      tell = hear;
      return () => (ended += 1);
    });
    play();
    act(() => tell({ kind: 'share', share: 0.429 }));
    expect(screen.getByLabelText<HTMLProgressElement>(/Playing… 42 %/).value).toBeCloseTo(0.429);
    act(() => screen.getByRole('button', { name: 'Stop' }).click());
    expect(ended).toBe(1);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('a plan changed after playing says that the figures are of another one', async () => {
    await open(basis());
    play();
    expect(screen.queryByText(/has been changed since/)).toBeNull();
    type('Units', '4');
    expect(screen.getByText(/has been changed since/)).toBeTruthy();
    act(() => screen.getByRole('button', { name: 'As staffed today' }).click());
    expect(field('Units').value).toBe('1');
  });

  test('other hours, as they are typed', async () => {
    const asked: StaffingAsked[] = [];
    await open(basis(), (each) => {
      asked.push(each);
      return () => {};
    });
    const [from] = screen.getAllByLabelText<HTMLInputElement>('From');
    act(() => void fireEvent.change(from!, { target: { value: '18:00' } }));
    act(() => void fireEvent.blur(from!));
    play();
    expect(asked[0]?.changed.teams[0]?.hours).toEqual([{ days: EVERY_DAY, from: 1080, to: 960 }]);
    expect(asked[0]?.varied?.id).toBe('care');
  });
});

describe('what is not known is said', () => {
  test('no whole week: why, and what to do', async () => {
    await open(basis({ weeks: null }));
    expect(screen.getByText(/hold no whole week with calls/)).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });

  test('too few times of its own: the assumption stands to be changed, with its source', async () => {
    const calls = { at: [43_200], area: [null], busy: [null] };
    const asked: StaffingAsked[] = [];
    await open(basis({ calls, taken: 1 }), (each) => {
      asked.push(each);
      return () => {};
    });
    expect(screen.getByText(/the record does not say whether they were eligible/)).toBeTruthy();
    expect(screen.getByText(/Assumed: the record has 0 of the 30 times/)).toBeTruthy();
    type('Minutes a call takes a unit', '45');
    play();
    expect(asked[0]?.busy).toEqual({ samples: [], assumedMinutes: 45 });
  });

  test('no call a team could have gone to', async () => {
    await open(basis({ calls: { at: [], area: [], busy: [] } }));
    play();
    expect(screen.getByText('No call came that a team could have gone to.')).toBeTruthy();
  });

  test('a refusal of main is read out', async () => {
    act(() => sitDown(SAM));
    console.main.refuse('outcomes.staffing', 'The center is not set up.');
    render(<StaffingView period={PERIOD} playWith={atOnce} />);
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('The center is not set up.');
  });
});

describe('the phone desk', () => {
  test('hour by hour: how many are short, and how the answer changes with one more', async () => {
    await open(basis());
    // Ten calls of twenty minutes in one hour of the week: more than two can work off.
    expect(screen.getByText('0 %', { selector: 'strong' })).toBeTruthy();
    expect(screen.getByText(/1 of 168 hours are short; the busiest needs 7/)).toBeTruthy();
    type('Clinicians at the phone', '7');
    expect(screen.getByText(/0 of 168 hours are short/)).toBeTruthy();
  });

  test('nobody was recommended for the phone', async () => {
    const phone = { calls: Array.from({ length: 168 }, () => 0), handleSeconds: null, known: 0 };
    await open(basis({ phone: { ...phone, clinicians: 1 } }));
    expect(screen.getByText(/No call of these weeks was recommended/)).toBeTruthy();
  });
});

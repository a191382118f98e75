import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  atTheConsole,
  CLEO,
  I12,
  inFocus,
  SAM,
  showBoard,
  sitDown,
  unit,
  view,
} from './sheets-fixtures.ts';
import { settled } from './fake-feed.ts';
import type { CautionLine, KnownCaution } from '#shared/board/caution-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { CautionId, UnitId } from '#shared/lib/brand.ts';
import { centerDate, dateWords, daysAfter } from '#renderer/desk/center-date.ts';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { Cautions } from '#renderer/incident/cautions.tsx';
import { TeamCards } from '#renderer/incident/team-cards.tsx';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useDispatchKeys, useWindowKeys } from '#renderer/keys/window-keys.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';

const bench = atTheConsole();

function caution(id: string, more: Partial<CautionLine> = {}): CautionLine {
  return {
    cautionId: id as CautionId,
    about: { kind: 'address', address: '1200 N Kedzie Ave' },
    kind: 'animal',
    text: `Dog ${id}.`,
    source: 'Crew of M1',
    recordedAt: '2026-02-01T18:00:00.000Z',
    recordedBy: 'Sam Whitfield',
    expiresOn: '2026-05-02',
    expired: false,
    acknowledged: null,
    ...more,
  };
}

function Desk({ shown }: { readonly shown: IncidentView }) {
  useKeymap();
  useWindowKeys();
  useDispatchKeys();
  return (
    <>
      <div data-place="incident" tabIndex={-1}>
        <Cautions view={shown} />
      </div>
      <ActiveSheet />
    </>
  );
}

function show(cautions: readonly CautionLine[]) {
  const shown = view({ cautions });
  showBoard([unit('M2')]);
  inFocus(shown);
  act(() => deskStore.setState({ pane: 'incident' }));
  return render(<Desk shown={shown} />);
}

async function press(on: Element, key: string, more: KeyboardEventInit = {}) {
  const code = `Key${key.toUpperCase()}`;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
}
const acknowledged = () => bench.main.inputsOf('caution.acknowledge');

test('what is read to a crew on its way stands by its call sign, with what is kept back', () => {
  const cautions = [
    caution('a'),
    caution('b', { kind: 'officer-safety', text: 'Refuses entry to police.' }),
  ];
  const ids = cautions.map(({ cautionId }) => cautionId);
  const cards = [
    { unitId: 'M2' as UnitId, cautionIds: ids.slice(0, 1), keptBack: 1, advice: [] },
    { unitId: 'N1' as UnitId, cautionIds: ids, keptBack: 0, advice: [] },
  ];
  render(<TeamCards view={view({ cautions, teamCards: cards })} />);
  const m2 = screen.getByRole('region', { name: 'Read to M2' });
  expect(m2.textContent).toMatch(/Animal: Dog a\. \(Crew of M1\)/);
  expect(m2.textContent).not.toContain('Refuses entry');
  expect(m2.textContent).toMatch(/One officer-safety caution stays with dispatch/);
  const n1 = screen.getByRole('region', { name: 'Read to N1' });
  expect(within(n1).getAllByRole('listitem')).toHaveLength(2);
});

describe('the banner', () => {
  test('says kind, text, source, date and last day in words, and asks to be acknowledged', () => {
    show([caution('a')]);
    const banner = within(screen.getByRole('region', { name: 'Cautions' }));
    expect(banner.getByRole('alert').textContent).toBe(
      '⚠ Caution: acknowledge before a unit is sent',
    );
    const row = banner.getByRole('listitem').textContent;
    expect(row).toContain('Animal Dog a.');
    expect(row).toContain(
      'Crew of M1 · recorded Feb 1, 2026 by Sam Whitfield · expires after May 2, 2026',
    );
  });

  test('Shift+A acknowledges what stands there unread, and nothing twice or expired', async () => {
    const by = { at: '2026-03-03T18:00:00.000Z', by: 'Dana Reyes' };
    show([caution('a'), caution('b', { acknowledged: by }), caution('c', { expired: true })]);
    await press(document.body, 'A', { shiftKey: true });
    expect(acknowledged()).toEqual([{ incidentId: I12, cautionIds: ['a'] }]);
    expect(screen.getByText(/Acknowledged at .* by/)).toBeTruthy();
  });

  test('what was refused for want of it no longer stands there after it', async () => {
    show([caution('a')]);
    const notice = {
      tone: 'refused',
      text: 'M1 was not sent.',
      cause: 'incident.assign-unit',
    } as const;
    act(() => deskStore.setState({ notice }));
    await press(document.body, 'A', { shiftKey: true });
    await settled();
    expect(deskStore.getState().notice).toBeNull();
  });

  test('once all are acknowledged it says where they go, and the key does nothing', async () => {
    show([caution('a', { acknowledged: { at: '2026-03-03T18:00:00.000Z', by: 'Dana Reyes' } })]);
    expect(screen.getByRole('status').textContent).toBe('✓ Acknowledged: goes to the team');
    expect(screen.queryByRole('button', { name: /Acknowledge/ })).toBeNull();
    await press(document.body, 'A', { shiftKey: true });
    expect(acknowledged()).toEqual([]);
  });

  test('expired ones are folded, greyed and named so, and ask for nothing', () => {
    show([caution('old', { expired: true })]);
    expect(screen.queryByRole('region', { name: 'Cautions' })).toBeNull();
    const folded = screen.getByText('Expired cautions, not counted: 1').closest('details')!;
    expect(folded.open).toBe(false);
    expect(screen.queryByText('Dog old.')).toBeNull();
    act(() => {
      folded.open = true;
      fireEvent(folded, new Event('toggle'));
    });
    const row = within(folded).getByRole('listitem');
    expect(row.dataset['expired']).toBe('true');
    expect(row.textContent).toContain('Animal, expired');
    expect(row.textContent).toContain('expired after May 2, 2026');
  });

  test('without any, nothing is drawn', () => {
    const { container } = show([]);
    expect(container.querySelector('.cautions, .cautions-expired')).toBeNull();
  });

  test('a refusal stands beside the key that caused it', async () => {
    show([caution('a')]);
    bench.main.refuse('caution.acknowledge', 'Incident 12 is closed.');
    await act(
      async () => void fireEvent.click(screen.getByRole('button', { name: /Acknowledge/ })),
    );
    const banner = screen.getByRole('region', { name: 'Cautions' });
    expect(banner.textContent).toContain('Incident 12 is closed.');
  });
});

describe('the sheet that sends', () => {
  test('shows what has to be acknowledged first, by Alt+Shift+A while the list has the keys', async () => {
    show([caution('a'), caution('old', { expired: true })]);
    act(() => openSheet('assign'));
    const part = screen.getByRole('region', { name: 'Cautions for the team' });
    expect(part.textContent).toContain('Acknowledge first');
    expect(part.textContent).not.toContain('Dog old.');
    const field = screen.getByRole('combobox', { name: 'Unit' });
    await press(field, 'A', { shiftKey: true });
    expect(acknowledged()).toEqual([]);
    await press(field, 'A', { shiftKey: true, altKey: true });
    expect(acknowledged()).toEqual([{ incidentId: I12, cautionIds: ['a'] }]);
  });

  test('says that an acknowledged one travels to the team’s card', () => {
    show([caution('a', { acknowledged: { at: '2026-03-03T18:00:00.000Z', by: 'Dana Reyes' } })]);
    act(() => openSheet('assign'));
    const part = screen.getByRole('region', { name: 'Cautions for the team' });
    expect(part.textContent).toMatch(/Travels to the team’s card.*Dog a\./);
  });
});

describe('the sheet that keeps them', () => {
  const known = (id: string, more: Partial<KnownCaution> = {}): KnownCaution => {
    const { acknowledged: _read, ...line } = caution(id);
    return { ...line, ...more };
  };
  async function open(kept: readonly KnownCaution[] = []) {
    bench.main.answer('caution.all', ...Array(3).fill({ ok: true, value: kept }));
    show([]);
    await press(document.body, 'C', { shiftKey: true });
    await settled();
  }
  const type = (label: RegExp | string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const submit = async (name: string) => {
    await act(
      async () => void fireEvent.click(screen.getByRole('button', { name: new RegExp(name) })),
    );
    await settled();
  };

  test('Shift+C opens it on this address, for ninety days, and says what it is for while empty', async () => {
    await open();
    expect(screen.getByRole('dialog', { name: 'Cautions' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe('1200 N Kedzie Ave');
    const until = daysAfter(centerDate(Date.now()), 90);
    expect(screen.getByLabelText<HTMLInputElement>('Last day it counts').value).toBe(until);
    expect(screen.getByText(/never changes who is recommended/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('What a team has to know'));

    fireEvent.click(screen.getByLabelText('Weapon'));
    type('What a team has to know', 'Knife by the bed.');
    type('Who says so', 'His sister');
    await submit('Record the caution');
    expect(bench.main.inputsOf('caution.record')).toEqual([
      {
        about: { kind: 'address', address: '1200 N Kedzie Ave' },
        kind: 'weapon',
        text: 'Knife by the bed.',
        source: 'His sister',
        expiresOn: until,
      },
    ]);
    expect(deskStore.getState().notice?.text).toBe(
      `The caution is recorded until ${dateWords(until)}.`,
    );
    expect(bench.main.inputsOf('caution.all')).toHaveLength(2);
  });

  test('a refusal keeps what was written', async () => {
    await open();
    type('What a team has to know', 'Knife by the bed.');
    bench.main.refuse('caution.record', 'Say who says so. Nothing was changed.');
    await submit('Record the caution');
    expect(screen.getByText(/Say who says so\. Nothing/)).toBeTruthy();
    const kept = screen.getByLabelText<HTMLInputElement>('What a team has to know');
    expect(kept.value).toBe('Knife by the bed.');
  });

  test('a person is named, never matched: the name goes to main as it was heard', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('A person'));
    type('Name', 'Jordan Example');
    type('What a team has to know', 'Speaks to women only.');
    type('Who says so', 'Crew of M1');
    await submit('Record the caution');
    expect(bench.main.inputsOf('caution.record')).toMatchObject([
      { about: { kind: 'person', name: 'Jordan Example' } },
    ]);
    type('Full name', 'Jordan Example');
    bench.main.refuse('caution.attach', 'No caution is recorded for “Jordan Example”.');
    await submit('Attach the cautions');
    expect(bench.main.inputsOf('caution.attach')).toEqual([
      { incidentId: I12, name: 'Jordan Example' },
    ]);
    expect(screen.getByText(/No caution is recorded for/)).toBeTruthy();
  });

  test('renewing fills in a new one; the old one is left as it is', async () => {
    await open([known('old', { expired: true, kind: 'weapon' })]);
    type('What a team has to know', 'Half of another one');
    await submit('Renew');
    expect(screen.getByLabelText<HTMLInputElement>('What a team has to know').value).toBe(
      'Dog old.',
    );
    expect(screen.getByLabelText<HTMLInputElement>('Weapon').checked).toBe(true);
    await submit('Record the caution');
    expect(bench.main.inputsOf('caution.record')).toHaveLength(1);
    expect(bench.main.inputsOf('caution.remove')).toEqual([]);
  });

  test('only a supervisor removes one, with a reason', async () => {
    sitDown(CLEO);
    await open([known('a')]);
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
    // What a clinician is never shown they are not offered either.
    expect(screen.queryByLabelText('Officer safety')).toBeNull();
    act(() => sitDown(SAM));
    await submit('^Remove');
    type('Why it is removed', 'Wrong house.');
    await submit('Remove this caution');
    expect(bench.main.inputsOf('caution.remove')).toEqual([
      { cautionId: 'a', reason: 'Wrong house.' },
    ]);
  });
});

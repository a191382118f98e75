import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { UnitId } from '#shared/lib/brand.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { OverdueBanners } from '#renderer/incident/overdue-banners.tsx';
import { RecontactBanner } from '#renderer/incident/recontact-banner.tsx';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { RecontactMark } from '#renderer/queue/recontact-mark.tsx';
import { UnitRow } from '#renderer/units/unit-row.tsx';
import { press } from './policy-fixtures.ts';
import {
  ago,
  atTheConsole,
  inFocus,
  row as boardRow,
  showBoard,
  unit,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole();
afterEach(cleanup);

const limit = (from: number, warn: number, alert: number, overdue = false) => ({
  from: ago(from),
  warnAt: ago(from - warn),
  alertAt: ago(from - alert),
  overdue,
});

function row(more: Parameters<typeof unit>[1]): string {
  showBoard([unit('M1', { status: 'assigned', incidentNumber: 4, ...more })]);
  const nothing = () => undefined;
  render(
    <div role="listbox">
      <UnitRow
        unitId={'M1' as UnitId}
        position={1}
        total={1}
        selected={false}
        onSelect={nothing}
        onOpen={nothing}
      />
    </div>,
  );
  return screen.getByRole('option').textContent ?? '';
}

describe('the time of a unit in its status', () => {
  test('says nothing before its warning, and only fills its bar', () => {
    expect(row({ limit: limit(60, 180, 300) })).not.toContain('too long');
    const bar = document.querySelector('.limit-bar');
    expect(bar?.getAttribute('data-urgency')).toBe('calm');
    expect(bar?.querySelector('span')?.style.transform).toBe('scaleX(0.2)');
  });

  test('warns by the clock alone, in words and with a shape', () => {
    expect(row({ limit: limit(240, 180, 300) })).toMatch(/◆ too long in 0[01]:\d\d/);
    expect(document.querySelector('.limit-bar')?.getAttribute('data-urgency')).toBe('warn');
  });

  test('alerts once that is on the record', () => {
    expect(row({ limit: limit(400, 180, 300) })).toContain('◆ too long now');
    cleanup();
    expect(row({ limit: limit(400, 180, 300, true) })).toContain('▲ too long');
    expect(document.querySelector('.limit-bar')?.getAttribute('data-urgency')).toBe('alert');
  });

  test('a unit without a limit shows neither', () => {
    expect(row({})).not.toContain('too long');
    expect(document.querySelector('.limit-bar')).toBeNull();
  });

  test('the incident says which unit, since when, and what to do', () => {
    render(
      <OverdueBanners
        overdue={[{ unitId: 'M1', status: 'assigned', since: ago(400), minutes: 5 }]}
      />,
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toMatch(/▲ M1 is assigned since \d\d:\d\d, more than 5 min\./);
    screen.getByRole('button', { name: 'M1 was heard' }).click();
    expect(bench.main.inputsOf('unit.check-in')).toEqual([{ unitId: 'M1' }]);
    screen.getByRole('button', { name: 'Status of M1' }).click();
    expect(deskStore.getState()).toMatchObject({ sheet: 'status' });
  });
});

describe('calling back', () => {
  const waits = (from: number, more: object = {}) =>
    view({
      recontact: {
        from: ago(from),
        until: ago(from - 600),
        lastAt: null,
        unanswered: 0,
        recommends: null,
        ...more,
      },
    });

  function Shown({ of }: { readonly of: ReturnType<typeof view> }) {
    useKeymap();
    return (
      <div data-place="incident" tabIndex={-1}>
        <RecontactBanner view={of} />
      </div>
    );
  }
  function AtTheClinicians() {
    useKeymap();
    return <ClinicianHome />;
  }
  const banner = () => screen.getByRole('group', { name: 'Calling back' });

  test('nothing stands there while nobody waits', () => {
    render(<Shown of={view()} />);
    expect(screen.queryByRole('group', { name: 'Calling back' })).toBeNull();
  });

  test('says when, and from three quarters on louder', () => {
    const { rerender } = render(<Shown of={waits(60)} />);
    expect(banner().textContent).toMatch(/☎ Call the caller again in 0[89]:\d\d\. 312-555-0100/);
    rerender(<Shown of={waits(500)} />);
    expect(banner().textContent).toContain('◆ Call the caller again in 01:');
    rerender(<Shown of={waits(700)} />);
    expect(screen.getByRole('alert').textContent).toMatch(/▲ Call the caller again 01:[34]\d late/);
  });

  test.each([
    ['Shift+O', 'O', 'still-safe'],
    ['Shift+W', 'W', 'worse'],
    ['Shift+X', 'X', 'no-answer'],
  ] as const)('%s is what the caller says', async (_, key, answer) => {
    const shown = waits(60);
    render(<Shown of={shown} />);
    document.querySelector<HTMLElement>('[data-place]')?.focus();
    await press(key, { shiftKey: true });
    const { incidentId } = shown;
    expect(bench.main.inputsOf('incident.recontact')).toEqual([{ incidentId, answer }]);
    expect(deskStore.getState().notice?.text).toMatch(/^Incident 12: called again, /);
  });

  test.each([
    ['Shift+O', 'O', 'still-safe'],
    ['Shift+W', 'W', 'worse'],
    ['Shift+X', 'X', 'no-answer'],
  ] as const)('%s works at the clinician’s desk too', async (_, key, answer) => {
    const shown = waits(700, { unanswered: 2, recommends: 'send' });
    showBoard([], [boardRow(12)]);
    inFocus(shown);
    deskStore.setState({ screen: 'clinician' });
    render(<AtTheClinicians />);
    await press(key, { shiftKey: true });
    const { incidentId } = shown;
    expect(bench.main.inputsOf('incident.recontact')).toEqual([{ incidentId, answer }]);
    expect(banner().textContent).toContain('Dispatch sends: tell them.');
    expect(screen.queryByRole('button', { name: /Send somebody/ })).toBeNull();
  });

  test('twice no answer recommends sending somebody, who is chosen by a person', () => {
    render(<Shown of={waits(60, { unanswered: 2, recommends: 'send', lastAt: ago(60) })} />);
    expect(screen.getByRole('alert').textContent).toContain(
      '▲ No answer 2 times: sending somebody is recommended.',
    );
    screen.getByRole('button', { name: /Send somebody/ }).click();
    expect(deskStore.getState().sheet).toBe('assign');
    expect(bench.main.inputsOf('incident.assign-unit')).toEqual([]);
  });

  test('a refusal stands beside the keys', async () => {
    bench.main.refuse('incident.recontact', 'Nobody waits on incident 12.', 'nobody-waits');
    render(<Shown of={waits(60)} />);
    document.querySelector<HTMLElement>('[data-place]')?.focus();
    await press('O', { shiftKey: true });
    expect(banner().textContent).toContain('Nobody waits on incident 12.');
  });

  test('the row of the queue counts down to it, and says when it is late', () => {
    const { rerender } = render(<RecontactMark next={{ from: ago(60), until: ago(-540) }} />);
    expect(document.body.textContent).toMatch(/☎ call back 0[89]:\d\d/);
    rerender(<RecontactMark next={{ from: ago(700), until: ago(100) }} />);
    expect(document.body.textContent).toMatch(/▲ late 01:[34]\d/);
  });
});

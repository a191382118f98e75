import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { EchoList } from '#shared/board/echo-lines.ts';
import { EchoSheet } from '#renderer/echo/echo-sheet.tsx';
import { atTheConsole, DANA } from './sheets-fixtures.ts';

const bench = atTheConsole(DANA);

const LIST: EchoList = {
  unread: 1,
  lines: [
    {
      seq: 90,
      number: 12,
      hour: '2026-03-03T18:00:00.000Z',
      callType: 'Suicide threat',
      opened: true,
      decided: { level: 'L1', response: 'Clinician by phone' },
      ended: 'Referred',
      linkageOpen: true,
      arrived: false,
      teams: ['Clinician by phone'],
      minutes: 24,
      read: false,
    },
    {
      seq: 40,
      number: 7,
      hour: '2026-03-03T16:00:00.000Z',
      callType: 'Well-being check',
      opened: true,
      decided: null,
      ended: 'Services in the community',
      linkageOpen: false,
      arrived: false,
      teams: ['Behavioral-health team'],
      minutes: 51,
      read: true,
    },
  ],
  ways: [
    { label: 'Referred', incidents: 1 },
    { label: 'Services in the community', incidents: 1 },
  ],
};

async function show(list: EchoList) {
  const answered = { ok: true, value: list } as const;
  bench.main.answer('echo.list', answered, answered);
  bench.main.answer('echo.unread', { ok: true, value: { unread: 0 } });
  render(<EchoSheet />);
  await act(async () => {});
}

test('each line says what one decided, how it ended, which team and how long', async () => {
  await show(LIST);
  const [newest, older] = screen.getAllByRole('listitem').slice(-2);
  expect(newest!.textContent).toContain('● new');
  expect(newest!.textContent).toMatch(/opened it and decided.*Clinician by phone/);
  expect(newest!.textContent).toContain('Referred after 24 min');
  expect(newest!.textContent).toContain('whether they got there is not known yet');
  expect(older!.textContent).toContain('You opened it.');
  expect(screen.getByRole('region', { name: 'How the last 2 ended' })).toBeTruthy();
});

test('Enter marks all as read, up to the newest that is listed', async () => {
  await show(LIST);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /1 read/ })));
  expect(bench.main.inputsOf('echo.read')).toEqual([{ upTo: 90 }]);
});

test('an empty list teaches what will stand here', async () => {
  await show({ lines: [], unread: 0, ways: [] });
  expect(screen.getByText(/When you open a call or decide who goes/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /read/ })).toBeNull();
});

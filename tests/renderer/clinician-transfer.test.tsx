import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { offeredTo, showTransfer } from './transfer-fixtures.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  DANA,
  I12,
  IMANI,
  inFocus,
  row,
  SAM,
  showBoard,
  sitDown,
  view,
} from './sheets-fixtures.ts';
import { acceptOfferedTransfer } from '#renderer/clinician/accept-transfer.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { TransferOffer } from '#renderer/clinician/transfer-offer.tsx';
import { runAction } from '#renderer/keys/actions.ts';

const bench = atTheConsole(CLEO);

async function act_(id: string) {
  await act(async () => void runAction(id));
}

test('8 and Enter begin a transfer to 988', async () => {
  showBoard([], [row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  render(<ClinicianHome />);
  inFocus(view({ phone: { state: 'with-clinician', since: ago(5), clinician: CLEO.operatorId } }));
  await act_('phone.to-988');
  bench.main.refuse('phone.transfer', 'A transfer already came back once. Stay on the line.');
  await act_('phone.enter');
  expect(screen.getByText(/already came back once/)).toBeTruthy();
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.transfer').at(-1)).toEqual({
    incidentId: I12,
    to: '988',
    operatorId: null,
  });
});

test('one offered to 988 before there were steps runs until the clinician says it was accepted', async () => {
  render(<ClinicianHome />);
  showTransfer(offeredTo('988', null));
  expect(screen.getByText(/Offered to 988. Stay on the line/)).toBeTruthy();
  await act_('phone.accepted');
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.accept-transfer')).toEqual([{ incidentId: I12 }]);
});

test('what was not accepted is recorded with the reason', async () => {
  render(<ClinicianHome />);
  showTransfer(offeredTo('988', null));
  await act_('phone.back');
  const why = screen.getByLabelText(/Why it was not accepted/);
  fireEvent.change(why, { target: { value: 'Queue of 20 minutes' } });
  await act(async () => void fireEvent.keyDown(why, { key: 'Enter' }));
  expect(bench.main.inputsOf('phone.return-transfer')).toEqual([
    { incidentId: I12, why: 'Queue of 20 minutes' },
  ]);
});

test('nobody speaks for a colleague: an offered call can only be taken back', () => {
  render(<ClinicianHome />);
  showTransfer(offeredTo('clinician', IMANI.operatorId));
  expect(screen.getByText(/Offered to Imani Okafor/)).toBeTruthy();
  expect(runAction('phone.accepted')).toBe(false);
  expect(screen.getByRole('button', { name: 'Take it back' })).toBeTruthy();
});

test('the receiver sees who offers the call and accepts with Enter', async () => {
  render(<ClinicianHome />);
  showTransfer(offeredTo('clinician', CLEO.operatorId, IMANI.operatorId));
  expect(screen.getByRole('region', { name: 'A transfer for you' }).textContent).toContain(
    'Imani Okafor offers you this call.',
  );
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.accept-transfer')).toEqual([{ incidentId: I12 }]);
});

test('not now says why, and a refusal keeps the words', async () => {
  render(<ClinicianHome />);
  showTransfer(offeredTo('clinician', CLEO.operatorId, IMANI.operatorId));
  await act_('phone.back');
  const why = screen.getByLabelText<HTMLInputElement>('Why not now');
  expect(document.activeElement).toBe(why);
  fireEvent.change(why, { target: { value: 'On another call' } });
  bench.main.refuse('phone.return-transfer', 'Incident 12 is not being transferred.');
  await act(async () => void fireEvent.submit(why));
  expect(screen.getByText(/is not being transferred/)).toBeTruthy();
  expect(why.value).toBe('On another call');
  await act(async () => void fireEvent.submit(why));
  expect(bench.main.inputsOf('phone.return-transfer').at(-1)).toEqual({
    incidentId: I12,
    why: 'On another call',
  });
});

test.each([
  ['a dispatcher', DANA, true],
  ['a supervisor', SAM, true],
  ['a clinician', IMANI, false],
] as const)('a call given back to dispatch is offered to %s: %s', (_who, me, offered) => {
  act(() => sitDown(me));
  render(<TransferOffer incidentId={I12} />);
  showTransfer(offeredTo('dispatch', null));
  expect(screen.queryByRole('region', { name: 'A transfer for you' }) !== null).toBe(offered);
  expect(acceptOfferedTransfer(I12)).toBe(offered);
  expect(bench.main.inputsOf('phone.accept-transfer')).toHaveLength(offered ? 1 : 0);
});

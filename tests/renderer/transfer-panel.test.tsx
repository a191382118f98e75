import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LIFELINE, showTransfer, wayTo988 } from './transfer-fixtures.ts';
import {
  ago,
  answered,
  atTheConsole,
  CLEO,
  fact,
  I12,
  inFocus,
  NO_TRANSFERS,
  row,
  showBoard,
  view,
} from './sheets-fixtures.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { Banners } from '#renderer/incident/banners.tsx';
import { runAction } from '#renderer/keys/actions.ts';
import { IncidentLine } from '#renderer/queue/incident-line.tsx';

const bench = atTheConsole(CLEO);

const panel = () => within(screen.getByRole('region', { name: 'Transfer to 988 lifeline' }));

async function press(id: string): Promise<void> {
  await act(async () => void runAction(id));
}

test('consent: Enter says who agreed, 1 changes who, 2 refuses and 3 is an emergency', async () => {
  render(<ClinicianHome />);
  showTransfer(wayTo988('consent'));
  expect(panel().getByRole('status').textContent).toBe('Ask for consent');
  expect(panel().getByText(/I would like to bring in 988 lifeline/)).toBeTruthy();
  await press('phone.enter');
  await press('transfer.first');
  expect(panel().getByLabelText<HTMLInputElement>('the person it is about').checked).toBe(true);
  await press('phone.enter');
  await press('transfer.second');
  await press('transfer.third');
  expect(bench.main.inputsOf('phone.answer-consent')).toEqual([
    { incidentId: I12, answer: 'yes', voice: 'caller' },
    { incidentId: I12, answer: 'yes', voice: 'person' },
    { incidentId: I12, answer: 'no', voice: 'person' },
    { incidentId: I12, answer: 'emergency', voice: null },
  ]);
});

test('packet: what is handed over is read before Enter says that it is right', async () => {
  render(<ClinicianHome />);
  showTransfer(
    wayTo988('packet'),
    {},
    { facts: [answered('weapon-in-hand', 'yes'), fact('violence-24h')] },
  );
  const lines = panel()
    .getAllByRole('definition')
    .map((each) => each.textContent ?? '');
  expect(lines[0]).toBe('1200 N Kedzie Ave, Humboldt Park');
  expect(lines[1]).toBe('312-555-0100');
  expect(lines[3]).toMatch(/yes \(caller saw it\); not known: /);
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.packet-ready')).toEqual([{ incidentId: I12 }]);
});

test('dialing: Enter asks for the name of who answered, and every other result has its key', async () => {
  render(<ClinicianHome />);
  const dialed = [
    { seq: 4, at: ago(5), by: CLEO.name, number: '988', result: 'busy', answeredBy: null },
    { seq: 2, at: ago(500), by: CLEO.name, number: '311', result: 'busy', answeredBy: null },
  ] as const;
  showTransfer(wayTo988('dialing'), { dialed });
  expect(panel().getByRole('status').textContent).toBe('Dial 988');
  expect(panel().getByRole('list', { name: 'Numbers dialed' }).children).toHaveLength(1);
  for (const key of ['transfer.second', 'transfer.third', 'transfer.fourth']) await press(key);
  await press('phone.enter');
  const name = panel().getByLabelText('Who answered, by name');
  expect(document.activeElement).toBe(name);
  fireEvent.change(name, { target: { value: 'Kim' } });
  await act(async () => void fireEvent.submit(name));
  const number = '988';
  expect(bench.main.inputsOf('phone.log-dial')).toEqual([
    { incidentId: I12, number, result: 'no-answer', answeredBy: null },
    { incidentId: I12, number, result: 'busy', answeredBy: null },
    { incidentId: I12, number, result: 'wrong-number', answeredBy: null },
    { incidentId: I12, number, result: 'answered', answeredBy: 'Kim' },
  ]);
});

test('dialing from this computer: when it has no phone, that is said where the number stands', async () => {
  render(<ClinicianHome />);
  showTransfer(wayTo988('dialing'));
  bench.main.refuse('phone.dial', 'This computer has no phone program. Dial 988 by hand.');
  await press('transfer.first');
  expect(bench.main.inputsOf('phone.dial')).toEqual([{ number: '988' }]);
  expect(panel().getByText(/Dial 988 by hand/)).toBeTruthy();
});

test('a line without a number asks for the one that was dialed', async () => {
  render(<ClinicianHome />);
  showTransfer(wayTo988('dialing', { ...LIFELINE, dial: null }), { number: null });
  const number = panel().getByLabelText('Number dialed');
  fireEvent.change(number, { target: { value: '773 555 0142' } });
  await press('transfer.second');
  expect(bench.main.inputsOf('phone.log-dial')).toMatchObject([{ number: '773 555 0142' }]);
});

test('three-way: Enter introduces to who answered, 2 says that their line dropped', async () => {
  render(<ClinicianHome />);
  showTransfer(wayTo988('three-way'));
  await press('phone.enter');
  await press('transfer.second');
  expect(bench.main.inputsOf('phone.introduce')).toEqual([{ incidentId: I12, receiver: 'Kim' }]);
  expect(bench.main.inputsOf('phone.drop-line')).toEqual([{ incidentId: I12, whose: 'receiver' }]);
});

test('introduced: one Enter is the read-back, the next one hands over', async () => {
  render(<ClinicianHome />);
  showTransfer(wayTo988('introduced'));
  expect(panel().getByRole('status').textContent).toBe('Let Kim read it back');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.accept-transfer')).toEqual([]);
  expect(panel().getByRole('status').textContent).toBe('Does Kim take over?');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.accept-transfer')).toEqual([
    { incidentId: I12, readBack: true },
  ]);
});

test('the stepper says what is over, for how long, and where the call stands', () => {
  render(<ClinicianHome />);
  showTransfer(wayTo988('dialing'));
  const steps = within(panel().getByRole('list', { name: 'Steps of the transfer' }))
    .getAllByRole('listitem')
    .map((each) => each.textContent);
  expect(steps).toEqual([
    '✓Consent, done00:30',
    '✓Packet, done00:40',
    '●Dialing, now',
    '○Three-way, still to come',
    '○Introduced, still to come',
    '○Accepted',
  ]);
});

test('at every step Backspace and Enter take it back with two strokes, and e and v are there', async () => {
  render(<ClinicianHome />);
  for (const step of ['consent', 'packet', 'dialing', 'three-way', 'introduced'] as const) {
    showTransfer(wayTo988(step));
    const before = bench.main.inputsOf('phone.return-transfer').length;
    await press('phone.back');
    expect(bench.main.inputsOf('phone.return-transfer')).toHaveLength(before);
    await press('phone.enter');
    expect(bench.main.inputsOf('phone.return-transfer')).toHaveLength(before + 1);
    await press('phone.lost');
    expect(screen.getByText(/the clock of calling again runs/)).toBeTruthy();
    await press('escape');
    await press('phone.escalate');
    expect(screen.getByRole('group', { name: 'A team has to go' })).toBeTruthy();
    await press('escape');
  }
  await press('phone.lost');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.lose-caller')).toHaveLength(1);
});

test('a returned call is raised where the clinician reads, with what is still possible', () => {
  const on = { phone: 'with-clinician', clinician: CLEO.operatorId } as const;
  showBoard([], [row(3, on), row(12, { ...on, attention: 'Returned by 988 lifeline' })]);
  render(<ClinicianHome />);
  const cameBack = {
    from: '988',
    line: '988 lifeline',
    by: '988 lifeline',
    why: 'Nobody answered',
    at: ago(3),
  } as const;
  inFocus(
    view({
      phone: { state: 'with-clinician', since: ago(300), clinician: CLEO.operatorId },
      bounces: 1,
      transfers: { ...NO_TRANSFERS, cameBack },
    }),
  );
  const alerts = screen.getAllByRole('alert').map((each) => each.textContent ?? '');
  expect(alerts.join(' ')).toContain('Returned by 988 lifeline. Nobody answered.');
  const mine = within(screen.getByRole('group', { name: 'My calls' })).getAllByRole('option');
  expect(mine[0]?.textContent, 'it stands above what was there before').toContain('Returned by');
});

test('dispatch reads on the row and in the incident how far it is', () => {
  const on = { phone: 'transferring', phase: 'on-phone', clinician: CLEO.operatorId } as const;
  const transfer = { standing: 'To 988 lifeline: dialing', since: ago(40) };
  showBoard([], [row(12, { ...on, transferTo: '988', transfer })]);
  render(<IncidentLine incidentId={I12} position={1} total={1} selected={false} />);
  expect(screen.getByRole('option').textContent).toContain('To 988 lifeline: dialing');
  const way = wayTo988('dialing');
  render(
    <Banners
      view={view({
        phone: { state: 'transferring', since: ago(90), clinician: CLEO.operatorId, transfer: way },
        transfers: { ...NO_TRANSFERS, standing: 'To 988 lifeline: dialing' },
      })}
    />,
  );
  expect(screen.getByText(/Transfer. To 988 lifeline: dialing/)).toBeTruthy();
});

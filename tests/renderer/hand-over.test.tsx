import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { HandOverRow, LeftHolding, ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import type { ContactId, HandOverId, UnitId } from '#shared/lib/brand.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { HandOverBanners } from '#renderer/hand-over/hand-over-banners.tsx';
import { HandOverSheet } from '#renderer/hand-over/hand-over-sheet.tsx';
import { OperatorsSheet } from '#renderer/sheets/operators-sheet.tsx';
import { settled, snapshot } from './fake-feed.ts';
import { ago, atTheConsole, CLEO, DANA, I12, MARK, SAM, sitDown } from './sheets-fixtures.ts';

const bench = atTheConsole();
const H1 = 'h1' as HandOverId;

function row(more: Partial<HandOverRow> = {}): HandOverRow {
  return {
    handOverId: H1,
    from: DANA.operatorId,
    fromName: DANA.name,
    to: SAM.operatorId,
    toName: SAM.name,
    offeredAt: ago(60),
    answerBy: ago(-840),
    cameBack: null,
    ...more,
  };
}

const incident: ShiftSheet['incidents'][number] = {
  key: 'incident/12',
  mark: 'incident 12: L2, decided',
  incidentId: I12,
  number: 12,
  openedAt: ago(600),
  level: 'L2',
  phase: 'Needs somebody',
  callType: 'Mental-health disturbance',
  address: '1200 N Kedzie Ave',
  area: 'Humboldt Park',
  ownerName: DANA.name,
  why: 'Somebody has to come.',
  attention: 'Late: somebody with the person',
  hold: { from: ago(300), until: ago(-300), reason: 'M2 comes free.', expired: false },
  units: ['M1 en route'],
  cautions: ['Animal: Large dog behind the door.'],
};

function sheet(more: Partial<ShiftSheet> = {}): ShiftSheet {
  const alarm = { key: 'alarm/P11', mark: 'P11: back-up', unitId: 'P11' as UnitId } as const;
  return {
    madeAt: ago(0),
    of: { operatorId: DANA.operatorId, name: DANA.name, role: 'dispatcher' },
    offer: null,
    incidents: [incident],
    contacts: [
      {
        key: 'contact/k1',
        mark: 'Callback of incident 12: due',
        line: {
          contactId: 'k1' as ContactId,
          incidentId: I12,
          incidentNumber: 12,
          label: 'Callback',
          owner: DANA.operatorId,
          ownerName: DANA.name,
          state: 'due',
          promisedAt: ago(1200),
          due: { from: ago(60), by: ago(-240) },
          attempts: 0,
          whom: 'caller',
          number: '312-555-0100',
          mayAnswer: 'unknown',
          safe: null,
          message: 'no',
          reason: 'Tell her which team comes.',
          tried: [],
        },
      },
    ],
    others: [{ ...incident, key: 'incident/14', number: 14, ownerName: 'Theo', hold: null }],
    othersOpen: 3,
    dueElsewhere: [],
    alarms: [{ ...alarm, state: 'back-up', since: ago(60) }],
    short: [
      {
        unitId: 'M3' as UnitId,
        team: 'Behavioral-health team',
        status: 'Available',
        since: ago(60),
        incidentNumber: null,
        gap: 'No clinician on duty',
      },
    ],
    out: [],
    waiting: { calls: 1, oldest: ago(20), clinician: 0, transfers: 1 },
    policy: MARK,
    signed: [
      { key: 'incident/12', mark: incident.mark },
      { key: 'policy', mark: `policy ${MARK.version}` },
    ],
    ...more,
  };
}

async function open(me: Operator, value: ShiftSheet, ...handOvers: HandOverRow[]) {
  sitDown(me);
  act(() => showSnapshot(snapshot({ shifts: { handOvers, left: [] } })));
  const replies = Array.from({ length: 5 }, () => ({ ok: true, value }) as const);
  bench.main.answer('hand-over.sheet', ...replies);
  render(<HandOverSheet />);
  await settled();
}

const region = (name: string) => screen.getByRole('region', { name });

beforeEach(() => sitDown(DANA));

test('the sheet reads as the shift stands: whose, how urgent, held, short, waiting, which policy', async () => {
  await open(DANA, sheet());
  const mine = region('Your open incidents').textContent;
  for (const words of [
    '12',
    'Late: somebody',
    'Held, promised until',
    'M2 comes free.',
    'Caution, Animal',
  ])
    expect(mine).toContain(words);
  expect(region('Your promised calls').textContent).toContain('◆ due');
  expect(region('Units in trouble').textContent).toContain('back-up asked for: P11');
  expect(region('Nobody has answered yet').textContent).toContain('1 call waits');
  expect(region('Short crews').textContent).toContain('No clinician on duty');
  expect(region('Incidents of others').textContent).toContain('and 2 more in the queue');
  expect(region('Routing policy').textContent).toContain(`${MARK.version} is in force`);
  // The record is the supervisor’s.
  expect(bench.main.inputsOf('hand-over.past')).toEqual([]);
});

test('the call type has the first line, phase and units the second, and no area stands twice', async () => {
  const named = { ...incident, address: '1200 N Kedzie Ave, humboldt park', key: 'incident/13' };
  await open(DANA, sheet({ incidents: [incident, named] }));
  const lines = within(region('Your open incidents')).getAllByRole('listitem');
  const [first, second, third] = lines[0]!.querySelectorAll('p');
  expect(first?.textContent).toContain('Mental-health disturbance');
  expect(first?.textContent).not.toContain('Needs somebody');
  expect(second?.textContent).toBe('Needs somebody · M1 en route');
  expect(third?.textContent).toBe('1200 N Kedzie Ave · Humboldt Park');
  expect(lines[1]!.querySelectorAll('p')[2]?.textContent).toBe(named.address);
});

test('it is offered to a person, with a remark that is kept as a draft until then', async () => {
  await open(DANA, sheet());
  fireEvent.submit(screen.getByRole('form', { name: 'Offer' }));
  expect(screen.getByText('Choose who takes over.')).toBeTruthy();
  const who = screen.getByLabelText('Who takes over');
  act(() => who.focus());
  fireEvent.change(who, { target: { value: 'Sam' } });
  fireEvent.keyDown(who, { key: 'Enter' });
  fireEvent.change(screen.getByLabelText('What else they should know'), {
    target: { value: 'Be patient.' },
  });
  fireEvent.submit(screen.getByRole('form', { name: 'Offer' }));
  await settled();
  expect(bench.main.inputsOf('hand-over.offer')).toEqual([
    { to: SAM.operatorId, remark: 'Be patient.' },
  ]);
  expect(screen.getByLabelText('What else they should know')).toHaveProperty('value', '');
});

test('at this console the oncoming person types their passphrase; it is not kept', async () => {
  await open(DANA, sheet({ offer: { ...row(), remark: 'Be patient.' } }), row());
  expect(screen.getByText('Be patient.')).toBeTruthy();
  const field = screen.getByLabelText(`Passphrase of ${SAM.name}`);
  fireEvent.change(field, { target: { value: 'correct horse' } });
  fireEvent.submit(screen.getByRole('form', { name: 'Accept' }));
  await settled();
  expect(bench.main.inputsOf('hand-over.accept')).toEqual([
    { handOverId: H1, seen: sheet().signed, passphrase: 'correct horse' },
  ]);
  expect(screen.getByRole('status').textContent).toContain('has its new owner');
  expect(field).toHaveProperty('value', '');
});

test('what changed since it was read is said, read again and marked', async () => {
  const offer = { ...row({ to: SAM.operatorId }), remark: null };
  await open(SAM, sheet({ offer }), row());
  const raised = { ...incident, level: 'L3', mark: 'incident 12: L3, decided' } as const;
  const signed = [{ key: raised.key, mark: raised.mark }, sheet().signed[1]!];
  bench.main.answer('hand-over.sheet', {
    ok: true,
    value: sheet({ offer, incidents: [raised], signed }),
  });
  bench.main.refuse(
    'hand-over.accept',
    'Since you read it: incident 12: L3. Read it again.',
    'changed-since-read',
  );
  fireEvent.submit(screen.getByRole('form', { name: 'Accept' }));
  await settled();
  expect(screen.getByText(/Since you read it/)).toBeTruthy();
  expect(region('Incidents you take over').textContent).toContain('◆ changed');
  expect(bench.main.inputsOf('hand-over.accept')).toMatchObject([{ passphrase: null }]);
});

test('the oncoming person declines with a reason, who goes takes it back', async () => {
  const offer = { ...row(), remark: null };
  await open(SAM, sheet({ offer }), row());
  fireEvent.change(screen.getByLabelText('Or why you do not take over'), {
    target: { value: 'Radio.' },
  });
  fireEvent.submit(screen.getByRole('form', { name: 'Decline' }));
  await settled();
  expect(bench.main.inputsOf('hand-over.decline')).toEqual([{ handOverId: H1, reason: 'Radio.' }]);
});

test('who goes takes it back', async () => {
  await open(DANA, sheet({ offer: { ...row(), remark: null } }), row());
  fireEvent.click(screen.getByRole('button', { name: 'Take the offer back' }));
  await settled();
  expect(bench.main.inputsOf('hand-over.withdraw')).toEqual([{ handOverId: H1 }]);
});

test('one that came back says why, and is offered again', async () => {
  await open(DANA, sheet({ offer: { ...row({ cameBack: 'on the radio' }), remark: null } }));
  expect(screen.getByText(/It came back from/).textContent).toContain('on the radio');
  expect(screen.getByRole('form', { name: 'Offer' })).toBeTruthy();
});

test('a supervisor reads past hand-overs', async () => {
  const past = {
    id: 'h0',
    fromName: 'Dana',
    toName: 'Theo',
    at: ago(60),
    state: 'accepted',
    why: null,
  };
  const counts = { remark: null, incidents: 2, contacts: 1, policyVersion: '2026.3' };
  bench.main.answer('hand-over.past', { ok: true, value: [{ ...past, ...counts }] });
  await open(
    SAM,
    sheet({ of: { operatorId: SAM.operatorId, name: SAM.name, role: 'supervisor' } }),
  );
  expect(region('Past hand-overs').textContent).toContain('✓ accepted');
  expect(region('Past hand-overs').textContent).toContain('2 open, 1 promised call, policy 2026.3');
});

const left: LeftHolding = {
  operatorId: DANA.operatorId,
  name: DANA.name,
  at: ago(60),
  incidents: [{ incidentId: I12, number: 12 }],
  contacts: 1,
};

test.each([
  [SAM, [row()], ['hands over to you'], 0],
  [DANA, [row({ cameBack: 'nobody answered' })], ['came back', 'nobody answered'], 0],
  [DANA, [row()], [], 0],
  [CLEO, [row()], [], 1],
  [SAM, [], ['signed off at', 'incident 12 and 1 promised call'], 1],
] as const)('%o sees its banner and no other', (me, handOvers, words, gone) => {
  sitDown(me);
  act(() => showSnapshot(snapshot({ shifts: { handOvers, left: gone === 1 ? [left] : [] } })));
  render(<HandOverBanners />);
  const said = document.body.textContent ?? '';
  for (const each of words) expect(said).toContain(each);
  if (words.length === 0) expect(said).toBe('');
});

test('signing off with open work offers the hand-over, and leaving all the same', async () => {
  bench.main.refuse('operator.sign-off', 'You still own incident 12.', 'still-owns');
  render(<OperatorsSheet />);
  fireEvent.click(screen.getByRole('button', { name: /Sign off/ }));
  await settled();
  expect(screen.getByText('You still own incident 12.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Leave anyway' }));
  await settled();
  expect(bench.main.inputsOf('operator.sign-off')).toEqual([{}, { anyway: true }]);
  bench.main.refuse('operator.sign-off', 'You still own incident 12.', 'still-owns');
  fireEvent.click(within(document.body).getByRole('button', { name: /Sign off/ }));
  await settled();
  fireEvent.click(screen.getByRole('button', { name: 'Hand over' }));
  expect(deskStore.getState().sheet).toBe('hand-over');
});

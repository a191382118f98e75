import { expect, test } from 'vitest';
import { openAtWork, temporaryFolder } from '../support/desk-at-work.ts';
import { seedTraining } from '#main/desk/training/training-shift.ts';
import { findScenario } from '#main/desk/training/scenario-catalogue.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { clinicalWordIn } from '#shared/plan/approach.ts';

test('in training one caller is known: recognised by his number, with what was before and how to meet him', () => {
  const atWork = openAtWork(temporaryFolder());
  seedTraining(atWork.desk);
  const { where } = findScenario('evening-caller');
  if (typeof where !== 'object') throw new Error('The evening caller has a home.');
  const operators = atWork.do({ operator: null, focus: null }, 'desk.hello', {}).operators;
  const dispatcher = operators.find(({ role }) => role === 'dispatcher') ?? null;
  const session = { operator: dispatcher, focus: null };
  const callId = atWork.do(session, 'call.receive', {
    ani: where.callback,
    address: where.address,
    words: 'It is one of those nights.',
    callType: null,
  }).made as CallId;
  const [walter, ...others] = atWork.do(session, 'person.known', { callId })?.candidates ?? [];
  expect(others).toEqual([]);
  expect(walter).toMatchObject({
    label: 'Walter Hollis',
    certainty: null,
    contactsInAll: 4,
    match: { strength: 'possible' },
    notes: [{ standing: 'to-review' }],
    plan: { agreed: true },
  });
  expect(walter?.contacts.map(({ ended }) => ended)).toEqual([
    'Follow-up scheduled',
    'Resolved by phone',
    'Resolved by phone',
    'Services in the community',
  ]);
  for (const text of [walter?.notes[0]?.text, walter?.plan?.says])
    expect(clinicalWordIn(text ?? '')).toBeNull();
  expect(auditBoard(atWork.desk.db).equal).toBe(true);
});

import { expect, test } from 'vitest';
import { cleo, fold, incidentId, type Told } from '../support/given.ts';
import { talking } from '../support/transfer-states.ts';
import stored from './transfers-of-0.1.json' with { type: 'json' };
import { upcast } from '#db/journal/upcasters.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

/** Transfers as version 0.1 wrote them: frozen in the file. */
const [begun, back, accepted] = stored.map(
  ({ body }) => JSON.parse(body) as Record<string, unknown>,
);
const lifted = (...bodies: (Record<string, unknown> | undefined)[]) =>
  bodies.map((body) => ({ ...upcast(body!), incidentId }) as Told);

test('a transfer of before 0.3 was offered, without steps, and is still under way', () => {
  const after = fold(lifted(begun), talking);
  expect(after.phone).toMatchObject({
    state: 'transferring',
    clinician: cleo,
    transfer: { to: '988', line: null, step: 'offered', passed: [] },
  });
});

test('one of before 0.3 that came back has bounced, and one that was accepted is over', () => {
  expect(fold(lifted(begun, back), talking)).toMatchObject({
    bounces: 1,
    cameBack: { from: '988', line: null, why: 'Nobody answered' },
    phone: { state: 'with-clinician' },
  });
  expect(fold(lifted(begun, accepted), talking).phone.state).toBe('ended');
  expect(upcast(accepted!)).toMatchObject({ receiver: null, readBack: false });
});

test('what is written today is read as it was written', () => {
  const line = { id: '988', label: '988 lifeline', dial: 'tel:988' };
  const events = [
    { ...begun, line },
    { ...accepted, receiver: 'Kim', readBack: true },
  ] as unknown as JournalEvent[];
  expect(events.map((event) => upcast({ ...event }))).toEqual(events);
});

import { expect, test } from 'vitest';
import { cleo, context, couldTalk, decided, fold, incidentId } from '../support/given.ts';
import { referred, tomorrow } from '../support/phone-endings.ts';
import { A_CODE, referralId } from '../support/referral-states.ts';
import type { ContactId } from '#shared/lib/brand.ts';
import { endConversation } from '#shared/phone/decide-outcome.ts';

const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], decided(couldTalk));

test('to a substance-use program: what names the place is Part 2, also the call that is promised', () => {
  const referral = { ...referred.referral, substanceUse: true };
  const outcome = endConversation(
    talking,
    { ...referred, referral, followUp: tomorrow },
    { open: [], risk: null, plan: false, secondPerson: null },
    { contactId: 'k1' as ContactId, referralId, code: A_CODE },
    context({ by: cleo }),
  ) as { type: string; kind?: string; reason?: string }[];
  expect(outcome.find(({ type }) => type === 'contact.promised')?.reason).toBe(
    'The referral: did they get there?',
  );
  const naming = outcome.filter((event) =>
    JSON.stringify(event).includes('Invented walk-in clinic'),
  );
  expect(naming.map(({ type, kind }) => [type, kind])).toEqual([
    ['incident.note-added', 'part-2'],
    ['referral.made', 'part-2'],
  ]);
});

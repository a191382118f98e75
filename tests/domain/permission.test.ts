import { expect, test } from 'vitest';
import { dana } from '../support/given.ts';
import { evolveOperator } from '#shared/roster/operator-events.ts';
import { ROLES, type Role } from '#shared/roster/operator.ts';
import { may, PERMISSIONS, type Permission } from '#shared/roster/permission.ts';

// Written out a second time on purpose: a right nobody meant to give turns this red.
const RIGHTS: Readonly<Record<Permission, string>> = {
  'take-calls': 'call-taker dispatcher supervisor clinician',
  'answer-facts': 'call-taker dispatcher supervisor clinician',
  'decide-response': 'dispatcher supervisor clinician',
  'send-units': 'dispatcher supervisor',
  'watch-crews': 'call-taker dispatcher clinician supervisor',
  'phone-work': 'clinician',
  'read-clinical': 'clinician',
  'read-part-2': 'clinician',
  'read-justice': 'call-taker dispatcher supervisor',
  'monitor-calls': 'clinician',
  'hear-advice': 'call-taker dispatcher clinician supervisor',
  'answer-clinician': 'dispatcher supervisor',
  'sign-second': 'dispatcher clinician supervisor',
  'keep-cautions': 'call-taker dispatcher clinician supervisor',
  'remove-cautions': 'supervisor',
  'keep-consents': 'clinician',
  'share-packet': 'dispatcher clinician supervisor',
  'account-disclosures': 'clinician supervisor',
  'review-disclosures': 'supervisor',
  'close-incident': 'dispatcher supervisor clinician',
  'upgrade-police-ems': 'call-taker dispatcher clinician supervisor admin',
  'keep-policy': 'supervisor',
  'review-decisions': 'supervisor',
  'review-hand-overs': 'supervisor',
  'see-ledger': 'supervisor admin',
  'see-outcomes': 'supervisor',
  'know-people': 'call-taker dispatcher clinician supervisor',
  'search-directory': 'call-taker dispatcher clinician supervisor admin',
  'keep-directory': 'supervisor admin',
  'keep-referrals': 'clinician',
  'keep-accounts': 'admin',
  'read-audit': 'supervisor admin',
  'keep-store-key': 'admin',
  'unlock-accounts': 'supervisor admin',
  'print-paper': 'call-taker dispatcher clinician supervisor admin',
  'keep-paper': 'supervisor admin',
  'back-enter': 'dispatcher supervisor',
  'keep-areas': 'supervisor admin',
  'keep-screener': 'supervisor admin',
  'keep-call-types': 'supervisor admin',
  'keep-roster': 'supervisor admin',
  'keep-intake-lines': 'supervisor admin',
  'keep-retention': 'supervisor admin',
  'keep-places': 'supervisor admin',
  'keep-copies': 'supervisor admin',
  'keep-imports': 'supervisor admin',
  'see-board': 'call-taker dispatcher clinician supervisor admin',
};

const table = Object.keys(PERMISSIONS).flatMap((permission) =>
  ROLES.map((role) => [role, permission as Permission] as const),
);

test.each(table)('a %s and the right to %s', (role, permission) => {
  expect(may(role, permission)).toBe(RIGHTS[permission].split(' ').includes(role));
});

test('everybody may call police and EMS', () => {
  for (const role of ROLES) expect(may(role, 'upgrade-police-ems')).toBe(true);
});

test('an account starts active and keeps its name and role through signing on and off', () => {
  const role: Role = 'dispatcher';
  const added = evolveOperator(null, {
    type: 'operator.added',
    operatorId: dana,
    name: 'Dana',
    role,
  });
  expect(added).toEqual({ operatorId: dana, name: 'Dana', role, active: true });
  for (const type of ['operator.signed-on', 'operator.signed-off'] as const)
    expect(evolveOperator(added, { type, operatorId: dana })).toBe(added);
  const left = { type: 'operator.left-holding', operatorId: dana } as const;
  expect(evolveOperator(added, { ...left, incidents: [], contacts: [] })).toBe(added);
});

import { expect, test } from 'vitest';
import { UNIT_STATUS, UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';

/** NENA-STA-021.1b, the registries of primary and secondary unit status, as far as a unit here can be it. */
const PRIMARY = ['Available', 'ConditionallyAvailable', 'NotAvailable'];
const SECONDARY = [
  'Assigned',
  'EnRoute',
  'Staging',
  'OnScene',
  'PatientContact',
  'Transporting',
  'Cleared',
  'Unmanned',
];

/** What another center reads from the two codes: the first status that has them. */
function readBack(status: UnitStatus): UnitStatus | undefined {
  const { eidoPrimary, eidoSecondary } = UNIT_STATUS[status];
  return UNIT_STATUSES.find(
    (each) =>
      UNIT_STATUS[each].eidoPrimary === eidoPrimary &&
      UNIT_STATUS[each].eidoSecondary === eidoSecondary,
  );
}

test('every status has codes of the registries, and all of those that apply are used', () => {
  for (const status of UNIT_STATUSES) expect(PRIMARY).toContain(UNIT_STATUS[status].eidoPrimary);
  const used = UNIT_STATUSES.map((status) => UNIT_STATUS[status].eidoSecondary);
  expect(new Set(used.filter((each) => each !== null))).toEqual(new Set(SECONDARY));
});

test.each(UNIT_STATUSES.filter((status) => status !== 'at-destination'))(
  '%s is read back as itself',
  (status) => {
    expect(readBack(status)).toBe(status);
  },
);

test('the registry has no code for having arrived: that reads as still transporting', () => {
  expect(readBack('at-destination')).toBe('transporting');
});

test('only a unit that is available is called so, and one on an incident never is', () => {
  for (const status of UNIT_STATUSES)
    expect(UNIT_STATUS[status].eidoPrimary === 'Available').toBe(status === 'available');
});

import { UNIT_STATUS, UNIT_STATUSES, type UnitStatus } from '#shared/unit/unit-status.ts';

/** Letters the keymap keeps for itself everywhere: such a status would have its digit only. */
const KEPT: readonly string[] = ['p'];

/** What else is done in the status sheet. No letter is that of a status. */
export const UNIT_SHEET_KEYS = {
  correct: 'r',
  standDown: 'n',
  takeOff: 'u',
  where: 'a',
  checkIn: 'i',
  backUp: 'Shift+B',
  duress: 'Shift+D',
  over: 'y',
  another: 'b',
} as const;

/** One for each of the crew, in the order they stand on the roster. */
export const CREW_KEYS: readonly string[] = ['h', 'j', 'k', 'l', 'm', 'q'];

/** The key of a status where it stands as number `at` among what may come next. */
export function statusKey(status: UnitStatus, at: number): string {
  const { key } = UNIT_STATUS[status];
  return KEPT.includes(key) ? String(at + 1) : key;
}

/** Every status with its key, as where any of them may be chosen. */
export const STATUS_KEYS: readonly (readonly [status: UnitStatus, key: string])[] =
  UNIT_STATUSES.map((status) => [status, statusKey(status, UNIT_STATUSES.indexOf(status))]);

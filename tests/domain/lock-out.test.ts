import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dana } from '../support/given.ts';
import { evolveAccess, type AccountAccess } from '#shared/roster/account-access.ts';
import {
  daysAway,
  failure,
  isLockedOut,
  letsInAgain,
  unlockAccount,
} from '#shared/roster/lock-out.ts';
import type { OperatorEvent } from '#shared/roster/operator-events.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

const START = Date.parse('2026-03-03T18:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const fresh = evolveAccess(
  null,
  { type: 'operator.added', operatorId: dana, name: 'Dana', role: 'dispatcher' },
  at(0),
)!;
const then = (access: AccountAccess, events: readonly OperatorEvent[], when: string) =>
  events.reduce((state, event) => evolveAccess(state, event, when)!, access);

/** The account after a wrong passphrase at each of these minutes. */
function wrongAt(minutes: readonly number[], access = fresh): AccountAccess {
  return minutes.reduce(
    (state, minute) => then(state, failure(dana, state, at(minute), 'sign-on'), at(minute)),
    access,
  );
}
const signedOn = { type: 'operator.signed-on', operatorId: dana } as const;

test.each<[string, readonly number[], boolean]>([
  ['four at once', [0, 0, 0, 0], false],
  ['five at once', [0, 0, 0, 0, 0], true],
  ['five within fifteen minutes', [0, 3, 7, 11, 14.9], true],
  ['the fifth when the first is fifteen minutes old', [0, 3, 7, 11, 15], false],
  ['one every four minutes', [0, 4, 8, 12, 16, 20], false],
  ['five, the clock an hour back after the third', [60, 61, 62, 3, 4], true],
  ['ten in a row, however far apart', [0, 30, 60, 90, 120, 150, 180, 210, 240, 270], true],
])('%s', (_what, minutes, out) => {
  expect(isLockedOut(wrongAt(minutes))).toBe(out);
});

test('a right one takes no wrong one away, so that nobody guesses in the shade of its owner', () => {
  const four = then(wrongAt([0, 1, 2, 3]), [signedOn], at(4));
  expect(isLockedOut(wrongAt([5], four))).toBe(true);
  const rested = then(wrongAt([0, 30, 60, 90, 120, 150, 180, 210, 240]), [signedOn], at(250));
  expect(isLockedOut(wrongAt([270], rested))).toBe(false);
});

test('somebody else ends it, and then all is forgotten', () => {
  const out = wrongAt([0, 0, 0, 0, 0]);
  const account = { operatorId: dana, name: 'Dana' };
  expect(unlockAccount(account, out, dana)).toMatchObject({ refused: 'own-account' });
  const events = unlockAccount(account, out, 'sam' as never);
  if (isRefusal(events)) throw new Error(events.because);
  const again = then(out, events, at(1));
  expect(isLockedOut(again)).toBe(false);
  expect(isLockedOut(wrongAt([2, 2, 2, 2], again))).toBe(false);
  expect(unlockAccount(account, again, 'sam' as never)).toEqual([]);
});

test('it ends by itself only where nobody is left who could, and not for a clock that was set back', () => {
  const out = { lockedOutAt: at(0) };
  expect(letsInAgain(out, at(100_000), true)).toBe(false);
  expect(letsInAgain(out, at(14.9), false)).toBe(false);
  expect(letsInAgain(out, at(-600), false)).toBe(false);
  expect(letsInAgain(out, at(15), false)).toBe(true);
});

test('thirty days without signing on are long enough, counted from the last time', () => {
  const day = 24 * 60;
  expect(daysAway(fresh, at(30 * day))).toBeNull();
  expect(daysAway(fresh, at(31 * day))).toBe(31);
  const used = then(fresh, [signedOn], at(20 * day));
  expect(daysAway(used, at(50 * day))).toBeNull();
  const back = then(fresh, [{ type: 'operator.reactivated', operatorId: dana }], at(100 * day));
  expect(daysAway(back, at(101 * day))).toBeNull();
  expect(daysAway(used, at(-400 * day))).toBeNull();
  // The clock fell back to its factory date for a shift, and was set right again.
  const wrongClock = then(used, [signedOn], '2000-01-01T00:00:00.000Z');
  expect(daysAway(wrongClock, at(21 * day))).toBeNull();
  expect(wrongClock.signedOnAt).toBe('2000-01-01T00:00:00.000Z');
});

test('never more than five guesses in fifteen minutes without somebody letting them in again', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 12 }), right: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let access = fresh;
      let minute = 0;
      const judged: number[] = [];
      for (const { wait, right } of steps) {
        minute += wait;
        if (isLockedOut(access)) continue;
        if (right) access = then(access, [signedOn], at(minute));
        else {
          judged.push(minute);
          access = wrongAt([minute], access);
        }
      }
      for (const from of judged)
        expect(
          judged.filter((each) => each >= from && each - from < 15).length,
        ).toBeLessThanOrEqual(5);
    }),
  );
});

test('never more than ten in a row, whatever anybody does to the clock', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 40 }),
      (minutes) => {
        let access = fresh;
        let judged = 0;
        for (const minute of minutes) {
          if (isLockedOut(access)) continue;
          judged += 1;
          access = wrongAt([minute], access);
        }
        expect(judged).toBeLessThanOrEqual(10);
      },
    ),
  );
});

import { describe, expect, test } from 'vitest';
import { DAY, IN_STATE, instant, made, told } from '../support/referral-states.ts';
import { dueOf, watchReferral } from '#shared/referral/referral-clock.ts';
import { REFERRAL_STATES, type Referral } from '#shared/referral/referral.ts';

const WAITS: readonly (readonly [string, Referral, string | null, number])[] = [
  ['made and to be sent', made(), 'send', DAY],
  ['made, and they go alone', made({ consent: 'self' }), 'arrival', 7 * DAY],
  ['sent', IN_STATE.sent, 'answer', 5 + 3 * DAY],
  ['on a waiting list', IN_STATE.waitlisted, 'wait', 10 * DAY],
  ['accepted with an appointment', IN_STATE.accepted, 'arrival', 4 * DAY],
  ['arrived', IN_STATE.arrived, 'linkage', 30 * DAY],
];

describe.each(WAITS)('a referral that is %s', (_what, referral, step, minutes) => {
  const look = (on: Referral, at: number) => watchReferral(on, Date.parse(instant(at)));

  test('is overdue once, at its time', () => {
    expect(dueOf(referral)).toMatchObject({ step, until: instant(minutes) });
    expect(look(referral, minutes - 1)).toEqual([]);
    const events = look(referral, minutes);
    expect(events).toMatchObject([{ type: 'referral.overdue', step, why: 'time' }]);
    const said = told(events, referral, minutes);
    expect(said.overdue).toEqual({ step, at: instant(minutes) });
    expect(said.standing).toEqual(referral.standing);
    for (const later of [minutes, minutes + DAY, -DAY]) expect(look(said, later)).toEqual([]);
  });

  test('is overdue at once when the clock was set back behind it', () => {
    expect(look(referral, -DAY)).toMatchObject([{ step, why: 'clock-set-back' }]);
  });
});

test('nothing is waited for where it is over', () => {
  const over = REFERRAL_STATES.filter((state) => dueOf(IN_STATE[state]) === null);
  expect(over).toEqual(['linked', 'declined', 'withdrawn', 'ended']);
});

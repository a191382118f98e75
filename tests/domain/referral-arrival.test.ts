import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dates, DAY, IN_STATE, told } from '../support/referral-states.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { confirmArrival, type Confirming } from '#shared/referral/confirm-arrival.ts';
import { referralCode, readReferralCode, DRAWN_SIGNS } from '#shared/referral/referral-code.ts';

const { accepted, arrived, linked, ended, withdrawn } = IN_STATE;
const on = (arrivedOn: string, servedOn: string | null = null): Confirming => {
  return { arrivedOn, servedOn };
};
const types = (outcome: readonly { type: string }[] | Refusal) =>
  Array.isArray(outcome) ? outcome.map(({ type }) => type) : (outcome as Refusal).refused;
const confirm = (confirming: Confirming, referral = accepted) =>
  confirmArrival(referral, confirming, 'code', dates);

describe('the receiving place confirms', () => {
  test('that the person came, and says so once', () => {
    const events = confirm(on('2026-03-05'));
    expect(events).toMatchObject([{ type: 'referral.arrived', on: '2026-03-05', by: 'code' }]);
    const after = told(events as never, accepted, 2 * DAY);
    expect(after.standing).toMatchObject({ state: 'arrived', arrival: { on: '2026-03-05' } });
    expect(confirm(on('2026-03-05'), after)).toEqual([]);
    expect(confirm(on('2026-03-09'), after)).toEqual([]);
  });

  test('a service: that is the linkage, and the arrival with it', () => {
    expect(types(confirm(on('2026-03-05', '2026-03-06')))).toEqual([
      'referral.arrived',
      'referral.linked',
    ]);
    expect(types(confirm(on('2026-03-05', '2026-03-06'), arrived))).toEqual(['referral.linked']);
    expect(confirm(on('2026-03-05', '2026-03-06'), linked)).toEqual([]);
  });

  test.each([
    ['2026-04-02', ['referral.arrived', 'referral.linked']],
    ['2026-04-03', ['referral.arrived']],
  ])('a service on %s, thirty days on or later', (servedOn, wrote) => {
    expect(types(confirm(on('2026-03-05', servedOn)))).toEqual(wrote);
  });

  test('a service that is too late adds nothing to an arrival on record', () => {
    expect(types(confirm(on('2026-03-05', '2026-04-03'), arrived))).toBe('too-late-to-link');
  });

  test('late, after somebody gave up, and it counts', () => {
    const after = told(confirm(on('2026-03-05', '2026-03-20'), ended) as never, ended, 20 * DAY);
    expect(after.standing.state).toBe('linked');
  });

  test('nothing of somebody who withdrew', () => {
    expect(types(confirm(on('2026-03-05'), withdrawn))).toBe('referral-withdrawn');
  });

  test.each([
    ['before-referral', on('2026-03-02')],
    ['in-the-future', on('2026-04-21')],
    ['in-the-future', on('2026-04-01', '2026-04-21')],
    ['served-before-arrival', on('2026-03-06', '2026-03-05')],
  ])('no date that cannot be: %s', (refused, confirming) => {
    const outcome = confirm(confirming);
    expect(outcome).toMatchObject({ refused });
    expect((outcome as Refusal).because).toMatch(/Nothing was recorded/);
  });
});

const drawn = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: DRAWN_SIGNS,
  maxLength: DRAWN_SIGNS,
});

describe('a referral code', () => {
  test('is read however it is typed', () => {
    fc.assert(
      fc.property(drawn, (numbers) => {
        const code = referralCode(numbers);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
        for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code} `])
          expect(readReferralCode(typed)).toBe(code);
      }),
    );
  });

  test('with one wrong sign, or two that changed places, is none', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.nat(DRAWN_SIGNS),
        fc.nat(DRAWN_SIGNS),
        fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'),
        (numbers, at, other, sign) => {
          const signs = [...referralCode(numbers).replace('-', '')];
          const changed = signs.with(at, sign).join('');
          if (changed !== signs.join(''))
            expect(readReferralCode(changed)).toMatchObject({ refused: 'code-check' });
          const swapped = signs.with(at, signs[other]!).with(other, signs[at]!).join('');
          if (swapped !== signs.join(''))
            expect(readReferralCode(swapped)).toMatchObject({ refused: 'code-check' });
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['code-length', 'ABCDE'],
    ['code-sign', 'ABCDE-FGHJ0'],
    ['code-sign', 'ABCDEFGHI2'],
  ])('that cannot be one is refused in a sentence: %s', (refused, typed) => {
    const outcome = readReferralCode(typed);
    expect(outcome).toMatchObject({ refused });
    expect((outcome as Refusal).because).toMatch(/Nothing was recorded/);
  });
});

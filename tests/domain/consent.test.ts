import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleo, given, incidentId, START } from '../support/given.ts';
import { consent } from '../support/packet-examples.ts';
import { evolveConsent, type ConsentEvent } from '#shared/disclosure/consent-events.ts';
import { CONSENTERS, CONSENTER_RULES, consentFor, holds } from '#shared/disclosure/consent.ts';
import {
  giveConsent,
  revokeConsent,
  watchConsent,
  type ConsentDraft,
} from '#shared/disclosure/decide-consent.ts';
import type { ConsentId } from '#shared/lib/brand.ts';

const consentId = 'consent-1' as ConsentId;
const DRAFT: ConsentDraft = {
  consenter: 'adult',
  recipient: 'ems',
  partitions: ['clinical'],
  purposes: ['treatment'],
  way: 'spoken',
  hours: 24,
};
const give = (more: Partial<ConsentDraft> = {}) =>
  given([]).when(() => giveConsent(consentId, incidentId, { ...DRAFT, ...more }, START));
const at = (hours: number) => Date.parse(START) + hours * 3_600_000;

test('a spoken consent to clinical text is written down with its end, each of a list once', () => {
  expect(give({ partitions: ['clinical', 'clinical'] }).outcome).toEqual([
    {
      type: 'consent.given',
      consentId,
      incidentId,
      consenter: 'adult',
      recipient: 'ems',
      partitions: ['clinical'],
      purposes: ['treatment'],
      way: 'spoken',
      expiresAt: '2026-03-04T18:00:00.000Z',
    },
  ]);
});

describe('what is refused, and why', () => {
  test.each<[string, Partial<ConsentDraft>, string, RegExp]>([
    ['nothing to share', { partitions: [] }, 'nothing-consented', /at least one/],
    ['nothing it is for', { purposes: [] }, 'nothing-consented', /what for/],
    ['no end', { hours: 24 * 366 }, 'consent-must-end', /ends/],
    ['half an hour of a day', { hours: 1.5 }, 'consent-must-end', /end/],
    [
      'clinical text for police',
      { recipient: 'police', purposes: ['response'] },
      'not-to-be-consented',
      /Police/,
    ],
    [
      'Part 2 for dispatch',
      { recipient: 'dispatch', partitions: ['part-2'], way: 'written' },
      'not-to-be-consented',
      /never goes/,
    ],
    ['spoken Part 2', { partitions: ['part-2'] }, 'written-needed', /2\.31/],
    [
      'Part 2 by a parent of a young person',
      { partitions: ['part-2'], way: 'written', consenter: 'minor-with-guardian' },
      'own-consent-needed',
      /2\.14/,
    ],
  ])('%s', (_, more, code, sentence) => give(more).refused(code, sentence));
});

test('a written consent opens Part 2, by the person, the young person, or who decides for them', () => {
  for (const consenter of ['adult', 'minor', 'guardian-of-child', 'legal-guardian'] as const)
    expect(give({ partitions: ['part-2'], way: 'written', consenter }).outcome).toMatchObject([
      { type: 'consent.given', partitions: ['part-2'] },
    ]);
});

test('every word somebody may give has its rule in a sentence with its source', () => {
  for (const consenter of CONSENTERS)
    expect(CONSENTER_RULES[consenter]).toMatch(/\(.*(ILCS|CFR).*\)/);
});

test('revoking works forward only, once, and not on what has ended by itself', () => {
  const standing = consent();
  expect(revokeConsent(standing)).toEqual([{ type: 'consent.revoked', consentId, incidentId }]);
  const stamp = { at: START, by: cleo };
  const revoked = evolveConsent(
    standing,
    { type: 'consent.revoked', consentId, incidentId },
    stamp,
  )!;
  expect(revoked.ended).toEqual({ why: 'revoked', at: START, by: cleo });
  expect(revokeConsent(revoked)).toEqual([]);
  const expired = consent({ ended: { why: 'time', at: START, by: cleo } });
  given([])
    .when(() => revokeConsent(expired))
    .refused('consent-ended', /opens nothing/);
});

test('it holds from its giving to its end, and not when the clock lies before its giving', () => {
  const standing = consent();
  expect([0, 23.9].map((hours) => holds(standing, at(hours)))).toEqual([true, true]);
  expect([24, 1000, -1].map((hours) => holds(standing, at(hours)))).toEqual([false, false, false]);
});

test('the watch ends it once, by time or because the clock was set back', () => {
  const standing = consent();
  expect(watchConsent(standing, at(23))).toEqual([]);
  expect(watchConsent(standing, at(24))).toMatchObject([{ type: 'consent.expired', why: 'time' }]);
  expect(watchConsent(standing, at(-2))).toMatchObject([{ why: 'clock-set-back' }]);
  const ended = consent({ ended: { why: 'time', at: START, by: cleo } });
  expect(watchConsent(ended, at(48))).toEqual([]);
});

const word = fc.constantFrom<ConsentEvent>(
  { type: 'consent.revoked', consentId, incidentId },
  { type: 'consent.expired', consentId, incidentId, why: 'time' },
  { type: 'consent.expired', consentId, incidentId, why: 'clock-set-back' },
);

test('what has ended opens nothing again, whatever is written and whatever the clock says', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1 }),
      fc.integer({ min: -999, max: 999 }),
      (words, hours) => {
        let standing: ReturnType<typeof consent> | null = consent();
        for (const event of words)
          standing = evolveConsent(standing, event, { at: START, by: cleo });
        expect(holds(standing!, at(hours))).toBe(false);
        expect(standing!.ended?.why).toBe(
          words[0]!.type === 'consent.revoked' ? 'revoked' : (words[0] as { why: string }).why,
        );
      },
    ),
  );
});

test('a consent opens its own recipient, partitions and purposes, and no others', () => {
  const consents = [consent()];
  const ask = { recipient: 'ems', partition: 'clinical', purpose: 'treatment' } as const;
  expect(consentFor(consents, ask, at(1))?.consentId).toBe(consentId);
  for (const other of [
    { ...ask, recipient: 'hospital' as const },
    { ...ask, partition: 'part-2' as const },
    { ...ask, partition: 'justice' as const },
    { ...ask, purpose: 'response' },
    { ...ask, purpose: 'emergency' },
  ])
    expect(consentFor(consents, other, at(1))).toBeNull();
});

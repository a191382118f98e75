import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goToFigures, type GoToCounts } from '#shared/outcomes/go-to.ts';
import { publishedLinkage } from '#shared/outcomes/published-linkage.ts';
import { linkageFigures, type CountedReferral } from '#shared/outcomes/linkage.ts';

const referral = (more: Partial<CountedReferral> = {}): CountedReferral => ({
  partner: 'Clinic',
  consented: true,
  ageDays: 40,
  sent: true,
  answerHours: null,
  accepted: false,
  declined: false,
  arrived: false,
  linked: false,
  saidCame: false,
  ...more,
});
const accepted = { answerHours: 4, accepted: true } as const;
const linked = { ...accepted, arrived: true, linked: true } as const;

describe('linkage', () => {
  test('a referral that is made, sent or accepted is none, whatever the person says', () => {
    const { linkage30, steps, onlySaid } = linkageFigures([
      referral({ sent: false }),
      referral(accepted),
      referral({ ...accepted, saidCame: true }),
      referral({ ...accepted, arrived: true }),
      referral(linked),
    ]);
    expect(linkage30).toMatchObject({ numerator: 1, denominator: 5, value: 0.2 });
    expect(onlySaid).toBe(1);
    expect(steps).toEqual({
      made: 5,
      consented: 5,
      sent: 4,
      accepted: 4,
      arrived: 2,
      linked: 1,
    });
  });

  test('without consent nobody can confirm it: it is in no denominator', () => {
    const { linkage30 } = linkageFigures([referral({ consented: false, sent: false })]);
    expect(linkage30).toEqual({ numerator: 0, denominator: 0, value: null, low: null, high: null });
  });

  test('before its 30 days are over it is in neither number, linked or not', () => {
    const young = linkageFigures([
      referral({ ageDays: 29.9 }),
      referral({ ...linked, ageDays: 3 }),
      referral({ ageDays: 30 }),
    ]);
    expect(young.linkage30).toMatchObject({ numerator: 0, denominator: 1 });
    expect(young.tooYoung).toBe(2);
    expect(young.steps.linked).toBe(1);
  });

  test('a place accepts what it accepted of what it decided, and answers in so many hours', () => {
    const { accept, answers, unanswered } = linkageFigures([
      referral({ ...accepted, answerHours: 2 }),
      referral({ ...accepted, answerHours: 10 }),
      referral({ answerHours: 50, declined: true }),
      referral({ answerHours: 6 }),
      referral(),
    ]);
    expect(accept).toMatchObject({ numerator: 2, denominator: 3 });
    expect(answers).toEqual({ answered: 4, medianHours: 6, p90Hours: 50 });
    expect(unanswered).toBe(1);
  });

  test('each place has its own line, the one most referred to first', () => {
    const { partners } = linkageFigures([
      referral({ partner: 'Harbor' }),
      referral(linked),
      referral(),
      referral({ partner: null }),
    ]);
    expect(partners.map(({ partner, made, linked: came }) => [partner, made, came])).toEqual([
      ['Clinic', 2, 1],
      [null, 1, 0],
      ['Harbor', 1, 0],
    ]);
  });

  test('whatever became of them, the places add up to all of them', () => {
    const some = fc.record({
      partner: fc.constantFrom('A', 'B', null),
      ageDays: fc.integer({ min: 0, max: 90 }),
      consented: fc.boolean(),
      sent: fc.boolean(),
      answerHours: fc.option(fc.integer({ min: 0, max: 100 })),
      accepted: fc.boolean(),
      declined: fc.boolean(),
      arrived: fc.boolean(),
      linked: fc.boolean(),
      saidCame: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some), (referrals) => {
        const { partners, steps, linkage30, tooYoung, accept } = linkageFigures(referrals);
        const sum = (of: (each: (typeof partners)[number]) => number) =>
          partners.reduce((total, each) => total + of(each), 0);
        expect(sum(({ made }) => made)).toBe(steps.made);
        expect(sum(({ linked: came }) => came)).toBe(steps.linked);
        expect(sum(({ accept: own }) => own.denominator)).toBe(accept.denominator);
        expect(linkage30.denominator + tooYoung).toBe(steps.consented);
      }),
    );
  });
});

describe('what leaves the center', () => {
  const many = (count: number, more: Partial<CountedReferral>) =>
    Array.from({ length: count }, () => referral(more));

  test('names no place with fewer than eleven, nor lets it be computed', () => {
    const { partners, steps } = publishedLinkage(
      linkageFigures([
        ...many(40, { partner: 'A' }),
        ...many(20, { ...linked, partner: 'A' }),
        ...many(30, { partner: 'B' }),
        ...many(3, { ...linked, partner: 'B' }),
        ...many(25, { partner: 'C' }),
        ...many(15, { ...linked, partner: 'C' }),
      ]),
    );
    expect(steps.linked).toBe(38);
    const [a, , b] = ['A', 'C', 'B'].map((name) => partners.find((each) => each.partner === name));
    expect(b?.linked).toBe('<11');
    // Its total and all the others would give it away.
    expect(partners.filter((each) => each.linked === 'withheld').length).toBeGreaterThan(0);
    expect(a?.medianHours).toBe(4);
    expect(partners.every((each) => !('accept' in each))).toBe(true);
  });

  test('keeps large places whole', () => {
    const { partners } = publishedLinkage(
      linkageFigures([
        ...many(40, { partner: 'A' }),
        ...many(20, { ...linked, partner: 'A' }),
        ...many(30, { partner: 'B' }),
        ...many(13, { ...linked, partner: 'B' }),
      ]),
    );
    expect(partners.map(({ made, linked: came, notLinked }) => [made, came, notLinked])).toEqual([
      [60, 20, 40],
      [43, 13, 30],
    ]);
  });
});

describe('the go-to', () => {
  const counts: GoToCounts = {
    weeks: [
      { week: '2026-02-02', channels: { '911': 8, '988': 1 } },
      { week: '2026-02-09', channels: { '911': 7, 'walk-in': 4 } },
    ],
    enrolled: 12,
    planned: 3,
    months: [
      { month: '2026-01', community: 1, emergency: 9 },
      { month: '2026-02', community: 6, emergency: 4 },
    ],
    ofUnknown: 2,
    plan: { used: 3, notUsed: 1, notKnown: 5 },
  };

  test('is a share of the crisis contacts of people who are followed, month by month', () => {
    const { substitution, months } = goToFigures(counts);
    expect(substitution).toMatchObject({ numerator: 7, denominator: 20, value: 0.35 });
    expect(months.map(({ share }) => share.value)).toEqual([0.1, 0.6]);
    expect(months[1]!.share.low).toBeLessThan(0.6);
  });

  test('counts the doors over all weeks, the widest first', () => {
    const { channels } = goToFigures(counts);
    expect(channels.map(({ channel, share }) => [channel, share.numerator])).toEqual([
      ['911', 15],
      ['walk-in', 4],
      ['988', 1],
    ]);
    expect(channels[0]!.share.denominator).toBe(20);
  });

  test('leaves what is not known of the plan out of both numbers', () => {
    const { planUsed, planNotKnown, planGiven } = goToFigures(counts);
    expect(planUsed).toMatchObject({ numerator: 3, denominator: 4 });
    expect(planNotKnown).toBe(5);
    expect(planGiven).toMatchObject({ numerator: 3, denominator: 12 });
  });

  test('of nobody is nothing', () => {
    const plan = { used: 0, notUsed: 0, notKnown: 0 };
    const none = goToFigures({
      weeks: [],
      enrolled: 0,
      planned: 0,
      months: [],
      ofUnknown: 0,
      plan,
    });
    expect(none.substitution.value).toBeNull();
    expect(none.channels).toEqual([]);
  });
});

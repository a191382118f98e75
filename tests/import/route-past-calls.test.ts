import { describe, expect, test } from 'vitest';
import { routePastCalls } from '#main/desk/route/route-past-calls.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';

const inForce = shippedPolicy();
const route = (counts: Readonly<Record<string, number>>) =>
  routePastCalls(
    Object.entries(counts).map(([callType, calls]) => ({ callType, calls })),
    inForce,
  );

describe('routing past calls by what their type states', () => {
  test('no calls, no numbers', () => {
    expect(route({})).toMatchObject({
      calls: 0,
      behavioral: 0,
      notBehavioral: 0,
      byLevel: { L0: 0, L1: 0, L2: 0, L3: 0, L4: 0 },
      byResponse: {},
      notDeterminable: { calls: 0, why: [] },
      policy: { version: inForce.policy.version, hash: inForce.hash },
    });
  });

  test('ordinary dispatch is counted and not routed', () => {
    expect(route({ OTHER: 40, SUIATT: 2 })).toMatchObject({
      calls: 42,
      behavioral: 2,
      notBehavioral: 40,
      byLevel: { L4: 2, L3: 0 },
      byResponse: { 'police-ems': 2 },
      determinable: 2,
      provisional: 0,
    });
  });

  test('what nobody asked holds the level high, provisionally, and is named', () => {
    const report = route({ MHDIST: 5, OVERDS: 3 });
    expect(report).toMatchObject({
      byLevel: { L3: 8 },
      byResponse: { 'co-response': 8 },
      alongside: { ems: 3 },
      provisional: 8,
      determinable: 0,
      notDeterminable: { calls: 8 },
    });
    const [first] = report.notDeterminable.why;
    expect(first).toEqual({
      fact: 'weapon-in-hand',
      label: 'Weapon in hand',
      mandatory: true,
      calls: 8,
    });
    const behavioral = report.notDeterminable.why.find(({ fact }) => fact === 'behavioral');
    expect(
      behavioral?.calls,
      'a disturbance of mental health states it, an overdose does not',
    ).toBe(3);
  });

  test('every sum adds up', () => {
    const counts = Object.fromEntries(inForce.policy.callTypes.map(({ code }, i) => [code, i + 1]));
    const report = route(counts);
    const sum = (of: object) => Object.values(of).reduce((a: number, b: number) => a + b, 0);
    expect(report.calls).toBe(sum(counts));
    expect(report.behavioral + report.notBehavioral).toBe(report.calls);
    expect(sum(report.byLevel)).toBe(report.behavioral);
    expect(sum(report.byResponse)).toBe(report.behavioral);
    expect(report.determinable + report.notDeterminable.calls).toBe(report.behavioral);
    expect(report.byCallType.reduce((total, { calls }) => total + calls, 0)).toBe(
      report.behavioral,
    );
  });

  test('a type the policy does not know states nothing and is not hidden', () => {
    const report = route({ GONE: 4 });
    expect(report).toMatchObject({
      behavioral: 4,
      byLevel: { L3: 4 },
      unknownCallTypes: [{ callType: 'GONE', calls: 4 }],
    });
  });
});

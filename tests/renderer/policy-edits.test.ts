import { describe, expect, test } from 'vitest';
import { dayInZone, momentInZone } from '#shared/roster/zone-moment.ts';
import {
  covers,
  inserted,
  readPath,
  without,
  withValue,
  written,
} from '#renderer/policy/document-path.ts';
import { asPolicy, type Draft } from '#renderer/policy/draft-shape.ts';
import { combinationsText, draftState, msText, publishBar } from '#renderer/policy/draft-words.ts';
import { addPeriod, addRow, nextVersion, shifted, ticked } from '#renderer/policy/edit-lists.ts';
import {
  addCondition,
  addRule,
  moveRule,
  moveRuleTo,
  tickReading,
} from '#renderer/policy/edit-rules.ts';
import { tellingAnswers } from '#renderer/policy/proof-words.ts';
import { hoursText, readClock } from '#renderer/parts/service-hours.ts';
import { moveWords, percent } from '#renderer/policy/what-if-words.ts';
import { notProved, proved, unreadable, whatIf } from './policy-fixtures.ts';
import { POLICY } from './sheets-fixtures.ts';

const rules = (gate: number, policy = POLICY) => policy.gates[gate]!.rules.map(({ id }) => id);

describe('places of a document', () => {
  test('are written and read back', () => {
    const path = ['gates', 2, 'rules', 0, 'when', 1, 'fact'];
    expect(written(path)).toBe('$.gates[2].rules[0].when[1].fact');
    expect(readPath(written(path))).toEqual(path);
  });

  test('cover what lies in them, and not what only begins like them', () => {
    expect(covers('$.gates[2].rules[0].when', '$.gates[2].rules[0].when[1].fact')).toBe(true);
    expect(covers('$.gates[2].rules[1]', '$.gates[2].rules[12]')).toBe(false);
    expect(covers('$.facts[0].why', '$.facts[0]')).toBe(false);
  });

  test('change without touching what lies beside them', () => {
    const next = withValue(POLICY, ['gates', 0, 'title'], 'Other');
    expect(next.gates[0]?.title).toBe('Other');
    expect(next.gates[1]).toBe(POLICY.gates[1]);
    expect(POLICY.gates[0]?.title).not.toBe('Other');
  });

  test('an optional member goes away altogether: a policy has no undefined', () => {
    const path = ['gates', 2, 'rules', 0, 'response'];
    expect(Object.hasOwn(POLICY.gates[2]!.rules[0]!, 'response')).toBe(true);
    expect(Object.hasOwn(without(POLICY, path).gates[2]!.rules[0]!, 'response')).toBe(false);
  });

  test('take something in between', () => {
    expect(inserted({ list: [1, 3] }, ['list', 1], 2)).toEqual({ list: [1, 2, 3] });
  });
});

describe('rules', () => {
  test('move within their gate, and over its end into the next', () => {
    expect(moveRule(POLICY, ['gates', 0, 'rules', 0], 1)?.path).toEqual(['gates', 0, 'rules', 1]);
    const down = moveRule(POLICY, ['gates', 0, 'rules', 5], 1);
    expect(down?.path).toEqual(['gates', 1, 'rules', 0]);
    expect(rules(1, down?.policy)[0]).toBe('L4-FELONY');
    const back = moveRule(down!.policy, down!.path, -1);
    expect(back?.policy).toEqual(POLICY);
  });

  test('stop at the first and the last gate; a medical rule stays medical', () => {
    expect(moveRule(POLICY, ['gates', 0, 'rules', 0], -1)).toBeNull();
    expect(moveRule(POLICY, ['gates', 4, 'rules', 0], 1)).toBeNull();
    expect(moveRule(POLICY, ['medical', 'rules', 3], 1)).toBeNull();
  });

  test('go to the end of another gate when they are sent there', () => {
    const sent = moveRuleTo(POLICY, ['gates', 0, 'rules', 0], ['gates', 1, 'rules']);
    expect(rules(1, sent.policy).at(-1)).toBe('L4-WEAPON');
    expect(sent.path).toEqual(['gates', 1, 'rules', POLICY.gates[1]!.rules.length]);
    expect(rules(0, sent.policy)).not.toContain('L4-WEAPON');
  });

  test('a new one gets an id nobody has, in its own gate', () => {
    const first = addRule(POLICY, ['gates', 1, 'rules']);
    const second = addRule(first.policy, ['gates', 1, 'rules', 0]);
    expect(second.path).toEqual(['gates', 1, 'rules', 1]);
    expect(rules(1, second.policy)[1]).toBe('L3-NEW-2');
    expect(addRule(POLICY, ['medical', 'rules']).policy.medical.rules.at(-1)?.id).toBe('G0-NEW-1');
  });

  test('read a fact once, and its answers in the order they are asked', () => {
    const list = ['gates', 0, 'rules', 0, 'when'];
    expect(addCondition(POLICY, list, 'weapon-in-hand')).toBe(POLICY);
    const more = tickReading(POLICY, [...list, 0], 'not-asked', true);
    const both = tickReading(more, [...list, 0], 'no', true);
    expect(both.gates[0]?.rules[0]?.when[0]?.is).toEqual(['yes', 'no', 'not-asked']);
    expect(tickReading(both, [...list, 0], 'yes', false).gates[0]?.rules[0]?.when[0]?.is).toEqual([
      'no',
      'not-asked',
    ]);
  });
});

describe('lists', () => {
  test('a new period takes over where the one before ends', () => {
    const { policy, path } = addPeriod(POLICY, 0, '2027-01-01');
    expect(path).toEqual(['teamTypes', 1]);
    expect(policy.teamTypes[0]).toMatchObject({ effectiveTo: '2027-01-01' });
    expect(policy.teamTypes[1]).toMatchObject({
      id: POLICY.teamTypes[0]!.id,
      effectiveFrom: '2027-01-01',
      effectiveTo: null,
    });
  });

  test('a new row has an id of its own every time', () => {
    const once = addRow(POLICY, 'facts', 0);
    const twice = addRow(once.policy, 'facts', null);
    expect(once.path).toEqual(['facts', 1]);
    expect(twice.policy.facts.at(-1)?.id).toBe('new-fact-2');
  });

  test('ticking keeps the order, shifting changes it', () => {
    expect(ticked(['a', 'b'], 'a', true)).toEqual(['a', 'b']);
    expect(ticked(['a', 'b'], 'a', false)).toEqual(['b']);
    expect(shifted(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(shifted(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  test.each([
    ['2026.2', '2026.3'],
    ['2026.9', '2026.10'],
    ['draft', 'draft.1'],
  ])('after %s comes %s', (version, next) => {
    expect(nextVersion(version)).toBe(next);
  });
});

describe('the shape of a draft', () => {
  const shipped = POLICY as unknown as Draft;
  test('the shipped policy can be shown', () => {
    expect(asPolicy(shipped)).toBe(shipped);
  });

  test.each([
    ['no gates', { ...shipped, gates: undefined }],
    ['a rule without conditions', withValue(shipped, ['gates', 0, 'rules', 0, 'when'], 'yes')],
    ['a team without hours', without(shipped, ['teamTypes', 0, 'hours'])],
    [
      'a condition that accepts nothing',
      without(shipped, ['medical', 'rules', 0, 'when', 0, 'is']),
    ],
  ])('with %s it cannot', (_, document) => {
    expect(asPolicy(document)).toBeNull();
  });
});

describe('words', () => {
  test.each([
    ['240000000000000000', '2.4 × 10¹⁷'],
    ['3.6 × 10^19', '3.6 × 10¹⁹'],
    ['1024', '1,024'],
  ])('%s combinations are %s', (text, says) => {
    expect(combinationsText(text)).toBe(says);
  });

  test('the state of the draft is one line', () => {
    expect(draftState(null, false, false).says).toContain('Being proved');
    expect(draftState(proved([]), false, true)).toEqual({
      kind: 'same',
      says: 'Not changed · proved for 2.4 × 10¹⁷ combinations in 40 ms',
    });
    expect(draftState(notProved(), true, true).says).toBe('Not proved: 1 counter-example');
    expect(draftState(unreadable('$.x'), true, true).says).toContain('1 problem');
  });

  test('publishing is barred for one reason at a time, the nearest first', () => {
    const free = { proposal: null, scheduled: null };
    expect(publishBar(proved(), false, true, free)).toContain('Nothing is changed');
    expect(publishBar(proved(), true, false, free)).toContain('being proved');
    expect(publishBar(unreadable('$.x'), true, true, free)).toContain('1 problem');
    expect(publishBar(notProved(), true, true, free)).toContain('1 counter-example');
    const waits = { ...free, proposal: { proposedByName: 'Rosa' } };
    expect(publishBar(proved(), true, true, waits)).toContain('Rosa');
    const comes = { ...free, scheduled: { version: '2026.9' } };
    expect(publishBar(proved(), true, true, comes)).toContain('2026.9');
    expect(publishBar(proved(), true, true, free)).toBeNull();
  });

  test('times and parts are never said as nothing when they are something', () => {
    expect(msText(0.4)).toBe('less than 1 ms');
    expect(msText(1500)).toBe('1.5 s');
    expect(percent(1, 100_000)).toBe('< 0.1 %');
    expect(percent(0, 10)).toBe('0 %');
    expect(moveWords({ ...whatIf(), up: 0, down: 0, aside: 0, same: 240 })).toContain('stay as');
  });

  test('one yes among twenty noes is not hidden by them', () => {
    const facts = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`f${at}`, at === 7 ? 'yes' : 'no'] as const),
    );
    const { rows, rest } = tellingAnswers(facts, Object.keys(facts));
    expect(rows).toEqual([{ fact: 'f7', reading: 'yes' }]);
    expect(rest[0]?.facts).toHaveLength(19);
  });

  test('hours are said as a wall calendar does', () => {
    expect(hoursText([{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }])).toBe('Always');
    expect(hoursText([{ days: [1, 2, 3, 4, 5], from: 480, to: 990 }])).toBe('Mon–Fri 08:00–16:30');
    expect(hoursText([{ days: [0, 6], from: 0, to: 1440 }])).toBe('Sat, Sun');
    expect(hoursText([])).toBe('never');
    expect(readClock('8:30')).toBe(510);
    expect(readClock('24:00')).toBe(1440);
    expect(readClock('24:30')).toBeNull();
    expect(readClock('8:61')).toBeNull();
  });
});

describe('a moment on the center’s clock', () => {
  const zone = 'America/Chicago';
  test('is an instant, in summer and in winter', () => {
    expect(momentInZone(zone, '2026-07-01', '06:00')).toBe('2026-07-01T11:00:00.000Z');
    expect(momentInZone(zone, '2026-12-01', '06:00')).toBe('2026-12-01T12:00:00.000Z');
  });

  test('that the clock skips is none; of one it shows twice, the first', () => {
    expect(momentInZone(zone, '2026-03-08', '02:30')).toBeNull();
    expect(momentInZone(zone, '2026-11-01', '01:30')).toBe('2026-11-01T06:30:00.000Z');
  });

  test('that is not written like one is none', () => {
    expect(momentInZone(zone, '', '06:00')).toBeNull();
    expect(momentInZone(zone, '2026-07-01', '6')).toBeNull();
  });

  test('has the day of the center, not of the machine', () => {
    expect(dayInZone(zone, Date.parse('2026-07-01T03:00:00Z'))).toBe('2026-06-30');
  });
});

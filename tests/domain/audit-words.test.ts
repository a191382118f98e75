import { describe, expect, test } from 'vitest';
import { AUDIT_GROUPS } from '#shared/audit/audit-group.ts';
import { AUDIT_WORDS, auditWords, typesOf } from '#shared/audit/audit-words.ts';
import { EVENT_PARTITIONS } from '#shared/partition/event-partitions.ts';

const types = Object.keys(EVENT_PARTITIONS);

describe('the words of the audit', () => {
  test('are there for every event that can be written, and for no other', () => {
    expect(Object.keys(AUDIT_WORDS).sort()).toEqual(types.toSorted());
  });

  test('are a sentence of their own, so that two events are told apart', () => {
    const said = Object.values(AUDIT_WORDS).map(([, says]) => says);
    expect(new Set(said).size).toBe(said.length);
    for (const says of said) expect(says).toMatch(/^[A-Z0-9].*[^.]$/u);
  });

  test('have something in every group', () => {
    const used = new Set(Object.values(AUDIT_WORDS).map(([group]) => group));
    expect([...used].sort()).toEqual(AUDIT_GROUPS.toSorted());
  });

  test('say of an event of a later CareDesk that this one does not know it', () => {
    expect(auditWords('toString')[1]).toContain('does not know');
    expect(auditWords('later.event')[1]).toContain('does not know');
  });
});

describe('a filter', () => {
  test('that asks for everything names no types', () => {
    expect(typesOf(null, false)).toBeNull();
  });

  test.each(AUDIT_GROUPS)('by group %s takes its types and no others', (group) => {
    const rest = types.filter((type) => !typesOf(group, false)?.includes(type));
    for (const type of typesOf(group, false) ?? []) expect(auditWords(type)[0]).toBe(group);
    for (const type of rest) expect(auditWords(type)[0]).not.toBe(group);
  });

  test('for what failed leaves out what went well', () => {
    const failed = typesOf(null, true) ?? [];
    expect(failed).toContain('intake-line.access-refused');
    expect(failed).not.toContain('operator.signed-on');
    expect(typesOf('line', true)?.every((type) => failed.includes(type))).toBe(true);
  });
});

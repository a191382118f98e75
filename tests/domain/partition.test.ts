import { expect, test } from 'vitest';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CautionId, IncidentId } from '#shared/lib/brand.ts';
import { protectionOf, withheld } from '#shared/partition/protection.ts';
import { isKept, mayRead, PARTITIONS, partitionsOf } from '#shared/partition/partition.ts';
import { ROLES, type Role } from '#shared/roster/operator.ts';

// Written out a second time on purpose: a partition nobody meant to open turns this red.
const READS: Readonly<Record<Role, string>> = {
  'call-taker': 'dispatch justice',
  dispatcher: 'dispatch justice',
  clinician: 'dispatch clinical part-2',
  supervisor: 'dispatch justice',
  admin: 'dispatch',
};

test.each(ROLES)('what a %s reads', (role) => {
  expect(partitionsOf(role).join(' ')).toBe(READS[role]);
  for (const partition of PARTITIONS)
    expect(mayRead(role, partition)).toBe(READS[role].split(' ').includes(partition));
});

test('nobody reads clinical or Part 2 text together with criminal-justice text', () => {
  for (const role of ROLES)
    expect(mayRead(role, 'justice') && (mayRead(role, 'clinical') || mayRead(role, 'part-2'))).toBe(
      false,
    );
});

const note = (kind: (typeof PARTITIONS)[number]): NewEvent => ({
  type: 'incident.note-added',
  incidentId: 'i1' as IncidentId,
  kind,
  text: 'Words.',
});

test.each(['clinical', 'part-2', 'justice'] as const)('a %s note is kept apart', (kind) => {
  expect(protectionOf(note(kind))).toEqual({ partition: kind, members: ['text'] });
});

test('a dispatch note and what has no words of a partition stay in the journal', () => {
  expect(protectionOf(note('dispatch'))).toBeNull();
  const incidentId = 'i1' as IncidentId;
  expect(
    protectionOf({ type: 'incident.note-struck', incidentId, note: 1, kind: 'clinical' }),
  ).toBeNull();
  expect(protectionOf({ type: 'of a later CareDesk' } as unknown as NewEvent)).toBeNull();
});

test('only an officer-safety caution is criminal-justice text, with its source and its removal', () => {
  const cautionId = 'c1' as CautionId;
  const caution = (kind: 'officer-safety' | 'weapon'): NewEvent => ({
    type: 'caution.recorded',
    cautionId,
    about: { kind: 'address', address: '1 W Lawrence' },
    kind,
    text: 'Words.',
    source: 'A report',
    expiresOn: '2026-06-01',
  });
  expect(protectionOf(caution('weapon'))).toBeNull();
  expect(protectionOf(caution('officer-safety'))).toEqual({
    partition: 'justice',
    members: ['text', 'source'],
  });
  const reason = 'Not that person.';
  expect(
    protectionOf({ type: 'caution.removed', cautionId, kind: 'officer-safety', reason }),
  ).toEqual({ partition: 'justice', members: ['reason'] });
});

test('what stands in their place says where the words are, and nothing of them', () => {
  const event = note('part-2');
  const protection = protectionOf(event)!;
  const left = withheld(event, protection, 12);
  expect(left).toEqual({
    type: 'incident.note-added',
    incidentId: 'i1',
    kind: 'part-2',
    text: { keptIn: 'part-2', entry: 12, member: 'text' },
  });
  expect('text' in left && isKept(left.text)).toBe(true);
  expect(isKept('text')).toBe(false);
  expect(isKept(null)).toBe(false);
});

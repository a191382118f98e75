import { describe, expect, test } from 'vitest';
import { context, dana, fold, NOON, START, theo } from '../support/given.ts';
import { incident, personId } from '../support/people-at-work.ts';
import { incidentOf, streamOf, type JournalEvent } from '#shared/journal/journal-event.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import {
  addDetail,
  linkCall,
  namePerson,
  registerPerson,
  ruleOut,
  unlinkCall,
  withdrawDetail,
} from '#shared/person/decide-known-person.ts';
import { mergePersons, tellApart, unmergePerson } from '#shared/person/decide-merge.ts';
import {
  reviewNote,
  withdrawNextTime,
  withdrawNote,
  writeNextTime,
  writeNote,
  type NoteDraft,
} from '#shared/person/decide-note.ts';
import {
  evolveAbsorbed,
  evolveKnownPerson,
  type KnownPersonEvent,
} from '#shared/person/known-person-events.ts';
import {
  areToldApart,
  notesAtIntake,
  noteStanding,
  personLabel,
  planNow,
  standingDetails,
  type CallLink,
  type Detail,
  type KnownPerson,
  type WholePerson,
} from '#shared/person/known-person.ts';
import { undoOfPerson } from '#shared/person/undo-person.ts';

const P1 = personId('p1');
const P2 = personId('p2');
const I1 = incident('i1');
const now = context();
const name = (text: string): Detail => ({ kind: 'name', name: text });
const registered: KnownPersonEvent = { type: 'person.registered', personId: P1, number: 4 };

/** The record after these, each an entry of its own from 1 on. */
function record(...events: readonly KnownPersonEvent[]): KnownPerson {
  let person: KnownPerson | null = null;
  [registered, ...events].forEach((event, index) => {
    person = evolveKnownPerson(person, event, { seq: index + 1, at: START, by: dana });
  });
  if (person === null) throw new Error('Nobody was registered.');
  return person;
}

function whole(...members: readonly KnownPerson[]): WholePerson {
  const [root] = members;
  if (root === undefined) throw new Error('Nobody.');
  return { root, members };
}

const added = (detail: Detail): KnownPersonEvent => {
  return { type: 'person.detail-added', personId: P1, detail };
};
const other: KnownPerson = { ...record(added(name('Lee Example'))), personId: P2, number: 9 };

function refused(outcome: unknown, code: string, sentence: RegExp): void {
  expect(outcome).toMatchObject({ refused: code });
  expect((outcome as Refusal).because).toMatch(sentence);
  expect((outcome as Refusal).because).toMatch(/^\S.{10,}[.…]$/s);
}

describe('registering', () => {
  test('somebody is registered with what they are known by, each on a stream of theirs', () => {
    const birth: Detail = { kind: 'birth', date: '1984-03-02' };
    const events = registerPerson({ personId: P1, number: 4 }, [name('Maria Garcia'), birth], now);
    expect(events).toEqual([registered, added(name('Maria Garcia')), added(birth)]);
    if (isRefusal(events)) return;
    expect(new Set(events.map(streamOf))).toEqual(new Set(['person/p1']));
    expect(events.map(incidentOf)).toEqual([null, null, null]);
  });

  test.each<[string, Detail[], string, RegExp]>([
    ['nothing', [], 'nothing-known', /known by/],
    ['a name without a letter', [name(' – ')], 'nothing-known', /Name: nothing/],
    [
      'an address that is only a flat',
      [{ kind: 'address', address: 'apt 4' }],
      'nothing-known',
      /Address/,
    ],
    ['a birth to come', [{ kind: 'birth', date: '2026-03-04' }], 'no-birth-date', /2026-03-04/],
    ['a day that is none', [{ kind: 'birth', date: '1984-02-30' }], 'no-birth-date', /1984-02-30/],
  ])('not with %s', (_what, details, code, sentence) => {
    refused(registerPerson({ personId: P1, number: 4 }, details, now), code, sentence);
  });

  test('what is known already, however it is written, is nothing new', () => {
    const maria = record(added(name('Maria Garcia')));
    expect(addDetail(maria, whole(maria), name('GARCÍA, María'), now)).toEqual([]);
    expect(addDetail(maria, whole(maria), name('Maria Elena Garcia'), now)).toEqual([
      added(name('Maria Elena Garcia')),
    ]);
    // What the one says of both, the other need not say again.
    expect(addDetail(maria, whole(maria, other), name('Lee Example'), now)).toEqual([]);
  });

  test('a detail that was withdrawn identifies nobody, and can be added again', () => {
    const events = withdrawDetail(record(added(name('Maria'))), 2, 'Misheard');
    expect(events).toEqual([
      { type: 'person.detail-withdrawn', personId: P1, entry: 2, reason: 'Misheard' },
    ]);
    const after = record(added(name('Maria')), ...(events as KnownPersonEvent[]));
    expect(after.details[0]?.withdrawn).toEqual({ at: START, by: dana, reason: 'Misheard' });
    expect(standingDetails(whole(after))).toEqual([]);
    expect(personLabel(whole(after))).toBe('Person 4');
    expect(withdrawDetail(after, 2, 'Again')).toEqual([]);
    expect(addDetail(after, whole(after), name('Maria'), now)).toHaveLength(1);
    refused(withdrawDetail(after, 77, 'x'), 'no-detail', /not on their record/);
  });
});

describe('calls', () => {
  const evidence = ['The same number: (312) 555-0142'];
  const draft = { certainty: 'certain', evidence, reason: '' } as const;
  const linkTo = (of: typeof P1, certainty: CallLink['certainty']): CallLink => {
    return { call: I1, personId: of, certainty, evidence, reason: '', at: START, by: dana };
  };
  const maria = whole(record(added(name('Maria Garcia'))));
  const link = { type: 'person.call-linked', personId: P1, ...I1, ...draft };
  const unlink = { type: 'person.call-unlinked', ...I1 };

  test('a human says whose it was, with the evidence they saw; it stands on the incident too', () => {
    const events = linkCall(maria, I1, null, draft);
    expect(events).toEqual([link]);
    expect(incidentOf((events as JournalEvent[])[0] as JournalEvent)).toBe('i1');
    const past = linkCall(maria, { pastCall: 'k1' }, null, draft);
    expect(incidentOf((past as JournalEvent[])[0] as JournalEvent)).toBeNull();
  });

  test('without evidence somebody has to say how they know', () => {
    refused(linkCall(maria, I1, null, { ...draft, evidence: [] }), 'no-evidence', /how you know/);
    expect(linkCall(maria, I1, null, { ...draft, evidence: [], reason: 'Said so' })).toHaveLength(
      1,
    );
  });

  test('uncertain becomes certain where it stands, also under a record that was merged', () => {
    const held = { link: linkTo(P2, 'uncertain'), of: maria };
    const both = whole(maria.root, { ...other, mergedInto: P1 });
    expect(linkCall(both, I1, held, draft)).toEqual([{ ...link, personId: P2 }]);
    expect(linkCall(both, I1, { ...held, link: linkTo(P2, 'certain') }, draft)).toEqual([]);
  });

  test('an uncertain link elsewhere gives way, a certain one has to be taken back first', () => {
    const held = { link: linkTo(P2, 'uncertain'), of: whole(other) };
    expect(linkCall(maria, I1, held, draft)).toEqual([
      { ...unlink, personId: P2, reason: 'Was of Maria Garcia instead' },
      link,
    ]);
    const sure = { ...held, link: linkTo(P2, 'certain') };
    refused(linkCall(maria, I1, sure, draft), 'linked-elsewhere', /of Lee Example.*g a/);
  });

  test('“not the same” is remembered once, and takes a link that only might have been with it', () => {
    const not = { type: 'person.call-ruled-out', personId: P1, ...I1, evidence };
    expect(ruleOut(maria, I1, null, { ruledOut: false, evidence })).toEqual([not]);
    expect(ruleOut(maria, I1, null, { ruledOut: true, evidence })).toEqual([]);
    const maybe = { link: linkTo(P1, 'uncertain'), of: maria };
    expect(ruleOut(maria, I1, maybe, { ruledOut: false, evidence })).toEqual([
      { ...unlink, personId: P1, reason: 'Not the same person' },
      not,
    ]);
    const sure = { link: linkTo(P1, 'certain'), of: maria };
    refused(ruleOut(maria, I1, sure, { ruledOut: false, evidence }), 'confirmed', /Maria Garcia/);
  });

  test('taking a link back needs one', () => {
    expect(unlinkCall(null, 'Wrong')).toEqual([]);
    expect(unlinkCall(linkTo(P2, 'certain'), 'Wrong')).toEqual([
      { ...unlink, personId: P2, reason: 'Wrong' },
    ]);
  });

  test('whom it is about is noted in one way, and only when it is something else', () => {
    const open = fold([]);
    const said = { name: ' Maria   Garcia ', birthDate: '1984-03-02' };
    const clean = { name: 'Maria Garcia', birthDate: '1984-03-02' };
    const events = namePerson(open, said, null, now);
    expect(events).toEqual([{ type: 'person.named', incidentId: open.incidentId, ...clean }]);
    expect(streamOf((events as JournalEvent[])[0] as JournalEvent)).toBe('incident/i1');
    expect(namePerson(open, said, clean, now)).toEqual([]);
    expect(namePerson(open, { name: '', birthDate: null }, null, now)).toEqual([]);
    expect(namePerson(open, { name: '', birthDate: null }, clean, now)).toHaveLength(1);
    refused(
      namePerson(open, { ...said, birthDate: '2030-01-01' }, null, now),
      'no-birth-date',
      /2030/,
    );
  });

  test('undo takes a first link back, and nothing that was said anew', () => {
    const linked = link as Extract<KnownPersonEvent, { type: 'person.call-linked' }>;
    const taken = { type: 'person.call-unlinked', personId: P1, ...I1, reason: 'x' } as const;
    expect(undoOfPerson(linked, { later: [], before: [] })).toEqual({
      does: 'unlink-call',
      call: I1,
      incidentId: 'i1',
    });
    refused(undoOfPerson(linked, { later: [taken], before: [] }), 'changed-since', /said anew/);
    refused(undoOfPerson(linked, { later: [], before: [linked] }), 'said-before', /Shift\+K/);
    expect(
      undoOfPerson(linked, {
        later: [{ ...taken, incidentId: incident('i2').incidentId }],
        before: [],
      }),
    ).toMatchObject({ does: 'unlink-call' });
  });
});

describe('merging', () => {
  const maria = record(added(name('Maria Garcia')));
  const seen = { evidence: ['The same date of birth: 1984-03-02'], reason: '' };
  const merged = { type: 'person.merged', personId: P1, absorbed: P2, ...seen } as const;

  test('one record remains; the other says so of itself and keeps everything', () => {
    expect(mergePersons(whole(maria), whole(other), seen)).toEqual([merged]);
    expect(evolveKnownPerson(maria, merged, { seq: 9, at: START, by: theo })).toBe(maria);
    const absorbed = evolveAbsorbed(other, merged);
    expect(absorbed).toEqual({ ...other, mergedInto: P1 });
    const events = unmergePerson(absorbed, 'Two sisters');
    expect(events).toEqual([
      { type: 'person.unmerged', personId: P1, absorbed: P2, reason: 'Two sisters' },
    ]);
    expect(
      evolveAbsorbed(absorbed, { type: 'person.unmerged', personId: P1, absorbed: P2, reason: '' }),
    ).toEqual(other);
  });

  test('nobody is merged with themself, or for no reason', () => {
    refused(mergePersons(whole(maria), whole(maria), seen), 'one-person', /one person already/);
    const none = { evidence: [], reason: '' };
    refused(mergePersons(whole(maria), whole(other), none), 'no-evidence', /how you know/);
    expect(unmergePerson(other, 'x')).toEqual([]);
  });

  test('that they are two is said once, whichever of them it stands on', () => {
    const events = tellApart(whole(maria), whole(other));
    expect(events).toEqual([{ type: 'person.told-apart', personId: P1, other: P2 }]);
    const after = record(added(name('Maria Garcia')), ...(events as KnownPersonEvent[]));
    expect(areToldApart(whole(after), whole(other))).toBe(true);
    expect(areToldApart(whole(other), whole(after))).toBe(true);
    expect(areToldApart(whole(maria), whole(other))).toBe(false);
    expect(tellApart(whole(other), whole(after))).toEqual([]);
    refused(tellApart(whole(maria), whole(maria)), 'one-person', /take the merge back/);
  });

  test('undo takes a merge back unless somebody did', () => {
    expect(undoOfPerson(merged, { later: [], before: [] })).toMatchObject({
      does: 'unmerge',
      absorbed: P2,
    });
    const apart = { type: 'person.unmerged', personId: P1, absorbed: P2, reason: '' } as const;
    refused(undoOfPerson(merged, { later: [apart], before: [] }), 'changed-since', /taken apart/);
  });
});

describe('approach notes', () => {
  const draft: NoteDraft = {
    text: ' Speak   Polish at the door. ',
    source: 'Her daughter',
    reviewOn: '2026-04-01',
    expiresOn: '2026-06-01',
  };

  test('a note keeps who says so, when to look again and its last day', () => {
    const events = writeNote(record(), draft, now);
    expect(events).toEqual([
      { type: 'person.note-written', personId: P1, ...draft, text: 'Speak Polish at the door.' },
    ]);
    const [note] = record(...(events as KnownPersonEvent[])).notes;
    expect(note).toMatchObject({ entry: 2, at: START, by: dana, withdrawn: null, reviewed: null });
  });

  test.each<[string, Partial<NoteDraft>, string, RegExp]>([
    ['nothing', { text: '  ' }, 'nothing-said', /in a sentence/],
    ['more than is read', { text: 'x'.repeat(281) }, 'too-long', /281/],
    ['what somebody has', { text: 'Schizophrenic, be calm' }, 'clinical-word', /“Schizophrenic”/],
    ['a review that has passed', { reviewOn: '2026-03-02' }, 'review-passed', /has passed/],
    ['a review after the end', { reviewOn: '2026-06-02' }, 'review-too-late', /2026-06-01/],
    [
      'an end that has passed',
      { reviewOn: '2026-03-03', expiresOn: '2026-03-02' },
      'review-too-late',
      /expire/,
    ],
    ['an end too far', { expiresOn: '2027-03-04' }, 'expiry-too-far', /2027-03-03/],
  ])('not with %s', (_what, change, code, sentence) => {
    refused(writeNote(record(), { ...draft, ...change }, now), code, sentence);
  });

  test('past its review it is marked, past its last day it is left out at intake', () => {
    const written = { type: 'person.note-written', personId: P1, ...draft } as const;
    const person = record(written);
    const standing = (date: string) => noteStanding(person.notes[0] ?? never(), date);
    expect(['2026-04-01', '2026-04-02', '2026-06-01', '2026-06-02'].map(standing)).toEqual([
      'current',
      'to-review',
      'to-review',
      'expired',
    ]);
    expect(notesAtIntake(whole(person), '2026-06-01')).toHaveLength(1);
    expect(notesAtIntake(whole(person), '2026-06-02')).toEqual([]);
  });

  test('looking again gives it new days; a withdrawn one stays withdrawn', () => {
    const written = { type: 'person.note-written', personId: P1, ...draft } as const;
    const later = { entry: 2, reviewOn: '2026-05-01', expiresOn: '2026-09-01' };
    const reviewed = reviewNote(record(written), later, now);
    expect(reviewed).toEqual([{ type: 'person.note-reviewed', personId: P1, ...later }]);
    const after = record(written, ...(reviewed as KnownPersonEvent[]));
    expect(after.notes[0]).toMatchObject({ ...later, reviewed: { at: START, by: dana } });
    expect(reviewNote(after, later, now)).toEqual([]);
    refused(reviewNote(after, { ...later, entry: 1 }, now), 'no-note', /not on their record/);
    refused(reviewNote(after, { ...later, reviewOn: '2025-01-01' }, now), 'review-passed', /2025/);
    const withdrawn = withdrawNote(after, 2, 'She moved');
    expect(withdrawn).toEqual([
      { type: 'person.note-withdrawn', personId: P1, entry: 2, reason: 'She moved' },
    ]);
    const gone = record(written, ...(withdrawn as KnownPersonEvent[]));
    expect(notesAtIntake(whole(gone), NOON.date)).toEqual([]);
    refused(reviewNote(gone, later, now), 'withdrawn', /write it anew/);
    expect(withdrawNote(gone, 2, 'x')).toEqual([]);
    refused(withdrawNote(gone, 1, 'x'), 'no-note', /not on their record/);
  });
});

describe('the plan for next time', () => {
  const draft = { says: 'Call her sister first.', agreed: true, expiresOn: '2026-06-01' };
  const written = { type: 'person.plan-written', personId: P1, ...draft } as const;

  test('one plan counts, until its last day', () => {
    expect(writeNextTime(record(), draft, now)).toEqual([written]);
    const person = record(written);
    expect(writeNextTime(person, draft, now)).toEqual([]);
    expect(planNow(whole(person), '2026-06-01')).toMatchObject(draft);
    expect(planNow(whole(person), '2026-06-02')).toBeNull();
    const gone = { type: 'person.plan-withdrawn', personId: P1, reason: 'Not agreed' } as const;
    expect(withdrawNextTime(person, 'Not agreed')).toEqual([gone]);
    expect(withdrawNextTime(record(written, gone), 'x')).toEqual([]);
  });

  test('of two records of one person the plan written last counts', () => {
    const older = { ...record(written), personId: P2, mergedInto: P1 };
    const newer = record(added(name('Maria')), { ...written, says: 'Call 988 with her.' });
    expect(planNow(whole(newer, older), NOON.date)?.says).toBe('Call 988 with her.');
    expect(planNow(whole(record(), older), NOON.date)?.says).toBe(draft.says);
  });

  test.each([
    [{ says: '' }, 'nothing-said'],
    [{ says: 'Take her to detox' }, 'clinical-word'],
    [{ expiresOn: '2026-03-02' }, 'expiry-passed'],
    [{ expiresOn: '2027-03-04' }, 'expiry-too-far'],
  ])('not with %o', (change, code) => {
    refused(writeNextTime(record(), { ...draft, ...change }, now), code, /Nothing was recorded/);
  });
});

function never(): never {
  throw new Error('There is no note.');
}

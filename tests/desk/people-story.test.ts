import { beforeEach, describe, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { cautionHere } from '../support/caution-examples.ts';
import { aNote, knownOn, linked, merged, registered, seenOn } from '../support/person-examples.ts';
import { referred } from '../support/ledger-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { PersonPage } from '#shared/board/known-person-lines.ts';
import type { CallId, IncidentId, PersonId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

const dana = () => atWork.as('Dana');
const open = (ani: string | null = '312-555-0100') => openedIncident(atWork, dana(), { ani });
const page = (personId: PersonId, by = 'Dana'): PersonPage => {
  const found = atWork.do(atWork.as(by), 'person.page', { personId });
  if (found === null) throw new Error('Nobody is registered so.');
  return found;
};
const rows = (table: string) => atWork.desk.db.prepare(`SELECT * FROM ${table}`).all();

describe('recognised at intake', () => {
  test('a call from a known number shows who it may be, with what happened before', () => {
    const first = referred(atWork);
    const personId = registered(atWork, { incidentId: first });
    const closing = {
      incidentId: first,
      disposition: 'referred',
      note: 'Told her mother.',
    } as const;
    atWork.do(dana(), 'incident.close', {
      ...closing,
      unserved: { code: 'other', note: 'No.' },
    });
    atWork.do(dana(), 'person.write-note', aNote(personId));
    const plan = {
      personId,
      says: 'Ring her sister first.',
      agreed: true,
      expiresOn: '2026-06-01',
    };
    atWork.do(atWork.as('Cleo'), 'person.write-plan', plan);

    const known = knownOn(atWork, open('+1 312 555 0100'), 'Pat');
    expect(known.candidates).toHaveLength(1);
    const [candidate] = known.candidates;
    expect(candidate).toMatchObject({
      personId,
      label: 'Jordan Example',
      certainty: null,
      contactsInAll: 1,
      match: {
        strength: 'possible',
        because: 'A number alone is never enough: phones are shared and passed on.',
        evidence: [{ speaks: 'for', says: 'The same number: (312) 555-0100' }],
      },
      notes: [{ text: 'Speak slowly, one person at a time.', source: 'Her sister' }],
      plan: { says: 'Ring her sister first.', agreed: true, expired: false },
    });
    expect(candidate?.contacts).toMatchObject([
      { call: { incidentId: first }, number: '1', ended: 'Referred', certainty: 'certain' },
    ]);
    // What was written down when it ended may say what somebody has.
    expect(JSON.stringify(known)).not.toContain('Told her mother');
  });

  test('a call that still waits shows it too, and an unknown one shows nobody', () => {
    registered(atWork);
    const received = { address: '', words: '', callType: null };
    const ring = (ani: string | null) =>
      atWork.do(dana(), 'call.receive', { ani, ...received }).made as CallId;
    const at = (callId: CallId) => atWork.do(dana(), 'person.known', { callId });
    expect(at(ring('(312) 555-0100'))?.candidates).toHaveLength(1);
    expect(at(ring('312-555-0101'))?.candidates).toEqual([]);
    expect(at(ring(null))?.candidates).toEqual([]);
    expect(at(ring('988'))?.candidates).toEqual([]);
    expect(at('none' as CallId)).toBeNull();
  });

  test('the name and the birth date that were heard make it likely, and stand on the timeline', () => {
    const personId = registered(atWork);
    const incidentId = open();
    const said = { incidentId, name: 'example, jordan', birthDate: '1984-03-02' };
    atWork.do(atWork.as('Pat'), 'person.name', said);
    expect(knownOn(atWork, incidentId).candidates[0]?.match).toMatchObject({
      strength: 'strong',
      because: 'The full name and the date of birth and the number agree.',
    });
    const view = atWork.do(dana(), 'incident.focus', { incidentId });
    expect(view?.known).toMatchObject({ name: 'example, jordan', birthDate: '1984-03-02' });
    expect(view?.timeline.at(-1)?.text).toBe('Said to be about: example, jordan, born 1984-03-02');
    expect(knownOn(atWork, incidentId).candidates[0]?.personId).toBe(personId);
  });

  test('what a clinician notes of the person is looked up by nobody', () => {
    registered(atWork, { phone: '' });
    const incidentId = open();
    atWork.do(atWork.as('Cleo'), 'people.note', {
      incidentId,
      people: {
        who: 'self',
        callback: '',
        subject: {
          name: 'Jordan Example',
          addressAs: '',
          pronouns: '',
          birth: { known: 'date', date: '1984-03-02' },
        },
        guardian: null,
      },
    });
    for (const role of ['Dana', 'Cleo'])
      expect(knownOn(atWork, incidentId, role).candidates).toEqual([]);
  });

  test('a number or an address of many leads to nobody, and says so', () => {
    const address = '10 S Shelter St';
    for (let at = 0; at < 13; at += 1)
      registered(atWork, {
        name: `Guest${'abcdefghijklm'.charAt(at)} Example`,
        birthDate: null,
        phone: '',
        address,
      });
    const incidentId = openedIncident(atWork, dana(), { ani: null, address });
    expect(knownOn(atWork, incidentId)).toMatchObject({
      candidates: [],
      crowds: [
        '13 known people have this address, so it says nothing by itself. Ask for the full name and the date of birth.',
      ],
    });
    atWork.do(dana(), 'person.name', { incidentId, name: 'Guestc Example', birthDate: null });
    expect(knownOn(atWork, incidentId).candidates.map(({ label }) => label)).toEqual([
      'Guestc Example',
    ]);
  });

  test('earlier calls from the same number that are nobody’s are shown, however it was written', () => {
    const earlier = open('(312) 555-0100');
    open('312-555-0199');
    const theirs = open('312.555.0100');
    registered(atWork, { incidentId: theirs, name: 'Lee Sample', phone: '' });
    const now = open('+1 312-555-0100');
    expect(knownOn(atWork, now).sameNumber.map(({ call }) => call)).toEqual([
      { incidentId: earlier },
    ]);
  });

  test('cautions about them are shown to who may read them, and attach to nothing', () => {
    registered(atWork);
    const about = { kind: 'person', name: 'Jordan Example' } as const;
    atWork.do(dana(), 'caution.record', cautionHere({ about, kind: 'officer-safety' }));
    atWork.do(dana(), 'caution.record', cautionHere({ about }));
    const incidentId = open();
    expect(knownOn(atWork, incidentId).candidates[0]?.cautions).toHaveLength(2);
    expect(knownOn(atWork, incidentId, 'Cleo').candidates[0]?.cautions).toHaveLength(1);
    expect(atWork.do(dana(), 'incident.focus', { incidentId })?.cautions).toEqual([]);
  });
});

describe('a human says whose it was', () => {
  test('confirmed with the evidence they saw; it counts, and the window hears of it', () => {
    const personId = registered(atWork);
    const incidentId = open();
    expect(rows('board_people_calls')).toEqual([]);
    linked(atWork, incidentId, personId);
    expect(rows('board_people_calls')).toEqual([{ call_id: incidentId, person_id: personId }]);
    expect(page(personId).calls).toMatchObject([
      { certainty: 'certain', evidence: ['The same number: (312) 555-0100'], byName: 'Dana' },
    ]);
    const view = atWork.do(dana(), 'incident.focus', { incidentId });
    expect(view?.timeline.at(-1)?.text).toContain('Confirmed: a person known here');
    expect(view?.known.asOf).toBe(atWork.desk.journal.head());
    expect(knownOn(atWork, incidentId).candidates[0]).toMatchObject({
      certainty: 'certain',
      contactsInAll: 0,
    });
  });

  test('uncertain counts in nothing, and can be confirmed later', () => {
    const personId = registered(atWork);
    const incidentId = open();
    linked(atWork, incidentId, personId, 'uncertain');
    expect(rows('board_people_calls')).toEqual([]);
    linked(atWork, incidentId, personId, 'certain');
    expect(rows('board_people_calls')).toHaveLength(1);
    linked(atWork, incidentId, personId, 'uncertain');
    expect(rows('board_people_calls')).toEqual([]);
  });

  test('what was seen has to be what is so', () => {
    const personId = registered(atWork);
    const incidentId = open();
    const seen = seenOn(atWork, incidentId, personId);
    atWork.do(dana(), 'person.name', { incidentId, name: 'Lee Sample', birthDate: null });
    const draft = { incidentId, personId, certainty: 'certain', seen, reason: '' } as const;
    expect(atWork.desk.answer('person.link', draft, dana())).toMatchObject({
      ok: false,
      refused: 'evidence-changed',
    });
    expect(rows('board_people_links')).toEqual([]);
  });

  test('“not the same” is not suggested for this call again, and is for the next', () => {
    const personId = registered(atWork);
    const [incidentId, next] = [open(), open()];
    const seen = seenOn(atWork, incidentId, personId);
    atWork.do(dana(), 'person.rule-out', { incidentId, personId, seen });
    expect(knownOn(atWork, incidentId).candidates).toEqual([]);
    expect(knownOn(atWork, next).candidates).toHaveLength(1);
  });

  test('a new person is registered on the call and linked; undo takes the link back', () => {
    const incidentId = open();
    const personId = registered(atWork, { incidentId, name: '', birthDate: null }, 'Dana');
    expect(page(personId)).toMatchObject({ label: 'Person 1', number: 1 });
    expect(rows('board_people_calls')).toHaveLength(1);
    const { seq, says } = atWork.do(dana(), 'act.last', {});
    expect(says).toBe('Incident 1 is nobody’s any more. The person stays registered.');
    atWork.do(dana(), 'act.undo', { seq: seq ?? 0 });
    expect(rows('board_people_calls')).toEqual([]);
    expect(page(personId).callsInAll).toBe(0);
  });

  test('a number nobody could have is refused with a sentence, and nobody is registered', () => {
    const answer = atWork.desk.answer(
      'person.register',
      { incidentId: null, name: 'Lee', birthDate: null, phone: '911', address: '' },
      dana(),
    );
    expect(answer).toMatchObject({ ok: false, refused: 'no-number' });
    expect(rows('board_people')).toEqual([]);
  });

  test('on an incident that was confirmed to be of somebody, nobody else is registered', () => {
    const incidentId = open();
    registered(atWork, { incidentId });
    const lee = { incidentId, name: 'Lee', birthDate: null, phone: '', address: '' };
    const answer = atWork.desk.answer('person.register', lee, dana());
    expect(answer).toMatchObject({ ok: false, refused: 'linked-elsewhere' });
    expect(rows('board_people')).toHaveLength(1);
  });
});

describe('two records of one person', () => {
  test('merged: one page, all calls, each once; unmerged: both as they were and what came since', () => {
    const [one, two] = [
      registered(atWork),
      registered(atWork, { name: 'J. Example', phone: '312-555-0177' }),
    ];
    const [a, b] = [open('312-555-0100'), open('312-555-0177')];
    linked(atWork, a, one);
    linked(atWork, b, two);
    const before = [page(one), page(two)].map(
      ({ history: _history, similar: _similar, ...rest }) => rest,
    );
    expect(page(one).similar).toMatchObject([{ personId: two, strength: 'possible' }]);

    merged(atWork, one, two);
    expect(page(two)).toMatchObject({ personId: one, merged: [{ personId: two, into: 1 }] });
    expect(page(one).calls.map(({ call }) => call)).toEqual(
      expect.arrayContaining([{ incidentId: a }, { incidentId: b }]),
    );
    expect(rows('board_people_calls')).toEqual(
      expect.arrayContaining([a, b].map((call_id) => ({ call_id, person_id: one }))),
    );
    expect(knownOn(atWork, open('312-555-0177')).candidates).toMatchObject([{ personId: one }]);

    atWork.do(dana(), 'person.unmerge', { absorbed: two, reason: 'Two cousins.' });
    const after = [page(one), page(two)].map(
      ({ history: _history, similar: _similar, ...rest }) => rest,
    );
    expect(after).toEqual(before);
    expect(page(two).history[0]?.text).toBe('Person 2 taken apart again: Two cousins.');
    expect(auditBoard(atWork.desk.db).equal).toBe(true);
  });

  test('the preview says what it would be, and changes nothing', () => {
    const [one, two] = [registered(atWork), registered(atWork, { name: 'J. Example' })];
    const head = atWork.desk.journal.head();
    const preview = atWork.do(dana(), 'person.merge-preview', { personId: one, absorbed: two });
    expect(preview).toMatchObject({
      after: { personId: one, label: 'Jordan Example', merged: [{ personId: two }] },
      absorbed: { number: 2 },
      match: { strength: 'strong' },
      toldApart: false,
    });
    expect(atWork.desk.journal.head()).toBe(head);
    atWork.do(dana(), 'person.tell-apart', { personId: two, other: one });
    expect(page(one).similar).toEqual([]);
    expect(
      atWork.do(dana(), 'person.merge-preview', { personId: one, absorbed: two })?.toldApart,
    ).toBe(true);
  });

  test('undo takes a merge back', () => {
    const [one, two] = [registered(atWork), registered(atWork, { name: 'J. Example' })];
    merged(atWork, one, two);
    const { seq, says } = atWork.do(dana(), 'act.last', {});
    expect(says).toMatch(/two people again/);
    atWork.do(dana(), 'act.undo', { seq: seq ?? 0 });
    expect(page(two).personId).toBe(two);
  });
});

describe('the people themselves', () => {
  test.each([
    ['the beginning of words in any order', 'exa jor'],
    ['the whole number', '+1 (312) 555-0100'],
    ['the date of birth', '1984-03-02'],
    ['the whole address', '12 west lawrence avenue'],
    ['their own number', '#1'],
    ['nothing: the latest', ''],
  ])('are found by %s', (_what, text) => {
    const personId = registered(atWork, { address: '12 W Lawrence Ave, apt 3' });
    const { people, more } = atWork.do(dana(), 'person.search', { text });
    expect(people).toMatchObject([{ personId, label: 'Jordan Example', number: 1, contacts: 0 }]);
    expect(more).toBe(false);
  });

  test('more than are read at a glance are cut, and it says so', () => {
    for (let at = 0; at < 31; at += 1) registered(atWork, { phone: '', birthDate: null });
    const found = atWork.do(dana(), 'person.search', { text: 'jordan' });
    expect([found.people.length, found.more]).toEqual([30, true]);
  });

  test('a note past its review is marked, one past its last day is left out at intake', () => {
    const personId = registered(atWork);
    atWork.do(dana(), 'person.write-note', aNote(personId));
    const incidentId = open();
    atWork.pass(40 * 24 * 60);
    expect(knownOn(atWork, incidentId).candidates[0]?.notes).toMatchObject([
      { standing: 'to-review' },
    ]);
    atWork.pass(60 * 24 * 60);
    expect(knownOn(atWork, incidentId).candidates[0]?.notes).toEqual([]);
    expect(page(personId).notes).toMatchObject([{ standing: 'expired' }]);
  });

  test('an administrator sees nobody', () => {
    const personId = registered(atWork);
    expect(atWork.desk.answer('person.page', { personId }, atWork.as('Ada'))).toMatchObject({
      ok: false,
      refused: 'not-allowed',
    });
  });

  test('a dispatcher writes no plan, and takes a wrong one back', () => {
    const personId = registered(atWork);
    const plan = { personId, says: 'Ring her sister.', agreed: false, expiresOn: '2026-06-01' };
    expect(atWork.desk.answer('person.write-plan', plan, dana())).toMatchObject({ ok: false });
    atWork.do(atWork.as('Cleo'), 'person.write-plan', plan);
    atWork.do(dana(), 'person.withdraw-plan', { personId, reason: 'Her sister has died.' });
    expect(page(personId).plan).toBeNull();
  });

  test('a restart knows the same people', () => {
    const personId = registered(atWork);
    linked(atWork, open(), personId);
    const before = page(personId);
    atWork = atWork.reopen();
    expect(page(personId)).toEqual(before);
  });
});

test('whose it was never changes what is recommended, and can be said after it is closed', () => {
  const incidentId: IncidentId = open();
  clearOfDanger(atWork, dana(), incidentId);
  const before = atWork.do(dana(), 'incident.focus', { incidentId })?.recommendation;
  const personId = registered(atWork);
  linked(atWork, incidentId, personId);
  expect(atWork.do(dana(), 'incident.focus', { incidentId })?.recommendation).toEqual(before);
  accept(atWork, dana(), incidentId);
});

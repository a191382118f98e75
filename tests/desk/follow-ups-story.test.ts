import { beforeEach, describe, expect, test } from 'vitest';
import { promisedContact, safeOn, setOn } from '../support/contact-examples.ts';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { followUpsPart } from '#main/desk/outcomes/follow-up-part.ts';
import type { ContactId, IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;
beforeEach(() => {
  atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'));
});

const DAY = 24 * 60;
const lines = (name = 'Dana') =>
  atWork.do(atWork.as(name), 'contact.open', { incidentId: null, lines: 100 }).lines;
const tried = (contactId: ContactId, result: 'no-answer' | 'reached' | 'message-left') => ({
  contactId,
  result,
  note: '',
  againMinutes: null,
});

describe('a set of follow-ups', () => {
  test('is promised in one act, each call with its own time', () => {
    const head = atWork.desk.journal.head();
    atWork.do(atWork.as('Cleo'), 'follow-up.promise-set', setOn(incidentId));
    expect(lines().map(({ label, ownerName }) => [label, ownerName])).toEqual([
      ['Follow-up after 1 day', 'Cleo'],
      ['Follow-up after 7 days', 'Cleo'],
      ['Follow-up after 30 days', 'Cleo'],
    ]);
    expect(atWork.desk.journal.head()).toBe(head + 3);
  });

  test('is the center’s own: a supervisor changes it, and nothing half is promised', () => {
    const templates = [
      { id: 'ours', label: ' Ours ', calls: ['day-7' as const, 'day-1' as const] },
    ];
    atWork.do(atWork.as('Sam'), 'follow-up.set-templates', { templates });
    expect(atWork.do(atWork.as('Pat'), 'follow-up.templates', {})).toEqual([
      { id: 'ours', label: 'Ours', calls: ['day-1', 'day-7'] },
    ]);
    const gone = atWork.desk.answer('follow-up.promise-set', setOn(incidentId), atWork.as('Pat'));
    expect(gone).toMatchObject({ refused: 'no-template' });
    const nowhere = { ...setOn(incidentId, 'ours'), number: 'home' };
    expect(atWork.desk.answer('follow-up.promise-set', nowhere, atWork.as('Pat'))).toMatchObject({
      refused: 'no-number',
    });
    expect(lines()).toEqual([]);
    atWork.do(atWork.as('Pat'), 'follow-up.promise-set', setOn(incidentId, 'ours'));
    expect(lines()).toHaveLength(2);
  });

  test.each([
    ['empty-template', [{ id: 'a', label: ' ', calls: ['day-1' as const] }]],
    ['empty-template', [{ id: 'a', label: 'A', calls: [] }]],
    [
      'same-template',
      [
        { id: 'a', label: 'A', calls: ['day-1' as const] },
        { id: 'a', label: 'B', calls: ['day-7' as const] },
      ],
    ],
  ])('that cannot be one is refused: %s', (refused, templates) => {
    const asked = atWork.desk.answer('follow-up.set-templates', { templates }, atWork.as('Sam'));
    expect(asked).toMatchObject({ refused });
  });

  test('ends as a whole when they want no more calls', () => {
    atWork.do(atWork.as('Cleo'), 'follow-up.promise-set', setOn(incidentId));
    // Another number, and a callback: neither was meant.
    promisedContact(atWork, { incidentId, number: '773-555-0199' });
    const callback = promisedContact(atWork, { incidentId });
    const first = lines().find(({ label }) => label.includes('1 day'))!.contactId;
    atWork.do(atWork.as('Cleo'), 'contact.attempt', tried(first, 'reached'));
    const declined = { contactId: first, outcome: 'declined', note: '' } as const;
    atWork.do(atWork.as('Cleo'), 'contact.end', declined);
    expect(lines().map(({ number, label }) => `${number} ${label}`)).toEqual([
      '773-555-0199 Callback',
      '312-555-0100 Callback',
    ]);
    expect(lines().map(({ contactId }) => contactId)).toContain(callback);
  });
});

test('what is late stands on top, whatever is due after it', () => {
  const followUp = { kind: 'follow-up', after: 'day-1' } as const;
  promisedContact(atWork, { incidentId, promised: followUp });
  atWork.pass(DAY);
  promisedContact(atWork, { incidentId, promised: { kind: 'callback', minutes: 10 } });
  atWork.pass(20);
  atWork.desk.watch();
  expect(lines().map(({ label, state }) => [label, state])).toEqual([
    ['Callback', 'late'],
    ['Follow-up after 1 day', 'due'],
  ]);
});

describe('what is safe on a number', () => {
  test('is known of every call to it, however it is typed, and the stricter word holds', () => {
    const contactId = promisedContact(atWork, { incidentId, message: 'yes', mayAnswer: 'anybody' });
    atWork.do(atWork.as('Pat'), 'safe-contact.note', safeOn(incidentId));
    const other = openedIncident(atWork, atWork.as('Dana'));
    promisedContact(atWork, { incidentId: other, number: '+1 312 555 0100', message: 'unknown' });
    expect(lines()).toMatchObject([
      {
        message: 'no',
        mayAnswer: 'only-them',
        safe: { bestTime: 'after six', notedByName: 'Pat' },
      },
      { message: 'no', safe: { saysWeAre: 'first-name' } },
    ]);
    const left = atWork.desk.answer(
      'contact.attempt',
      tried(contactId, 'message-left'),
      atWork.as('Dana'),
    );
    expect(left).toMatchObject({ refused: 'message-not-safe' });
    // Said anew, and the later word holds.
    const now = safeOn(incidentId, { message: 'yes', mayAnswer: 'anybody' });
    atWork.do(atWork.as('Pat'), 'safe-contact.note', now);
    atWork.do(atWork.as('Dana'), 'contact.attempt', tried(contactId, 'message-left'));
  });

  test('does not contradict itself', () => {
    const asked = safeOn(incidentId, { saysWeAre: 'center' });
    expect(atWork.desk.answer('safe-contact.note', asked, atWork.as('Pat'))).toMatchObject({
      refused: 'says-too-much',
    });
  });
});

describe('the figures of follow-ups', () => {
  const MARCH = { from: '2026-03-01', to: '2026-03-31' };
  const part = (period = MARCH) =>
    followUpsPart({ db: atWork.desk.db, timeZone: 'America/Chicago', now: atWork.now() }, period);

  test('count what was due, tried, reached in time, and what they said', () => {
    const dana = atWork.as('Dana');
    const after = (when: 'day-1' | 'day-7') =>
      promisedContact(atWork, { incidentId, promised: { kind: 'follow-up', after: when } });
    const [reached, late, never, away] = [
      after('day-1'),
      after('day-1'),
      after('day-1'),
      after('day-1'),
    ];
    after('day-7');
    promisedContact(atWork, { incidentId });
    const needless = { contactId: away, outcome: 'not-needed', note: 'Called herself.' } as const;
    atWork.do(dana, 'contact.end', needless);
    atWork.pass(DAY + 60);
    // Agreed on for later: what was promised first is what counts.
    atWork.do(dana, 'contact.attempt', { ...tried(late, 'no-answer'), againMinutes: DAY });
    atWork.do(dana, 'contact.attempt', tried(reached, 'reached'));
    atWork.do(dana, 'contact.end', { contactId: reached, outcome: 'connected', note: '' });
    atWork.pass(DAY + 60);
    atWork.do(dana, 'contact.attempt', tried(late, 'reached'));
    expect(never).not.toBe('');
    const { all, byKind } = part();
    expect(byKind['day-1']).toMatchObject({
      due: 3,
      attempted: { numerator: 2, denominator: 3 },
      reached: { numerator: 1, denominator: 3 },
      connected: { numerator: 1 },
      declined: { numerator: 0 },
      notNeeded: 1,
      running: 0,
    });
    expect(byKind['day-7']).toMatchObject({ due: 0, running: 1, reached: { value: null } });
    expect(all).toMatchObject({ due: 3, running: 1 });
    expect(part({ from: '2026-03-01', to: '2026-03-03' }).all).toMatchObject({
      due: 0,
      running: 0,
    });
  });
});

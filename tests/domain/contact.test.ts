import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleo, dana, fold, incidentId, START, theo } from '../support/given.ts';
import {
  ATTEMPTS,
  contactLabel,
  FOLLOW_UPS,
  stateOf,
  dueSpanOf,
  type Contact,
  type ContactOutcome,
} from '#shared/contact/contact.ts';
import { evolveContact, type ContactEvent } from '#shared/contact/contact-events.ts';
import {
  attemptContact,
  endContact,
  giveContact,
  promiseContact,
  watchContact,
  type ContactDraft,
} from '#shared/contact/decide-contact.ts';
import type { ContactId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';

const contactId = 'k1' as ContactId;
const incident = fold([]);
const start = Date.parse(START);
const after = (minutes: number) => start + minutes * 60_000;
const instant = (minutes: number) => new Date(after(minutes)).toISOString();

const draft: ContactDraft = {
  promised: { kind: 'callback', minutes: 20 },
  whom: 'caller',
  number: ' 312-555-0100 ',
  message: 'no',
  mayAnswer: 'only-them',
  reason: ' Tell her which team comes. ',
};
const asDana = { by: dana, now: START, clinical: false };
const asCleo = { by: cleo, now: START, clinical: true };

function told(events: readonly ContactEvent[] | Refusal, from: Contact | null = null): Contact {
  if (isRefusal(events)) throw new Error(events.because);
  let contact = from;
  for (const event of events) contact = evolveContact(contact, event, { at: START, by: dana });
  if (contact === null) throw new Error('Nothing was promised.');
  return contact;
}

const promised = (more: Partial<ContactDraft> = {}, context = asDana) =>
  told(promiseContact(contactId, incident, { ...draft, ...more }, context));

/** The contact after the watch has looked, and what it wrote. */
function watched(contact: Contact, now: number): { contact: Contact; wrote: string[] } {
  const events = watchContact(contact, now);
  let next = contact;
  for (const event of events)
    next = evolveContact(next, event, { at: new Date(now).toISOString(), by: dana }) ?? next;
  return { contact: next, wrote: events.map(({ type }) => type) };
}

test('a promise has an owner, a number, a reason and a time', () => {
  expect(promised()).toMatchObject({
    incidentId,
    owner: dana,
    kind: 'callback',
    number: '312-555-0100',
    reason: 'Tell her which team comes.',
    due: { from: instant(20), by: instant(25) },
    ended: null,
  });
  expect(stateOf(promised())).toBe('coming');
});

test.each([
  ['opioid', 24, 72, 'Follow-up opioid: 24 to 72 hours'],
  ['day-1', 24, 48, 'Follow-up after 1 day'],
  ['day-7', 168, 192, 'Follow-up after 7 days'],
  ['day-30', 720, 768, 'Follow-up after 30 days'],
] as const)('a follow-up %s is due from %i and late after %i hours', (which, from, by, label) => {
  const contact = promised({ promised: { kind: 'follow-up', after: which } });
  expect(contact.due).toEqual({ from: instant(from * 60), by: instant(by * 60) });
  expect(contactLabel(contact)).toBe(label);
});

test.each([
  [{ number: 'the neighbour' }, 'no-number', /number to call/],
  [{ reason: ' ' }, 'reason-needed', /what the call is for/],
  [{ promised: { kind: 'callback', minutes: 1441 } }, 'callback-too-far', /follow-up/],
] as const)('refused with its reason: %j', (more, code, sentence) => {
  const refused = promiseContact(contactId, incident, { ...draft, ...more }, asDana);
  expect(refused).toMatchObject({ refused: code, because: expect.stringMatching(sentence) });
});

test('it may be promised on a closed incident', () => {
  const closed = fold([
    { type: 'incident.closed', incidentId, disposition: 'resolved-by-phone', note: '' },
  ]);
  expect(isRefusal(promiseContact(contactId, closed, draft, asDana))).toBe(false);
});

test('due and late are each written once, one after the other', () => {
  let now = watched(promised(), after(19));
  expect(now.wrote).toEqual([]);
  now = watched(now.contact, after(20));
  expect(now.wrote).toEqual(['contact.fell-due']);
  expect(stateOf(now.contact)).toBe('due');
  expect(watched(now.contact, after(24)).wrote).toEqual([]);
  now = watched(now.contact, after(25));
  expect(now.wrote).toEqual(['contact.went-late']);
  expect(stateOf(now.contact)).toBe('late');
  expect(watched(now.contact, after(600)).wrote).toEqual([]);
});

test('a clock set forward says both at once, and one set back makes it due', () => {
  expect(watched(promised(), after(300)).wrote).toEqual(['contact.fell-due', 'contact.went-late']);
  const back = watched(promised(), after(-180));
  expect(back.wrote).toEqual(['contact.fell-due']);
  expect(watchContact(promised(), after(-180))).toMatchObject([{ why: 'clock-set-back' }]);
  expect(watched(back.contact, after(-179)).wrote).toEqual([]);
  // Two positions may differ by a little without one of them being wrong.
  expect(watchContact(promised(), start - 50_000)).toEqual([]);
});

test('for any course of the clock: due once, late once, and never nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        { kind: 'callback', minutes: 20 } as const,
        ...FOLLOW_UPS.map((which) => ({ kind: 'follow-up', after: which }) as const),
      ),
      fc.array(fc.integer({ min: -2_000, max: 50_000 }), { maxLength: 12 }),
      (what, looks) => {
        let contact = promised({ promised: what });
        const wrote: string[] = [];
        for (const minutes of [...looks, 60_000]) {
          const next = watched(contact, after(minutes));
          contact = next.contact;
          wrote.push(...next.wrote);
        }
        expect(wrote).toEqual(['contact.fell-due', 'contact.went-late']);
        expect(contact.ended).toBeNull();
      },
    ),
  );
});

test('another time begins it anew, and says due and late anew', () => {
  const late = watched(promised(), after(30)).contact;
  const tried = told(
    attemptContact(
      late,
      { result: 'no-answer', note: '', againMinutes: 60 },
      { ...asDana, now: instant(30) },
    ),
    late,
  );
  expect([stateOf(tried), tried.attempts.length]).toEqual(['coming', 1]);
  expect(tried.due).toEqual({ from: instant(90), by: instant(95) });
  expect(watched(tried, after(96)).wrote).toEqual(['contact.fell-due', 'contact.went-late']);
});

test('a try without another time leaves it as late as it is', () => {
  const late = watched(promised(), after(30)).contact;
  const tried = attemptContact(
    late,
    { result: 'busy', note: '', againMinutes: null },
    { ...asDana, now: instant(30) },
  );
  expect(stateOf(told(tried, late))).toBe('late');
});

test('a message is not recorded where none may be left', () => {
  const left = { result: 'message-left', note: '', againMinutes: null } as const;
  expect(attemptContact(promised(), left, asDana)).toMatchObject({ refused: 'message-not-safe' });
  expect(isRefusal(attemptContact(promised({ message: 'unknown' }), left, asDana))).toBe(false);
});

const attempted = (result: (typeof ATTEMPTS)[number], message: 'yes' | 'no' = 'yes') => {
  const contact = promised({ message });
  return told(attemptContact(contact, { result, note: '', againMinutes: null }, asDana), contact);
};

test('it ends only with what was really done', () => {
  const end = (contact: Contact, outcome: ContactOutcome, note = '') =>
    endContact(contact, outcome, note, asDana);
  expect(end(promised(), 'spoke')).toMatchObject({ refused: 'not-reached-yet' });
  expect(end(attempted('no-answer'), 'declined')).toMatchObject({ refused: 'not-reached-yet' });
  expect(end(promised(), 'not-reached')).toMatchObject({ refused: 'never-tried' });
  expect(end(promised(), 'not-needed', ' ')).toMatchObject({ refused: 'reason-needed' });
  expect(told(end(attempted('reached'), 'spoke'), attempted('reached')).ended).toMatchObject({
    outcome: 'spoke',
  });
  expect(isRefusal(end(attempted('no-answer'), 'not-reached'))).toBe(false);
  expect(isRefusal(end(promised(), 'not-needed', 'She called again.'))).toBe(false);
});

test('no try ends it', () => {
  for (const result of ATTEMPTS) expect(attempted(result).ended).toBeNull();
});

test('what has ended takes nothing more and is not watched', () => {
  const over = told(endContact(promised(), 'not-needed', 'Came herself.', asDana), promised());
  const again = { result: 'busy', note: '', againMinutes: null } as const;
  for (const outcome of [
    giveContact(over, theo),
    attemptContact(over, again, asDana),
    endContact(over, 'spoke', '', asDana),
  ])
    expect(outcome).toMatchObject({ refused: 'contact-ended' });
  expect(watchContact(over, after(10_000))).toEqual([]);
});

test('it goes from one owner to the next, and never to nobody', () => {
  expect(giveContact(promised(), dana)).toEqual([]);
  const given = giveContact(promised(), theo);
  expect(given).toEqual([
    { type: 'contact.owner-changed', contactId, incidentId, from: dana, owner: theo },
  ]);
  expect(told(given, promised()).owner).toBe(theo);
});

test('what a clinician writes is marked as clinical, word by word', () => {
  expect([promised().clinical, promised({}, asCleo).clinical]).toEqual([false, true]);
  const tried = attemptContact(
    promised(),
    { result: 'no-answer', note: 'Slept.', againMinutes: null },
    asCleo,
  );
  const contact = told(tried, promised());
  expect([contact.clinical, contact.attempts[0]?.clinical]).toEqual([false, true]);
});

test('a span never ends before it begins', () => {
  for (const which of FOLLOW_UPS) {
    const { from, by } = dueSpanOf({ kind: 'follow-up', after: which }, START);
    expect(from < by).toBe(true);
  }
});

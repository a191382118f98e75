import { beforeEach, expect, test } from 'vitest';
import { promisedContact } from '../support/contact-examples.ts';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { referred } from '../support/ledger-examples.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { ContactId, IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'));
});

function watchAfter(minutes: number): void {
  atWork.pass(minutes);
  atWork.desk.watch();
}

const written = (type: string) =>
  [...atWork.desk.journal.entriesAfter(0)].filter(({ event }) => event.type === type).length;
const board = (name = 'Dana') => atWork.do(atWork.as(name), 'board.snapshot', {});
const attention = () => board().incidents.find((row) => row.incidentId === incidentId)?.attention;
const lines = (name = 'Dana') =>
  atWork.do(atWork.as(name), 'contact.open', { incidentId: null, lines: 100 }).lines;
const view = (name = 'Dana') => atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;

function close(): void {
  const closing = { incidentId, disposition: 'referred', note: '' } as const;
  atWork.do(atWork.as('Dana'), 'incident.close', closing);
}

test('a callback falls due and goes late by itself, said once each, and never ends', () => {
  promisedContact(atWork, { incidentId });
  const said: Announcement[] = [];
  atWork.desk.subscribe((patch) => said.push(...patch.announcements));
  expect(board().contacts).toMatchObject([{ state: 'coming', ownerName: 'Dana', attempts: 0 }]);
  watchAfter(19);
  expect([written('contact.fell-due'), attention()]).toEqual([0, null]);
  watchAfter(1);
  watchAfter(1);
  expect(board().contacts).toMatchObject([{ state: 'due' }]);
  watchAfter(4);
  watchAfter(1);
  watchAfter(24 * 60);
  expect([written('contact.fell-due'), written('contact.went-late')]).toEqual([1, 1]);
  expect(attention()).toBe('Callback late');
  const { number } = view();
  expect(said.filter(({ text }) => text.includes('Callback'))).toEqual([
    { text: `Callback of incident ${number} is due: Dana.`, sound: null },
    { text: `Callback of incident ${number} is late: Dana.`, sound: 'alert' },
  ]);
  expect(written('contact.ended')).toBe(0);
  expect(view().timeline.filter(({ text }) => text.endsWith('is late'))).toMatchObject([
    { text: 'The promised call is late', by: 'CareDesk' },
  ]);
});

test('a follow-up stands on no board before it is due, and in the list at once', () => {
  promisedContact(atWork, { incidentId, promised: { kind: 'follow-up', after: 'opioid' } });
  expect([board().contacts.length, lines().length]).toEqual([0, 1]);
  watchAfter(24 * 60);
  expect(board().contacts).toMatchObject([
    { label: 'Follow-up opioid: 24 to 72 hours', state: 'due' },
  ]);
  watchAfter(48 * 60);
  expect(board().contacts).toMatchObject([{ state: 'late' }]);
});

test('it outlives the closing of its incident', () => {
  incidentId = referred(atWork);
  promisedContact(atWork, { incidentId });
  close();
  watchAfter(30);
  expect(board().incidents.map((row) => row.incidentId)).not.toContain(incidentId);
  expect(board().contacts).toMatchObject([{ incidentId, state: 'late' }]);
  expect(view().contacts).toMatchObject([{ state: 'late', reason: 'Tell her which team comes.' }]);
});

test('a restart and a clock that jumps neither forget nor repeat', () => {
  promisedContact(atWork, { incidentId });
  atWork.pass(21);
  atWork = atWork.reopen();
  watchAfter(0);
  watchAfter(0);
  atWork = atWork.reopen();
  expect(board().contacts).toMatchObject([{ state: 'due' }]);
  watchAfter(180);
  atWork = atWork.reopen();
  watchAfter(-180);
  watchAfter(180);
  expect([written('contact.fell-due'), written('contact.went-late')]).toEqual([1, 1]);

  // Promised while the clock was wrong, then it is set right: due now, not in three hours.
  promisedContact(atWork, { incidentId });
  watchAfter(-120);
  watchAfter(0);
  expect(written('contact.fell-due')).toBe(2);
  expect(view().timeline.map(({ text }) => text)).toContain(
    'The clock of the PC was set back: the promised call is due now',
  );
});

test('tries are kept, another time is set, and a person ends it', () => {
  const contactId = promisedContact(atWork, { incidentId });
  watchAfter(30);
  const theo = atWork.as('Theo');
  atWork.do(theo, 'contact.take', { contactId });
  const tried = { contactId, result: 'no-answer', note: 'Rang out.', againMinutes: 10 } as const;
  atWork.do(theo, 'contact.attempt', tried);
  expect(attention()).toBeNull();
  expect(lines()).toMatchObject([
    { ownerName: 'Theo', state: 'coming', tried: [{ result: 'no-answer', note: 'Rang out.' }] },
  ]);
  const early = { contactId, outcome: 'spoke', note: '' } as const;
  expect(atWork.desk.answer('contact.end', early, theo)).toMatchObject({
    refused: 'not-reached-yet',
  });
  atWork.do(theo, 'contact.attempt', { ...tried, result: 'reached', againMinutes: null });
  atWork.do(theo, 'contact.end', early);
  expect([lines(), board().contacts]).toEqual([[], []]);
  expect(view().timeline.at(-1)).toMatchObject({ text: 'Promised call: spoke with them' });
});

test('the window hears of it by the feed, and that it is gone', () => {
  const heard: { contacts: number; gone: readonly string[] }[] = [];
  atWork.desk.subscribe(({ contacts, contactsGone }) =>
    heard.push({ contacts: contacts.length, gone: contactsGone }),
  );
  const contactId = promisedContact(atWork, { incidentId });
  const note = 'She came herself.';
  atWork.do(atWork.as('Dana'), 'contact.end', { contactId, outcome: 'not-needed', note });
  expect(heard.at(-2)).toMatchObject({ contacts: 1, gone: [] });
  expect(heard.at(-1)).toMatchObject({ contacts: 0, gone: [contactId] });
});

test('what a clinician wrote of it reaches clinicians only', () => {
  const reason = 'unique reason of a clinician';
  const note = 'unique note of a clinician';
  const contactId = promisedContact(atWork, { incidentId, reason }, 'Cleo');
  const tried = { contactId, result: 'busy', note, againMinutes: null } as const;
  atWork.do(atWork.as('Cleo'), 'contact.attempt', tried);
  for (const name of ['Pat', 'Dana', 'Sam']) {
    const seen = JSON.stringify([lines(name), view(name), board(name)]);
    expect(seen).not.toContain('unique');
    expect(lines(name)).toMatchObject([{ reason: null, tried: [{ note: null }] }]);
  }
  expect(JSON.stringify(view('Imani'))).toContain(reason);
  expect(lines('Imani')).toMatchObject([{ reason, tried: [{ note }] }]);
  expect(atWork.desk.answer('contact.take', { contactId }, atWork.as('Theo'))).toMatchObject({
    refused: 'clinical-reason',
  });
  atWork.do(atWork.as('Imani'), 'contact.take', { contactId });
});

test('an unknown contact is refused', () => {
  const contactId = 'nothing' as ContactId;
  expect(atWork.desk.answer('contact.take', { contactId }, atWork.as('Dana'))).toMatchObject({
    refused: 'no-contact',
  });
});

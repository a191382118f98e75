import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { ContactLine } from '#shared/board/contact-lines.ts';
import { USUAL_TEMPLATES } from '#shared/contact/follow-up-templates.ts';
import type { ContactId, OperatorId } from '#shared/lib/brand.ts';
import { DueContacts } from '#renderer/contacts/due-contacts.tsx';
import { ContactsSheet } from '#renderer/contacts/contacts-sheet.tsx';
import { IncidentContacts } from '#renderer/contacts/incident-contacts.tsx';
import { PromiseSheet } from '#renderer/contacts/promise-sheet.tsx';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { StatusStrip } from '#renderer/strip/status-strip.tsx';
import { settled, snapshot } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  DANA,
  I12,
  inFocus,
  SAM,
  sitDown,
  view,
} from './sheets-fixtures.ts';

const console = atTheConsole();

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

function contact(id: string, more: Partial<ContactLine> = {}): ContactLine {
  return {
    contactId: id as ContactId,
    incidentId: I12,
    incidentNumber: 12,
    label: 'Callback',
    owner: DANA.operatorId,
    ownerName: DANA.name,
    state: 'due',
    promisedAt: ago(1200),
    due: { from: ago(60), by: inMinutes(4) },
    attempts: 0,
    whom: 'caller',
    number: '312-555-0100',
    mayAnswer: 'only-them',
    message: 'no',
    safe: null,
    reason: 'Tell her which team comes.',
    tried: [],
    ...more,
  };
}

const first = contact('k1', { state: 'late' });
const second = contact('k2', {
  incidentNumber: 14,
  owner: 'theo' as OperatorId,
  ownerName: 'Theo',
  reason: null,
});

const answerList = (...lines: ContactLine[]) =>
  ({ ok: true, value: { lines, open: lines.length } }) as const;

function press(key: string, on: Element = document.activeElement ?? document.body) {
  act(() => void fireEvent.keyDown(on, { key, code: `Key${key.toUpperCase()}` }));
}

async function openList(...lines: ContactLine[]) {
  console.main.answer('contact.open', ...Array.from({ length: 6 }, () => answerList(...lines)));
  render(<ContactsSheet />);
  await settled();
}

beforeEach(() => {
  sitDown(DANA);
  const sets = { ok: true, value: USUAL_TEMPLATES } as const;
  console.main.answer('follow-up.templates', sets, sets, sets);
});

test('the list says by word how each stands, whose it is, and what is needed to call', async () => {
  await openList(first, second);
  const sheet = screen.getByRole('dialog', { name: 'Promised calls' });
  expect(sheet.textContent).toContain('1 late, 1 due, 2 open');
  const [head, other] = within(sheet).getAllByRole('button', { name: /Callback/ });
  expect(head?.textContent).toContain('▲ late');
  expect(head?.getAttribute('aria-expanded')).toBe('true');
  expect(other?.textContent).toContain('Theo · not tried yet');
  expect(sheet.textContent).toContain('312-555-0100 the caller');
  expect(sheet.textContent).toContain('leave no message');
  expect(document.activeElement).toBe(head);
});

test('a letter and Enter record a try; reached asks at once how it ended', async () => {
  await openList(first);
  press('r');
  await settled();
  fireEvent.submit(screen.getByRole('form', { name: 'Reached' }));
  await settled();
  expect(console.main.inputsOf('contact.attempt')).toEqual([
    { contactId: 'k1', result: 'reached', note: '', againMinutes: null },
  ]);
  fireEvent.submit(screen.getByRole('form', { name: 'How it ended' }));
  await settled();
  expect(console.main.inputsOf('contact.end')).toMatchObject([{ contactId: 'k1' }]);
});

test('another time is set with the try', async () => {
  await openList(first);
  press('n');
  fireEvent.click(screen.getByLabelText('30 min'));
  fireEvent.submit(screen.getByRole('form', { name: 'No answer' }));
  await settled();
  expect(console.main.inputsOf('contact.attempt')).toMatchObject([{ againMinutes: 30 }]);
});

test('j moves to the next, whose reason is not for this role, and t takes it', async () => {
  await openList(first, second);
  press('j');
  await settled();
  expect(screen.getByText('The reason is clinical text: a clinician knows it.')).toBeTruthy();
  press('t');
  await settled();
  expect(console.main.inputsOf('contact.take')).toEqual([{ contactId: 'k2' }]);
});

test('a refused end says so beside the form, and the call stays in the list', async () => {
  await openList(first);
  console.main.refuse('contact.end', 'Nobody has tried to call yet. It stays open.');
  press('e');
  fireEvent.submit(screen.getByRole('form', { name: 'How it ended' }));
  await settled();
  expect(screen.getByText(/Nobody has tried to call yet/)).toBeTruthy();
});

test('an empty list teaches the key', async () => {
  await openList();
  expect(screen.getByText(/Nobody is promised a call/)).toBeTruthy();
});

test('a promise is made with a digit, a reason and Enter', async () => {
  inFocus(view());
  openSheet('contact-promise');
  render(<PromiseSheet />);
  await settled();
  expect(screen.getByLabelText('Number to call')).toHaveProperty('value', '312-555-0100');
  press('6');
  expect(document.activeElement).toBe(screen.getByLabelText('What the call is for'));
  fireEvent.change(screen.getByLabelText('What the call is for'), {
    target: { value: 'How did the night go?' },
  });
  fireEvent.submit(document.querySelector('form')!);
  await settled();
  expect(console.main.inputsOf('contact.promise')).toEqual([
    {
      incidentId: I12,
      promised: { kind: 'follow-up', after: 'day-1' },
      whom: 'caller',
      number: '312-555-0100',
      message: 'unknown',
      mayAnswer: 'unknown',
      reason: 'How did the night go?',
    },
  ]);
  expect(deskStore.getState().sheet).toBeNull();
});

test('a letter promises a whole set in one act', async () => {
  inFocus(view());
  render(<PromiseSheet />);
  await settled();
  press('a');
  expect(screen.getByLabelText(/1, 7 and 30 days/)).toHaveProperty('checked', true);
  fireEvent.change(screen.getByLabelText('What the call is for'), { target: { value: 'Again.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Promise these calls' }));
  await settled();
  expect(console.main.inputsOf('follow-up.promise-set')).toMatchObject([
    { incidentId: I12, template: 'usual', reason: 'Again.' },
  ]);
  expect(console.main.inputsOf('contact.promise')).toEqual([]);
});

test('what is safe on the number stands before every try, and is written down with s', async () => {
  const safe = {
    number: 'tel:+13125550100',
    message: 'no',
    mayAnswer: 'only-them',
    bestTime: 'after six',
    language: 'es',
    saysWeAre: 'nothing',
    notedAt: ago(60),
    notedBy: CLEO.operatorId,
    notedByName: CLEO.name,
  } as const;
  await openList({ ...first, safe });
  expect(screen.getByText(/say nothing until they are on the line/).textContent).toMatch(
    /best time: after six.*speaks es.*by Cleo/,
  );
  press('s');
  fireEvent.click(screen.getByLabelText('A first name only'));
  fireEvent.submit(screen.getByRole('form', { name: 'What is safe on this number' }));
  await settled();
  expect(console.main.inputsOf('safe-contact.note')).toEqual([
    {
      incidentId: I12,
      number: '312-555-0100',
      message: 'no',
      mayAnswer: 'only-them',
      saysWeAre: 'first-name',
      bestTime: 'after six',
      language: 'es',
    },
  ]);
});

test('supervisors keep the sets of follow-ups; others do not see them', async () => {
  await openList(first);
  expect(screen.queryByRole('form', { name: 'Sets of follow-ups' })).toBeNull();
  cleanup();
  sitDown(SAM);
  await openList(first);
  const sets = screen.getByRole('form', { name: 'Sets of follow-ups' });
  fireEvent.click(within(sets).getAllByRole('button', { name: 'Leave it out' })[2]!);
  fireEvent.click(within(sets).getByRole('button', { name: 'One more set' }));
  const fresh = within(sets).getByRole('group', { name: 'A new set' });
  fireEvent.change(within(fresh).getByLabelText('Name of the set'), { target: { value: 'Week' } });
  const week = within(sets).getByRole('group', { name: 'Week' });
  fireEvent.click(within(week).getByLabelText('after 7 days'));
  fireEvent.submit(sets);
  await settled();
  const [asked] = console.main.inputsOf('follow-up.set-templates') as {
    templates: { id: string; label: string; calls: string[] }[];
  }[];
  expect(asked?.templates.map(({ label, calls }) => [label, calls.length])).toEqual([
    ['1, 7 and 30 days', 3],
    ['Opioid: 24 to 72 hours, 7 and 30 days', 3],
    ['Week', 1],
  ]);
});

test('a clinician is told that the reason is clinical text', () => {
  sitDown(CLEO);
  inFocus(view());
  render(<PromiseSheet />);
  expect(screen.getByText('Clinical text: read by clinicians only.')).toBeTruthy();
});

test('the incident, the clinician’s column and the strip show what waits', () => {
  render(<IncidentContacts contacts={[first]} />);
  const here = screen.getByRole('region', { name: 'Promised calls' });
  expect(here.textContent).toContain('▲ late');
  expect(here.textContent).toContain('Tell her which team comes.');
  act(() => showSnapshot(snapshot({ contacts: [first, second] })));
  render(<DueContacts />);
  const column = screen.getByRole('region', { name: 'Follow-ups and callbacks' });
  expect(within(column).getAllByRole('button')).toHaveLength(2);
  render(<StatusStrip />);
  expect(screen.getByText('To call back').parentElement?.textContent).toContain('2 ▲ late');
  fireEvent.click(within(column).getAllByRole('button')[0]!);
  expect(deskStore.getState().sheet).toBe('contacts');
});

test('at a follow-up, i and Enter record that they went elsewhere than to 911', async () => {
  await openList(contact('k3', { label: 'Follow-up after 7 days' }));
  press('i');
  const form = screen.getByRole('form', { name: 'Instead of 911' });
  const on = within(form).getByLabelText(/went elsewhere than to 911, on/);
  expect(document.activeElement).toBe(on);
  act(() => void fireEvent.change(on, { target: { value: '2026-03-02' } }));
  act(() => void fireEvent.click(within(form).getByLabelText('Walk-in')));
  act(() => void fireEvent.click(within(form).getByLabelText('As agreed for next time')));
  act(() => void fireEvent.submit(form));
  await settled();
  expect(console.main.inputsOf('contact.went-elsewhere')).toEqual([
    {
      contactId: 'k3',
      on: '2026-03-02',
      channel: 'walk-in',
      saidBy: 'person',
      planUsed: true,
    },
  ]);
  expect(screen.queryByRole('form')).toBeNull();
});

test('a callback is not asked where else they went', async () => {
  await openList(first);
  press('i');
  expect(screen.queryByRole('form')).toBeNull();
  expect(screen.queryByRole('button', { name: /Instead of 911/ })).toBeNull();
});

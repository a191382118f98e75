import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { KitPages } from '#renderer/paper/kit-pages.tsx';
import { printPaper } from '#renderer/paper/print-paper.ts';
import { FakeMain } from './fake-feed.ts';
import type { PaperIncident, PaperKit } from '#shared/paper/paper-kit.ts';

afterEach(cleanup);

const AT = '2026-03-03T18:07:00.000Z';

const incident = (of: Partial<PaperIncident> = {}): PaperIncident => ({
  number: 12,
  openedAt: '2026-03-02T18:00:00.000Z',
  level: 'L3',
  provisional: true,
  phase: 'To decide',
  callType: 'Welfare check',
  address: '4500 N Broadway, Uptown',
  area: 'Uptown',
  callback: null,
  words: 'He sits on the stairs.',
  owner: 'Dana',
  attention: null,
  recommended: { level: 'L3', response: 'Co-response', alongside: ['EMS'], reasons: ['Threats.'] },
  decided: null,
  facts: [
    { label: 'Threats', answer: 'yes', at: AT, aged: false },
    { label: 'Weapon in hand', answer: 'no', at: AT, aged: true },
  ],
  unasked: ['Weapon in hand'],
  units: [],
  hold: null,
  promise: null,
  cautions: [],
  notes: [],
  ...of,
});

const kit = (of: Partial<PaperKit> = {}): PaperKit => ({
  printedAt: AT,
  timeZone: 'America/Chicago',
  center: 'Test Center',
  position: 'position 1',
  training: false,
  policyVersion: '2026.3',
  printedBy: 'Dana, dispatcher',
  size: 'letter',
  units: [],
  calls: [],
  contacts: [],
  incidents: [],
  intake: {
    questions: [
      { topic: 'weapon', label: 'Weapon in hand', question: 'Is there one?', mandatory: true },
    ],
    medical: {
      title: 'Medical',
      response: 'EMS',
      rules: [{ when: 'Overdose: yes', response: null }],
    },
    gates: [
      {
        level: 'L4',
        title: 'Imminent',
        response: 'Police and EMS',
        rules: [{ when: 'Weapon in hand: yes', response: 'Police' }],
      },
    ],
    dispositions: ['Refused services'],
  },
  unread: [],
  ...of,
});

test('the cover says whose kit it is, as of when and by whom; an empty board says so', () => {
  render(<KitPages kit={kit()} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Test Center');
  expect(screen.getByText('03 Mar, 12:07')).toBeTruthy();
  expect(screen.getByText('Dana, dispatcher, at position 1')).toBeTruthy();
  expect(screen.getByText('Nothing is open.')).toBeTruthy();
  expect(screen.queryByText(/TRAINING/)).toBeNull();
});

test('an incident is enough to go on from: what was not asked stands apart from what is a no', () => {
  render(<KitPages kit={kit({ incidents: [incident()], training: true })} />);
  expect(screen.getByText(/TRAINING/)).toBeTruthy();
  const entry = screen.getByRole('heading', { name: /Incident 12/ }).closest('article');
  const says = within(entry as HTMLElement);
  expect(says.getByText('NOT ASKED').nextElementSibling?.textContent).toBe('Weapon in hand');
  expect(says.getByText('No').nextElementSibling?.textContent).toBe(
    'Weapon in hand (12:07, ask again)',
  );
  expect(says.getByText('YES').nextElementSibling?.textContent).toBe('Threats (12:07)');
  expect(says.getByText('Recommended').nextElementSibling?.textContent).toContain(
    'L3, Co-response and EMS',
  );
  expect(says.getByText('Callback').nextElementSibling?.textContent).toBe('hidden');
  expect(entry?.textContent).toContain('opened 02 Mar, 12:00');
});

test('the forms are there however full the board is', () => {
  const incidents = Array.from({ length: 40 }, (_, at) => incident({ number: at + 1 }));
  render(<KitPages kit={kit({ incidents })} />);
  expect(screen.getAllByRole('heading', { name: 'Intake card' })).toHaveLength(4);
  for (const name of ['Unit log', 'Hand-over by hand', /Who goes/])
    expect(screen.getByRole('heading', { name })).toBeTruthy();
  expect(screen.getByText('Open incidents: 40')).toBeTruthy();
});

test('the cover says what could not be read of a damaged store', () => {
  render(<KitPages kit={kit({ unread: ['calls back that are owed', 'incident 4'] })} />);
  expect(screen.getByText(/this could not be read/).textContent).toMatch(
    /NOT ALL OF IT IS HERE\..*calls back that are owed, incident 4/,
  );
});

test('a kit that is not on record yet says so, and so does one that went to a printer', async () => {
  const main = new FakeMain();
  main.answer('paper.print', () => ({ seq: 0, owed: true }));
  await printPaper();
  expect(deskStore.getState().notice).toMatchObject({
    tone: 'alert',
    text: expect.stringMatching(/went to the printer you chose.*not on the record yet/),
  });
});

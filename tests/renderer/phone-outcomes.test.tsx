import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { runAction } from '#renderer/keys/actions.ts';
import { movesItself } from '#renderer/keys/places.ts';
import { clinical } from './clinical-work.ts';
import { saidAtTheEnd } from './said-at-the-end.ts';
import { ago, atTheConsole, CLEO, I12, inFocus, row, showBoard, view } from './sheets-fixtures.ts';

const bench = atTheConsole(CLEO);

const standing = (atTheEnd: Partial<NonNullable<IncidentView['clinical']>['atTheEnd']>) => ({
  ...clinical(),
  atTheEnd: { open: [], risk: null, plan: false, ...atTheEnd },
});

function onThePhone(more: Partial<IncidentView> = {}) {
  showBoard([], [row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  render(<ClinicianHome />);
  inFocus(
    view({
      phone: { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId },
      clinical: standing({}),
      ...more,
    }),
  );
}

function lost(recontact: Partial<NonNullable<IncidentView['recontact']>> = {}) {
  const from = ago(60);
  const next = { from, until: ago(-240), lastAt: null, unanswered: 0, recommends: null };
  showBoard([], [row(12, { phone: 'lost', phase: 'caller-lost', owner: CLEO.operatorId })]);
  render(<ClinicianHome />);
  inFocus(
    view({
      phase: 'caller-lost',
      phone: {
        state: 'lost',
        since: from,
        clinician: CLEO.operatorId,
        hungUp: 'caller',
        lastKnown: { place: '1 W Lawrence', at: from },
      },
      recontact: { ...next, ...recontact },
    }),
  );
}

async function press(id: string) {
  await act(async () => void runAction(id));
}

const outcome = () => screen.getByRole('region', { name: 'Outcome' });

async function type(label: string | RegExp, text: string) {
  const field = within(outcome()).getByLabelText(label);
  await act(async () => void fireEvent.change(field, { target: { value: text } }));
}

test('Enter goes to what is missing, in order, and ends nothing until all is said', async () => {
  onThePhone();
  await press('phone.resolve');
  expect(document.activeElement).toBe(screen.getByLabelText('Alone'));
  expect(outcome().textContent).toContain('Then: what was agreed, follow-up.');
  await act(async () => void fireEvent.click(screen.getByLabelText('With somebody')));
  await press('phone.enter');
  expect(document.activeElement).toBe(screen.getByLabelText('Who is with them'));
  await type('Who is with them', 'a sister');
  await press('phone.enter');
  expect(document.activeElement).toBe(screen.getByLabelText('What was agreed'));
  await type('What was agreed', 'Sleeps there.');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.resolve')).toEqual([]);
  const again = screen.getByRole('group', { name: 'Somebody calls again' });
  await act(async () => void fireEvent.click(within(again).getByLabelText('No')));
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.resolve')).toEqual([
    {
      incidentId: I12,
      ending: {
        outcome: 'resolved',
        notAsked: '',
        agreed: 'Sleeps there.',
        company: 'with-somebody',
        who: 'a sister',
        followUp: 'none',
      },
      secondPerson: null,
    },
  ]);
});

test('open safety questions are named, and a reason stands for them', async () => {
  onThePhone({ clinical: standing({ open: ['Weapon in hand', 'Threats with agitation'] }) });
  await press('phone.resolve');
  expect(outcome().textContent).toContain('weapon in hand, threats with agitation');
  await saidAtTheEnd();
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.resolve')).toEqual([]);
  await type(/Safety questions: why/, 'Had to hang up.');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.resolve')).toHaveLength(1);
});

test('a high screen asks for a call soon and a plan, or a second person', async () => {
  onThePhone({ clinical: standing({ risk: 'high', plan: false }) });
  await press('phone.resolve');
  await act(async () => void fireEvent.click(screen.getByLabelText('Alone')));
  await type('The plan that was agreed', 'Stays awake with us.');
  const again = screen.getByRole('group', { name: 'Somebody calls again' });
  await act(async () => void fireEvent.click(within(again).getByLabelText('No')));
  expect(outcome().textContent).toContain('within 72 hours, or let a second person sign');
  await act(async () => void fireEvent.click(within(again).getByLabelText('Yes')));
  expect(outcome().textContent).toContain('make the safety plan (s)');
  expect(screen.getByRole('group', { name: 'Or a second person signs' })).toBeTruthy();
});

test('a referral says where to, consent, how and when; changing one’s mind loses nothing', async () => {
  onThePhone();
  await press('phone.refer');
  await type('Referred to', 'Invented walk-in clinic');
  const consent = screen.getByRole('group', { name: /May the place be told/ });
  await act(async () => void fireEvent.click(within(consent).getByLabelText(/^Yes/)));
  await type('How they get there', 'by bus');
  await press('escape');
  await press('phone.follow-up');
  await press('phone.refer');
  await type('When', 'tonight');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.resolve')).toMatchObject([
    {
      ending: {
        outcome: 'referred',
        consent: 'share',
        referral: {
          to: 'Invented walk-in clinic',
          phone: '',
          receiver: null,
          service: null,
          substanceUse: false,
          how: 'by bus',
          when: 'tonight',
        },
      },
    },
  ]);
});

test('a scheduled follow-up says when, who calls and what is safe there', async () => {
  onThePhone({ callback: '312-555-0100' });
  await press('phone.follow-up');
  await type('What was agreed', 'Ask how the night was.');
  const may = screen.getByRole('group', { name: 'Who may answer' });
  await act(async () => void fireEvent.click(within(may).getByLabelText('Only they')));
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.resolve')).toMatchObject([
    {
      ending: {
        outcome: 'follow-up',
        followUp: {
          promised: { kind: 'follow-up', after: 'day-1' },
          number: '312-555-0100',
          message: 'unknown',
          mayAnswer: 'only-them',
          owner: null,
        },
      },
    },
  ]);
});

test('a refusal of main stands where the letter was, and what was said stays', async () => {
  onThePhone();
  bench.main.refuse('phone.resolve', 'The call of incident 12 is not with you.');
  await press('phone.resolve');
  await saidAtTheEnd('Will sleep.');
  await press('phone.enter');
  expect(within(outcome()).getByText(/is not with you/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('What was agreed').value).toBe('Will sleep.');
});

test('losing the caller asks for nothing: Enter starts the clock', async () => {
  onThePhone();
  await press('phone.lost');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.lose-caller')).toEqual([
    { incidentId: I12, lastWords: '', place: view().place.address, hungUp: 'not-known' },
  ]);
});

test('once police were called from the line, e leaves it and says that you stay until then', async () => {
  onThePhone({ fromLine: 'police-ems' });
  expect(screen.getByText(/Police and EMS are asked for, and you stay/)).toBeTruthy();
  await press('phone.escalate');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.leave-to-help')).toEqual([{ incidentId: I12 }]);
  expect(bench.main.inputsOf('phone.escalate')).toEqual([]);
});

test('a lost caller: last known place, the calls, and what is recommended', async () => {
  lost({ unanswered: 2, recommends: 'welfare-check' });
  const panel = screen.getByRole('region', { name: 'The caller is lost' });
  expect(panel.textContent).toContain('1 W Lawrence');
  expect(panel.textContent).toContain('2 of 3');
  expect(within(panel).getByRole('alert').textContent).toContain('police check');
  await press('recontact.no-answer');
  await press('recontact.still-safe');
  expect(bench.main.inputsOf('incident.recontact')).toEqual([
    { incidentId: I12, answer: 'no-answer' },
    { incidentId: I12, answer: 'still-safe' },
  ]);
});

test('not found again: how many calls are left, why, and a second person while a check is due', async () => {
  lost({ unanswered: 2, recommends: 'welfare-check' });
  await press('phone.lost');
  expect(outcome().textContent).toContain('Call again first: 1 more time.');
  expect(screen.getByRole('group', { name: /second person signs that nobody/ })).toBeTruthy();
  await type(/Why nobody has to go/, 'Was calm.');
  await press('phone.enter');
  expect(bench.main.inputsOf('phone.give-up-caller')).toEqual([
    { incidentId: I12, why: 'Was calm.', secondPerson: null },
  ]);
});

test('arrows choose an answer of a group, and never the next call', () => {
  const radio = document.createElement('input');
  radio.type = 'radio';
  expect(movesItself(radio, 'ArrowDown')).toBe(true);
  expect(movesItself(radio, 'j')).toBe(false);
  expect(movesItself(document.body, 'ArrowDown')).toBe(false);
});

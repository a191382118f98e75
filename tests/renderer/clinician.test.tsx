import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { CautionId } from '#shared/lib/brand.ts';
import { freshOffer } from '#shared/phone/offer.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { bindingFor } from '#renderer/keys/places.ts';
import {
  ago,
  answered,
  atTheConsole,
  CLEO,
  fact,
  I12,
  IMANI,
  inFocus,
  row,
  showBoard,
  view,
} from './sheets-fixtures.ts';
import { giveSizes } from './fake-feed.ts';

const bench = atTheConsole(CLEO);

const waiting = {
  phone: 'offered',
  promise: { from: ago(30), until: ago(-90), what: 'on the line' },
} as const;
const mine = { phone: 'with-clinician', clinician: CLEO.operatorId } as const;

function home(rows: readonly IncidentRow[]) {
  showBoard([], rows);
  render(<ClinicianHome />);
}

/** On the phone with the caller of incident 12. */
function onThePhone(more: Partial<IncidentView> = {}) {
  home([row(12, mine)]);
  inFocus(
    view({
      phone: { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId },
      ...more,
    }),
  );
}

async function act_(id: string) {
  await act(async () => void runAction(id));
}

function listed(name: string) {
  const group = screen.getByRole('group', { name });
  return within(group)
    .queryAllByRole('option')
    .map((option) => /incident (\d+)/.exec(option.textContent ?? '')?.[1]);
}

test('calls stand where they belong, the longest waiting first', () => {
  giveSizes();
  home([
    row(1),
    row(2, { ...waiting, promise: { ...waiting.promise, from: ago(10) } }),
    row(3, { ...waiting, promise: { ...waiting.promise, from: ago(99) } }),
    row(4, mine),
    row(5, { phone: 'with-clinician', clinician: IMANI.operatorId, level: 'L3' }),
    row(6, { phone: 'transferring', clinician: IMANI.operatorId, transferTo: CLEO.operatorId }),
  ]);
  expect(listed('Offered to me')).toEqual(['6']);
  expect(listed('My calls')).toEqual(['4']);
  expect(listed('Waiting for somebody')).toEqual(['3', '2']);
  expect(listed('Monitor')).toEqual(['5', '1']);
});

test('what needs the clinician is selected at the start, whatever was looked at before', () => {
  deskStore.setState({ selection: { kind: 'incident', id: 'incident-1' } });
  home([row(1), row(2, waiting)]);
  expect(deskStore.getState().selection?.id).toBe('incident-2');
});

test('empty lists say what will stand there', () => {
  home([]);
  expect(screen.getByText(/Enter takes it/)).toBeTruthy();
  expect(screen.getByText('Nobody is on the line.')).toBeTruthy();
});

test('j and k walk through all lists', async () => {
  home([row(1), row(2, waiting), row(4, mine)]);
  expect(deskStore.getState().selection?.id).toBe('incident-4');
  await act_('phone.next');
  expect(deskStore.getState().selection?.id).toBe('incident-2');
  await act_('phone.next');
  await act_('phone.next');
  expect(deskStore.getState().selection?.id).toBe('incident-1');
  await act_('phone.previous');
  expect(deskStore.getState().selection?.id).toBe('incident-2');
});

test('Enter takes a waiting call; a refusal is said where the key is', async () => {
  home([row(12, waiting)]);
  inFocus(view({ phone: freshOffer(ago(30)) }));
  bench.main.refuse('phone.take', 'Incident 12 is not waiting for a clinician.');
  await act_('phone.enter');
  expect(screen.getByText(/is not waiting for a clinician/)).toBeTruthy();
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.take')).toEqual([{ incidentId: I12 }, { incidentId: I12 }]);
});

test('a waiting call can be taken before its view has arrived', async () => {
  home([row(12, waiting)]);
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.take')).toEqual([{ incidentId: I12 }]);
});

test('Enter on a call of one’s own goes to the notes', async () => {
  onThePhone();
  await act_('phone.enter');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Clinical note' }));
});

test('an incident of others is read along: no answers, no outcome', () => {
  home([row(12)]);
  inFocus(view({ facts: [fact('can-talk')] }));
  expect(screen.getByText('Can talk')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Yes/ })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Outcome' })).toBeNull();
  expect(runAction('phone.resolve')).toBe(false);
});

test('what is known begins with every yes, then what nobody knows, then the noes', () => {
  onThePhone({
    facts: [
      answered('threats', 'no'),
      answered('can-talk', 'unknown'),
      answered('thoughts', 'yes'),
    ],
  });
  const known = screen.getByRole('region', { name: 'What is known' }).textContent ?? '';
  const order = ['Thoughts of suicide', 'Can talk', 'Threats with agitation'];
  expect(order.map((each) => known.indexOf(each))).toEqual(
    order.map((each) => known.indexOf(each)).sort((a, b) => a - b),
  );
});

test('y, n and u answer the marked question and go on to the next', async () => {
  onThePhone({ facts: [fact('can-talk'), fact('weapon-in-hand'), fact('willing')] });
  // Mandatory first, whatever the order of the policy.
  await act_('facts.no');
  await act_('facts.yes');
  await act_('facts.unknown');
  expect(bench.main.inputsOf('incident.answer-fact')).toMatchObject([
    { fact: 'weapon-in-hand', answer: 'no' },
    { fact: 'can-talk', answer: 'yes' },
    { fact: 'willing', answer: 'unknown' },
  ]);
});

test('an answer can be corrected, by key and by choosing it in what is known', async () => {
  onThePhone({ facts: [fact('can-talk'), fact('willing')] });
  await act_('facts.no');
  inFocus(
    view({
      phone: { state: 'with-clinician', since: ago(80), clinician: CLEO.operatorId },
      facts: [answered('can-talk', 'no'), fact('willing')],
    }),
  );
  await act_('phone.last-question');
  expect(screen.getByText(/The new answer replaces it/)).toBeTruthy();
  await act_('facts.yes');
  fireEvent.click(screen.getByRole('button', { name: 'Can talk' }));
  await act_('facts.unknown');
  expect(bench.main.inputsOf('incident.answer-fact').slice(1)).toMatchObject([
    { fact: 'can-talk', answer: 'yes' },
    { fact: 'can-talk', answer: 'unknown' },
  ]);
});

test('a clinical note is kept while typed and goes on the record with Enter', async () => {
  vi.useFakeTimers();
  onThePhone();
  const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Clinical note' });
  fireEvent.change(note, { target: { value: 'Sleeps three hours' } });
  await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
  expect(bench.main.inputsOf('draft.save')).toMatchObject([
    { subject: `incident/${I12}`, field: 'clinical', text: 'Sleeps three hours' },
  ]);
  bench.main.refuse('incident.add-note', 'The disk is full. Nothing was written.');
  await act(async () => void fireEvent.keyDown(note, { key: 'Enter' }));
  expect(screen.getByText(/The disk is full/)).toBeTruthy();
  expect(note.value).toBe('Sleeps three hours');
  await act(async () => void fireEvent.keyDown(note, { key: 'Enter' }));
  expect(bench.main.inputsOf('incident.add-note').at(-1)).toEqual({
    incidentId: I12,
    kind: 'clinical',
    text: 'Sleeps three hours',
  });
  expect(note.value).toBe('');
});

test('a substance-use note is a Part 2 note, also when the call ends over it', async () => {
  onThePhone();
  const part2 = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Substance use (Part 2)' });
  fireEvent.click(part2);
  const note = () => screen.getByRole('textbox', { name: /^Substance-use note/ });
  fireEvent.change(note(), { target: { value: 'In treatment since May' } });
  await act(async () => void fireEvent.keyDown(note(), { key: 'Enter' }));
  expect(part2.checked).toBe(false);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Clinical note' }).value).toBe(
    '',
  );
  fireEvent.click(part2);
  fireEvent.change(note(), { target: { value: 'Relapse last week' } });
  await act_('phone.escalate');
  await act_('phone.enter');
  expect(bench.main.inputsOf('incident.add-note')).toEqual([
    { incidentId: I12, kind: 'part-2', text: 'In treatment since May' },
    { incidentId: I12, kind: 'part-2', text: 'Relapse last week' },
  ]);
});

test('an outcome takes two strokes: the letter alone, or twice, ends nothing', async () => {
  onThePhone();
  await act_('phone.lost');
  await act_('phone.lost');
  expect(bench.main.inputsOf('phone.lose-caller')).toEqual([]);
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.lose-caller')).toHaveLength(1);
});

test('Escape goes back to the caller', async () => {
  onThePhone();
  await act_('phone.lost');
  await act_('escape');
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.lose-caller')).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Clinical note' }));
});

test('a note half written is put on the record before the call ends, and never in the closing note', async () => {
  onThePhone();
  fireEvent.change(screen.getByRole('textbox', { name: 'Clinical note' }), {
    target: { value: 'Plan agreed' },
  });
  await act_('phone.escalate');
  await act_('phone.enter');
  const ended = bench.main.asked.filter(
    ({ topic }) => topic.startsWith('phone.') || topic === 'incident.add-note',
  );
  expect(ended).toEqual([
    {
      topic: 'incident.add-note',
      input: { incidentId: I12, kind: 'clinical', text: 'Plan agreed' },
    },
    { topic: 'phone.escalate', input: { incidentId: I12, know: '', stays: true } },
  ]);
});

test('a team has to go: the reason typed is what dispatch sees', async () => {
  onThePhone();
  await act_('phone.escalate');
  const why = screen.getByLabelText(/What the team must know/);
  expect(document.activeElement).toBe(why);
  fireEvent.change(why, { target: { value: 'Cannot stay alone tonight' } });
  await act(async () => void fireEvent.keyDown(why, { key: 'Enter' }));
  expect(bench.main.inputsOf('phone.escalate')).toEqual([
    { incidentId: I12, know: 'Cannot stay alone tonight', stays: true },
  ]);
});

test('after a call has ended the next one is looked at', async () => {
  home([row(12, mine), row(13, waiting)]);
  const phone = { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId } as const;
  inFocus(view({ phone, fromLine: 'police-ems' }));
  await act_('phone.escalate');
  await act_('phone.enter');
  expect(bench.main.inputsOf('phone.leave-to-help')).toEqual([{ incidentId: I12 }]);
  expect(deskStore.getState().selection?.id).toBe('incident-13');
});

test('an answer that raised the level shows at once, with the key that sends police and EMS', () => {
  onThePhone({
    needsDecision: true,
    raised: 'Raised from L1 to L4',
    recommendation: {
      ...view().recommendation,
      level: 'L4',
      response: 'Police and EMS',
      reasons: [{ rule: 'L4-WEAPON', because: 'A weapon is in hand.', source: '' }],
    },
  });
  const alert = screen.getAllByRole('alert').find((each) => each.textContent?.includes('Raised'));
  expect(alert?.textContent).toContain('Police and EMS. A weapon is in hand.');
  const heading = screen.getByRole('heading', { level: 2 });
  expect(heading.textContent).toContain('Level L4');
});

test('the cautions of the call stand with it; Shift+A acknowledges them, expired ones ask nothing', async () => {
  const one = {
    cautionId: 'c1' as CautionId,
    about: { kind: 'address', address: '1200 N Kedzie Ave' },
    kind: 'animal',
    text: 'Large dog behind the door.',
    source: 'Crew of M1',
    recordedAt: ago(9000),
    recordedBy: 'Dana Reyes',
    expiresOn: '2099-01-01',
    expired: false,
    acknowledged: null,
  } as const;
  const old = { ...one, cautionId: 'c2' as CautionId, text: 'Old.', expired: true };
  onThePhone({ cautions: [one, old] });
  const cautions = screen.getByRole('region', { name: 'Cautions' });
  expect(cautions.textContent).toContain('Large dog behind the door.');
  expect(cautions.textContent).not.toContain('Old.');
  expect(bindingFor('clinician', 'Shift+A')?.id).toBe('caution.acknowledge');
  await act_('caution.acknowledge');
  expect(bench.main.inputsOf('caution.acknowledge')).toEqual([
    { incidentId: I12, cautionIds: ['c1'] },
  ]);
});

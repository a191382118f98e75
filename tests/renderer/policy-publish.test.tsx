import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Operator } from '#shared/roster/operator.ts';
import type { PolicyProposal, PolicyVersionLine } from '#shared/policy/workshop-view.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, openSheet, setScreen, useDesk } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { readPolicyFile } from '#renderer/policy/import-file.tsx';
import { WorkshopHome } from '#renderer/policy/workshop-home.tsx';
import { reloadWorkshop } from '#renderer/policy/workshop-exchange.ts';
import { workshopStore } from '#renderer/policy/workshop-store.ts';
import { ActiveSheet } from '#renderer/sheets/active-sheet.tsx';
import { FakeMain, settled, snapshot } from './fake-feed.ts';
import {
  CHANGE,
  draft,
  HASH,
  notProved,
  press,
  proved,
  whatIf,
  workshop,
} from './policy-fixtures.ts';
import { ago, atTheConsole, DANA, person, POLICY, SAM, sitDown } from './sheets-fixtures.ts';

atTheConsole(SAM);
const ROSA = person('Rosa Lund', 'supervisor');
const CHANGED = { ...POLICY, title: 'Changed' };
let main: FakeMain;

function Desk() {
  useKeymap();
  useWindowKeys();
  const open = useDesk((desk) => desk.sheet !== null);
  return (
    <>
      <WorkshopHome />
      {open && <ActiveSheet />}
    </>
  );
}

beforeEach(() => {
  workshopStore.setState(workshopStore.getInitialState(), true);
  main = new FakeMain();
  main.answer('policy.workshop', () =>
    workshop({ draft: { document: CHANGED, savedAt: ago(60) } }),
  );
  main.answer('policy.examine', () => proved());
  main.answer('policy.what-if', () => whatIf());
});
afterEach(cleanup);

async function open() {
  act(() => setScreen('policy'));
  render(<Desk />);
  await vi.waitFor(() => expect(workshopStore.getState().examination).not.toBeNull());
  await settled();
}

function withOperators(operators: readonly Operator[]) {
  act(() => showSnapshot(snapshot({ operators })));
}

const sheet = () => screen.findByRole('dialog');

function proposal(more: Partial<PolicyProposal> = {}): PolicyProposal {
  return {
    hash: HASH,
    policy: { ...POLICY, version: '2026.6' },
    effectiveFrom: null,
    note: 'Two weapons calls went out unarmed.',
    proposedBy: SAM.operatorId,
    proposedByName: SAM.name,
    at: ago(120),
    differences: [CHANGE],
    ...more,
  };
}

function line(more: Partial<PolicyVersionLine> = {}): PolicyVersionLine {
  return { ...workshop().history[0]!, hash: 'b'.repeat(64), version: '2026.1', ...more };
}

describe('publishing', () => {
  test('proposes the draft under the next version, with a reason, from now on', async () => {
    await open();
    await press('Enter', { ctrlKey: true });
    const form = within(await sheet());
    expect((form.getByLabelText('Version') as HTMLInputElement).value).toBe('2026.6');
    fireEvent.click(form.getByRole('button', { name: /Propose/ }));
    await settled();
    expect(form.getByText('Say in a line why the policy changes.')).toBeTruthy();
    expect(main.inputsOf('policy.propose')).toEqual([]);
    fireEvent.change(form.getByLabelText('Why, in a line'), { target: { value: 'Safer.' } });
    main.answer('policy.workshop', () => workshop({ proposal: proposal() }));
    fireEvent.click(form.getByRole('button', { name: /Propose/ }));
    await vi.waitFor(() => expect(deskStore.getState().sheet).toBe('policy-proposal'));
    await settled();
    expect(main.inputsOf('policy.propose')).toEqual([
      { document: { ...CHANGED, version: '2026.6' }, effectiveFrom: null, note: 'Safer.' },
    ]);
  });

  test('a later moment is one on the center’s clock', async () => {
    await open();
    await press('Enter', { ctrlKey: true });
    const form = within(await sheet());
    fireEvent.click(form.getByLabelText('A date and time'));
    fireEvent.change(form.getByLabelText('Date'), { target: { value: '2031-07-01' } });
    fireEvent.change(form.getByLabelText('Time'), { target: { value: '06:00' } });
    fireEvent.change(form.getByLabelText('Why, in a line'), { target: { value: 'Safer.' } });
    fireEvent.click(form.getByRole('button', { name: /Propose/ }));
    await settled();
    expect(main.inputsOf('policy.propose')).toMatchObject([
      { effectiveFrom: '2031-07-01T11:00:00.000Z' },
    ]);
  });

  test('what is not proved is not offered, and the sheet says why', async () => {
    main.answer('policy.examine', () => notProved());
    await open();
    await press('Enter', { ctrlKey: true });
    const form = within(await sheet());
    expect(form.getByRole('status').textContent).toContain('1 counter-example to solve first');
    expect(form.queryByRole('button', { name: /Propose/ })).toBeNull();
  });

  test('main’s refusal stands in the sheet, and what was written stays', async () => {
    main.refuse('policy.propose', 'Another policy is proposed already.');
    await open();
    await press('Enter', { ctrlKey: true });
    const form = within(await sheet());
    const why = form.getByLabelText('Why, in a line') as HTMLInputElement;
    fireEvent.change(why, { target: { value: 'Safer.' } });
    fireEvent.click(form.getByRole('button', { name: /Propose/ }));
    expect(await form.findByText('Another policy is proposed already.')).toBeTruthy();
    expect(why.value).toBe('Safer.');
  });
});

describe('a proposal', () => {
  test('shows a second supervisor the words, the proof and past calls, and is approved', async () => {
    sitDown(ROSA);
    main.answer('policy.workshop', () => workshop({ proposal: proposal() }));
    await open();
    await press('s');
    const shown = within(await sheet());
    expect(shown.getByText(CHANGE.says)).toBeTruthy();
    expect(await shown.findByText('Proved')).toBeTruthy();
    expect(await shown.findByRole('table', { name: 'By call type' })).toBeTruthy();
    fireEvent.click(shown.getByRole('button', { name: 'Approve 2026.6' }));
    await settled();
    expect(main.inputsOf('policy.approve')).toEqual([{ hash: HASH, secondPerson: null }]);
    expect(deskStore.getState().sheet).toBeNull();
  });

  test('is declined with a reason', async () => {
    sitDown(ROSA);
    main.answer('policy.workshop', () => workshop({ proposal: proposal() }));
    await open();
    await press('s');
    const shown = within(await sheet());
    fireEvent.click(shown.getByRole('button', { name: 'Decline' }));
    fireEvent.click(shown.getByRole('button', { name: 'Decline' }));
    expect(shown.getByText('Say in a line why.')).toBeTruthy();
    const why = shown.getByLabelText('Decline: why, in a line');
    fireEvent.change(why, { target: { value: 'Not before the training.' } });
    fireEvent.click(shown.getByRole('button', { name: 'Decline' }));
    await settled();
    expect(main.inputsOf('policy.decline')).toEqual([
      { hash: HASH, reason: 'Not before the training.' },
    ]);
  });

  test('its author never signs alone: the second person does, beside them', async () => {
    main.answer('policy.workshop', () => workshop({ proposal: proposal() }));
    await open();
    withOperators([SAM, ROSA, DANA]);
    await press('s');
    const shown = within(await sheet());
    expect(shown.queryByRole('button', { name: 'Approve 2026.6' })).toBeNull();
    fireEvent.click(shown.getByRole('button', { name: 'Approve with both names' }));
    expect(shown.getByText('Choose who signs as the second supervisor.')).toBeTruthy();
    expect(main.inputsOf('policy.approve')).toEqual([]);
    const who = shown.getByRole('combobox', { name: 'Who agrees' });
    fireEvent.change(who, { target: { value: 'Rosa' } });
    await act(async () => void fireEvent.keyDown(who, { key: 'Enter', code: 'Enter' }));
    fireEvent.change(shown.getByLabelText('Their passphrase'), { target: { value: 'a secret' } });
    main.refuse('policy.approve', 'The passphrase is not right.');
    fireEvent.click(shown.getByRole('button', { name: 'Approve with both names' }));
    expect(await shown.findByText('The passphrase is not right.')).toBeTruthy();
    expect(main.inputsOf('policy.approve')).toEqual([
      {
        hash: HASH,
        secondPerson: { operatorId: 'rosa-lund' as OperatorId, passphrase: 'a secret' },
      },
    ]);
  });
});

test('one step back takes a reason and nothing else', async () => {
  main.answer('policy.workshop', () => workshop({ stepBack: line() }));
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Step back to 2026.1' }));
  const form = within(await sheet());
  const act1 = form.getByRole('button', { name: 'Step back to 2026.1 now' });
  fireEvent.click(act1);
  expect(form.getByText('Say in a line why.')).toBeTruthy();
  fireEvent.change(form.getByLabelText('Why, in a line'), { target: { value: 'Too many L4.' } });
  fireEvent.click(act1);
  await settled();
  // The policy that is left, so that nobody steps back from one they have not seen.
  expect(main.inputsOf('policy.roll-back')).toEqual([{ hash: HASH, reason: 'Too many L4.' }]);
});

test('nothing is proposed over a policy that is scheduled already', async () => {
  const scheduled = line({ version: '2026.9', state: 'scheduled' });
  const document = CHANGED;
  main.answer('policy.workshop', () =>
    workshop({ scheduled, draft: { document, savedAt: ago(60) } }),
  );
  await open();
  expect(screen.getByText(/2026.9 is scheduled: call it off/)).toBeTruthy();
});

test('once the draft is in force it is no draft any more', async () => {
  await open();
  const other = 'c'.repeat(64);
  main.answer('policy.workshop', () => workshop({ inForce: { policy: CHANGED, hash: other } }));
  await act(() => reloadWorkshop());
  await settled();
  expect(main.inputsOf('policy.discard-draft')).toEqual([{}]);
  expect(document.querySelector('.draft-state')?.textContent).toContain('Not changed');
});

test('a policy that comes into force takes the place of a draft that changes nothing', async () => {
  main.answer('policy.workshop', () => workshop());
  await open();
  const inForce = { policy: CHANGED, hash: 'c'.repeat(64) };
  main.answer('policy.workshop', () => workshop({ inForce }));
  await act(() => reloadWorkshop());
  expect(draft().title).toBe('Changed');
  expect(main.inputsOf('policy.save-draft')).toEqual([]);
});

test('a scheduled policy is called off', async () => {
  const scheduled = line({ version: '2026.9', state: 'scheduled' });
  main.answer('policy.workshop', () => workshop({ scheduled }));
  await open();
  expect(screen.getByRole('region', { name: 'Coming' }).textContent).toContain('2026.9');
  fireEvent.click(screen.getByRole('button', { name: 'Call off' }));
  const form = within(await sheet());
  fireEvent.change(form.getByLabelText('Why, in a line'), {
    target: { value: 'Crews not ready.' },
  });
  fireEvent.click(form.getByRole('button', { name: 'Call off 2026.9' }));
  await settled();
  expect(main.inputsOf('policy.withdraw')).toEqual([
    { hash: scheduled.hash, reason: 'Crews not ready.' },
  ]);
});

test('the history says of each policy from when it held, how and by whom', async () => {
  const history = [...workshop().history, line({ state: 'past', how: 'shipped' })];
  main.answer('policy.workshop', () => workshop({ history }));
  await open();
  act(() => openSheet('policy-history'));
  const lines = within(await sheet()).getAllByRole('listitem');
  expect(lines[0]?.textContent).toContain('proposed by Sam Whitfield, approved by Rosa Lund');
  expect(lines[1]?.textContent).toContain('came with the desk');
});

describe('a file', () => {
  const notice = () => deskStore.getState().notice;

  test('becomes the draft, and can be undone', async () => {
    await open();
    await act(() => readPolicyFile(new File([JSON.stringify({ id: 'x' })], 'other.json')));
    expect(draft()).toEqual({ id: 'x' });
    expect(notice()?.text).toContain('“other.json” is the draft now');
    await press('z', { ctrlKey: true });
    expect(draft().title).toBe('Changed');
  });

  test.each([
    ['no JSON', new File(['{'], 'a.json'), 'is not JSON'],
    ['no document', new File(['[1]'], 'a.json'), 'holds no policy document'],
    ['too much', new File([new Uint8Array(4 * 1024 * 1024 + 1)], 'a.json'), 'larger than 4 MB'],
  ])('with %s leaves the draft as it was', async (_, file, says) => {
    await open();
    await act(() => readPolicyFile(file));
    expect(draft().title).toBe('Changed');
    expect(screen.getByText(new RegExp(says))).toBeTruthy();
  });
});

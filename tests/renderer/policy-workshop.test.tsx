import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Examination } from '#shared/policy/workshop-view.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { workshopStore } from '#renderer/policy/workshop-store.ts';
import { WorkshopHome } from '#renderer/policy/workshop-home.tsx';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { FakeMain, settled } from './fake-feed.ts';
import {
  cell,
  draft,
  notProved,
  press,
  proved,
  unreadable,
  whatIf,
  workshop,
} from './policy-fixtures.ts';
import { ago, atTheConsole, POLICY, SAM } from './sheets-fixtures.ts';

atTheConsole(SAM);
let main: FakeMain;

function Desk() {
  useKeymap();
  useWindowKeys();
  return <WorkshopHome />;
}

beforeEach(() => {
  vi.useFakeTimers();
  workshopStore.setState(workshopStore.getInitialState(), true);
  main = new FakeMain();
  main.answer('policy.workshop', () => workshop());
  main.answer('policy.examine', () => proved([]));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function open() {
  setScreen('policy');
  render(<Desk />);
  await wait(1);
}

async function wait(ms: number) {
  await settled();
  await act(async () => vi.advanceTimersByTime(ms));
  await settled();
}

const stateLine = () => document.querySelector('.draft-state')?.textContent ?? '';
const aloud = () => screen.getByRole('status').textContent;
const WEAPON = '$.gates[0].rules[0]';

async function goTo(path: string) {
  act(() => cell(path).focus());
  await settled();
}

describe('opening', () => {
  test('says which policy is in force, since when and by whom', async () => {
    await open();
    const block = screen.getByRole('region', { name: 'In force' });
    expect(block.textContent).toContain('2026.5');
    expect(block.textContent).toContain('3 Mar 2026, 14:00');
    expect(block.textContent).toContain('approved by Rosa Lund');
    expect(stateLine()).toContain('Not changed');
  });

  test('a saved draft comes back', async () => {
    const document = { ...POLICY, title: 'Half written' };
    main.answer('policy.workshop', () =>
      workshop({ draft: { document, savedAt: '2026-03-03T20:00:00.000Z' } }),
    );
    main.answer('policy.examine', () => proved());
    await open();
    expect(draft().title).toBe('Half written');
    expect(stateLine()).toBe('1 change · proved for 2.4 × 10¹⁷ combinations in 40 ms');
  });

  test('what the window cannot show as tables is said, with its problems', async () => {
    main.answer('policy.workshop', () =>
      workshop({ draft: { document: { gates: 'none' }, savedAt: '2026-03-03T20:00:00.000Z' } }),
    );
    main.answer('policy.examine', () => unreadable('$.gates'));
    await open();
    expect(screen.getByText('This document cannot be shown as tables')).toBeTruthy();
    expect(screen.getAllByText('There is no such fact.').length).toBeGreaterThan(0);
    expect(stateLine()).toBe('Not readable as a policy: 1 problem');
  });

  test('a refusal stands where the workshop would', async () => {
    main.refuse('policy.workshop', 'The journal cannot be read.');
    await open();
    expect(screen.getByRole('alert').textContent).toContain('The journal cannot be read.');
  });
});

describe('the rules, by keyboard', () => {
  test('arrows go from cell to cell, and only one cell is in the order of Tab', async () => {
    await open();
    await goTo(`${WEAPON}.id`);
    await press('ArrowRight');
    expect(document.activeElement).toBe(cell(`${WEAPON}.when`));
    await press('ArrowDown');
    expect(document.activeElement).toBe(cell('$.gates[0].rules[1].when'));
    await press('Home');
    expect(document.activeElement).toBe(cell('$.gates[0].rules[1].id'));
    expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  });

  test('Enter edits a cell, Enter keeps it, the draft is proved and saved', async () => {
    main.answer('policy.examine', () => proved());
    await open();
    await goTo(`${WEAPON}.because`);
    await press('Enter');
    const field = screen.getByRole('textbox', { name: 'Because of rule L4-WEAPON' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'A weapon is out.' } });
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
    expect(draft().gates[0]?.rules[0]?.because).toBe('A weapon is out.');
    expect(document.activeElement).toBe(cell(`${WEAPON}.because`));
    expect(main.inputsOf('policy.examine')).toHaveLength(1);
    await wait(150);
    expect(main.inputsOf('policy.examine')).toHaveLength(2);
    expect(main.inputsOf('policy.save-draft')).toEqual([]);
    await wait(1000);
    expect(main.inputsOf('policy.save-draft')).toEqual([{ document: draft() }]);
    expect(cell(`${WEAPON}.id`).closest('tr')?.dataset['mark']).toBe('changed');
  });

  test('Escape leaves a cell as it was', async () => {
    await open();
    await goTo(`${WEAPON}.because`);
    await press('Enter');
    fireEvent.change(screen.getByRole('textbox', { name: /Because/ }), { target: { value: 'x' } });
    await press('Escape');
    expect(draft()).toBe(POLICY);
    expect(document.activeElement).toBe(cell(`${WEAPON}.because`));
  });

  test('the answers a condition accepts are ticked, and undone', async () => {
    await open();
    await goTo(`${WEAPON}.when`);
    await press('Enter');
    const editor = screen.getByRole('group', { name: 'Conditions of rule L4-WEAPON' });
    fireEvent.click(within(editor).getByRole('checkbox', { name: 'unknown' }));
    expect(draft().gates[0]?.rules[0]?.when[0]?.is).toEqual(['yes', 'unknown']);
    expect(cell(`${WEAPON}.when`).textContent).toBe('Weapon in hand: yes, unknown');
    await press('z', { ctrlKey: true });
    expect(draft()).toBe(POLICY);
    await press('z', { ctrlKey: true, shiftKey: true });
    expect(draft().gates[0]?.rules[0]?.when[0]?.is).toEqual(['yes', 'unknown']);
  });

  test('a condition is added by typing the name of a fact', async () => {
    await open();
    await goTo(`${WEAPON}.id`);
    await press('c');
    const field = screen.getByRole('combobox', { name: 'And another fact' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'threats' } });
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
    expect(draft().gates[0]?.rules[0]?.when[1]).toEqual({ fact: 'threats', is: ['yes'] });
  });

  test('a rule moves up and down, also into the next gate, and keeps the focus', async () => {
    await open();
    const last = POLICY.gates[0]!.rules.length - 1;
    await goTo(`$.gates[0].rules[${last}].because`);
    await press('ArrowDown', { altKey: true });
    expect(draft().gates[1]?.rules[0]?.id).toBe('L4-FELONY');
    expect(document.activeElement).toBe(cell('$.gates[1].rules[0].because'));
    expect(aloud()).toBe('Now number 1 of Potential threat.');
    await press('ArrowUp', { altKey: true });
    expect(draft().gates.map(({ rules }) => rules.map(({ id }) => id))).toEqual(
      POLICY.gates.map(({ rules }) => rules.map(({ id }) => id)),
    );
  });

  test('m sends a rule to another gate', async () => {
    await open();
    await goTo(`${WEAPON}.id`);
    await press('m');
    const field = screen.getByRole('combobox', { name: 'Move it to the end of' });
    fireEvent.change(field, { target: { value: 'potential' } });
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
    expect(draft().gates[1]?.rules.at(-1)?.id).toBe('L4-WEAPON');
  });

  test('Delete removes a rule and says how to bring it back', async () => {
    await open();
    await goTo(`${WEAPON}.id`);
    await press('Delete');
    expect(draft().gates[0]?.rules[0]?.id).toBe('L4-ASSAULT');
    expect(deskStore.getState().notice?.text).toContain('Ctrl+Z brings it back');
    expect(document.activeElement).toBe(cell(`${WEAPON}.id`));
    await press('z', { ctrlKey: true });
    expect(draft().gates[0]?.rules[0]?.id).toBe('L4-WEAPON');
    expect(deskStore.getState().notice).toBeNull();
  });

  test('a adds a rule below and asks at once what it reads', async () => {
    await open();
    await goTo(`${WEAPON}.id`);
    await press('a');
    expect(draft().gates[0]?.rules[1]).toMatchObject({ id: 'L4-NEW-1', when: [], because: '' });
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  });
});

test('the bar under the table does to the marked row what the keys do', async () => {
  await open();
  await goTo(`${WEAPON}.because`);
  const bar = within(screen.getByRole('group', { name: 'The marked row' }));
  const down = bar.getByRole('button', { name: 'Down' });
  act(() => down.focus());
  fireEvent.click(down);
  await settled();
  expect(draft().gates[0]?.rules[1]?.id).toBe('L4-WEAPON');
  expect(document.activeElement).toBe(cell('$.gates[0].rules[1].because'));
});

test('an empty list says what it is for, and a begins it', async () => {
  main.answer('policy.workshop', () =>
    workshop({ draft: { document: { ...POLICY, callTypes: [] }, savedAt: ago(9) } }),
  );
  await open();
  await press('5');
  expect(screen.getByText(/every call is told by its answers alone/)).toBeTruthy();
  await press('a');
  expect(draft().callTypes.map(({ code }) => code)).toEqual(['NEW']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Code of call type NEW');
});

async function type(text: string) {
  await press('Enter');
  const field = document.activeElement as HTMLInputElement;
  fireEvent.change(field, { target: { value: text } });
  await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
}

test('status limits are changed, put in order and taken out', async () => {
  await open();
  await press('7');
  await goTo('$.statusLimits[5].alertMinutes');
  expect(cell('$.statusLimits[5].alertMinutes').textContent).toBe('90 min');
  await type('75');
  expect(draft().statusLimits?.[5]).toMatchObject({ status: 'on-scene', alertMinutes: 75 });
  await goTo('$.statusLimits[5].upToPriority');
  await type('2');
  expect(cell('$.statusLimits[5].upToPriority').textContent).toBe('1 to 2');
  await press('ArrowUp', { altKey: true });
  expect(draft().statusLimits?.[4]).toMatchObject({ status: 'on-scene', upToPriority: 2 });
  expect(document.activeElement).toBe(cell('$.statusLimits[4].upToPriority'));
  await press('Delete');
  expect(draft().statusLimits?.map(({ status }) => status)).not.toContain('on-scene');
  await press('a');
  expect(draft().statusLimits?.[5]).toMatchObject({ status: 'on-scene', fromLevel: null });
});

test('check-ins of a team are changed, and left out where the field is emptied', async () => {
  await open();
  await press('4');
  await goTo('$.teamTypes[0].checkInMinutes');
  await type('20');
  await goTo('$.teamTypes[0].checkInGraceMinutes');
  await type('');
  expect(draft().teamTypes[0]).toMatchObject({ checkInMinutes: 20 });
  expect(draft().teamTypes[0]).not.toHaveProperty('checkInGraceMinutes');
  expect(cell('$.teamTypes[0].checkInGraceMinutes').textContent).toBe('none');
});

describe('what is said of the draft', () => {
  async function change(because: string) {
    await goTo(`${WEAPON}.because`);
    await press('Enter');
    const field = screen.getByRole('textbox', { name: /Because/ });
    fireEvent.change(field, { target: { value: because } });
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' }));
  }

  test('the answer to an earlier draft is dropped', async () => {
    await open();
    const answers: ((examination: Examination) => void)[] = [];
    main.answer('policy.examine', () => new Promise((answer) => answers.push(answer)));
    await change('First.');
    await wait(150);
    await change('Second.');
    await wait(150);
    expect(answers).toHaveLength(2);
    answers[1]?.(proved());
    await settled();
    answers[0]?.(notProved());
    await settled();
    expect(stateLine()).toContain('1 change · proved');
    expect(aloud()).toBe('Proved.');
  });

  test('a counter-example is told by the answers it turns on', async () => {
    await open();
    main.answer('policy.examine', () => notProved());
    await change('Other.');
    await wait(150);
    expect(stateLine()).toBe('Not proved: 1 counter-example');
    const side = screen.getByRole('complementary', { name: 'What the draft means' });
    expect(side.textContent).toContain('Weapon in handunknown');
    expect(side.textContent).toContain('and if Weapon in hand is yes, then');
    expect(side.textContent).toContain('Behavioral-health team');
    expect(aloud()).toContain('Not proved: 1 counter-example. A dangerous answer');
    expect(cell(`${WEAPON}.id`).closest('tr')?.dataset['broken']).toBe('true');
    fireEvent.click(within(side).getByRole('button', { name: 'Go to rule L4-WEAPON' }));
    await settled();
    expect(document.activeElement).toBe(cell(`${WEAPON}.id`));
  });

  test('a problem stands at its cell, with the remedy', async () => {
    main.answer('policy.examine', () => unreadable(`${WEAPON}.when[0].fact`));
    await open();
    const wrong = cell(`${WEAPON}.when`);
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(wrong.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe(
      'Conditions: There is no such fact. Choose one of the facts.',
    );
    expect(described?.closest('tr')?.previousElementSibling).toBe(wrong.closest('tr'));
  });

  test('publishing is not possible without a visible sentence why', async () => {
    await open();
    const button = screen.getByRole('button', { name: 'Publish' });
    const why = () => document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(why()?.textContent).toBe('Nothing is changed yet.');
    main.answer('policy.examine', () => notProved());
    await change('Other.');
    expect(why()?.textContent).toContain('being proved');
    await wait(150);
    expect(why()?.textContent).toContain('1 counter-example to solve first');
    main.answer('policy.examine', () => proved());
    await change('Another.');
    await wait(150);
    expect(button.getAttribute('aria-disabled')).toBe('false');
  });

  test('past calls under the draft: a picture that says its figures, and tables', async () => {
    main.answer('policy.what-if', () => whatIf());
    await open();
    await press('w');
    const picture = screen.getByRole('img', { name: /Calls by hour/ });
    expect(picture.getAttribute('aria-label')).toBe(
      'Calls by hour of the day: most go higher at 14:00, 5; most go lower at 20:00, 3; none get another response.',
    );
    expect(screen.getByRole('table', { name: 'By call type' }).textContent).toContain(
      'Suicide threat',
    );
    expect(screen.getByRole('table', { name: /From one response/ }).textContent).not.toContain(
      '230',
    );
    await change('Other.');
    expect(screen.getByText(/of an earlier state of the draft/)).toBeTruthy();
  });

  test('the draft is written when the window goes, and when the screen is left', async () => {
    await open();
    await change('Half.');
    window.dispatchEvent(new Event('pagehide'));
    expect(main.inputsOf('policy.save-draft')).toHaveLength(1);
    await change('Half of it.');
    cleanup();
    expect(main.inputsOf('policy.save-draft')).toHaveLength(2);
  });
});

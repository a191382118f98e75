import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { Facts } from '#renderer/incident/facts.tsx';
import { groupFacts, nextOpen } from '#renderer/incident/fact-groups.ts';
import { focusFact } from '#renderer/incident/fact-focus.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { FakeMain, frameAtOnce, settled } from './fake-feed.ts';
import { answered, atTheConsole, fact, POLICY, view } from './sheets-fixtures.ts';

atTheConsole();
let main: FakeMain;
beforeEach(() => {
  frameAtOnce();
  main = new FakeMain();
});

function Desk({ shown }: { readonly shown: IncidentView }) {
  useKeymap();
  return <Facts view={shown} />;
}

const WEAPON = ['weapon-in-hand', 'weapon-nearby'] as const;
const lines = (more: readonly FactLine[] = []): FactLine[] => {
  const given = new Map(more.map((line) => [line.id, line]));
  return POLICY.facts.map(({ id }) => given.get(id) ?? fact(id));
};

function show(facts: readonly FactLine[], next: string | null = 'not-breathing') {
  const shown = view({
    facts,
    recommendation: {
      ...view().recommendation,
      next: next === null ? null : { fact: next, question: 'As read aloud?', why: 'Because.' },
    },
  });
  return render(<Desk shown={shown} />);
}

const row = (name: RegExp) => screen.getByRole('group', { name });
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(
    () =>
      void fireEvent.keyDown(document.activeElement ?? document.body, {
        key,
        code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
        ...more,
      }),
  );
const given = () => main.inputsOf('incident.answer-fact') as { fact: string; answer: string }[];

test('the group of the next question is open, its question as read aloud with the reason', () => {
  show(lines(), 'weapon-in-hand');
  expect(screen.getByRole('button', { name: /^Weapon/, expanded: true })).toBeTruthy();
  const { question, why } = POLICY.facts.find((each) => each.id === 'weapon-in-hand')!;
  expect(screen.getByText(question)).toBeTruthy();
  expect(screen.getByText(why)).toBeTruthy();
});

test('y, n and u answer the focused question and move on, into the next group too', async () => {
  show(lines([answered('overdose', 'no'), answered('scene-hazard', 'no')]));
  act(() => focusFact('not-breathing'));
  press('n');
  await settled();
  expect(document.activeElement).toBe(row(/Serious bleeding/));
  press('u');
  await settled();
  expect(document.activeElement).toBe(row(/Weapon in hand/));
  press('y');
  await settled();
  const asked = [
    ['not-breathing', 'no'],
    ['serious-injury', 'unknown'],
    ['weapon-in-hand', 'yes'],
  ];
  const informant = 'caller-saw';
  expect(given()).toEqual(
    asked.map(([id, answer]) => ({ incidentId: 'incident-12', fact: id, answer, informant })),
  );
});

test('keys faster than main still answer one question each, in order', async () => {
  let answer: (done: unknown) => void = () => undefined;
  main.answer('incident.answer-fact', () => new Promise((resolve) => (answer = resolve)));
  show(lines());
  act(() => focusFact('not-breathing'));
  for (const key of ['n', 'u', 'y']) press(key);
  expect(given().map((each) => [each.fact, each.answer])).toEqual([
    ['not-breathing', 'no'],
    ['serious-injury', 'unknown'],
    ['overdose', 'yes'],
  ]);
  answer({ seq: 5 });
  await settled();
  expect(document.activeElement).toBe(row(/Fire, water/));
});

test('the walk goes on together with the view that shows the answer', () => {
  main.answer('incident.answer-fact', () => new Promise(() => undefined));
  const { rerender } = show(lines());
  act(() => focusFact('not-breathing'));
  press('n');
  expect(document.activeElement).toBe(row(/Not breathing/));
  rerender(<Desk shown={view({ facts: lines([answered('not-breathing', 'no')]) })} />);
  expect(document.activeElement).toBe(row(/Serious bleeding/));
});

describe('a focus that comes late', () => {
  const ASKED = ['not-breathing', 'serious-injury', 'overdose', 'scene-hazard'] as const;
  const answeredSoFar = (count: number) =>
    view({ facts: lines(ASKED.slice(0, count).map((id) => answered(id, 'no'))) });
  let frames: FrameRequestCallback[] = [];
  const drawFrames = () =>
    act(() => {
      for (const draw of frames.splice(0)) draw(0);
    });

  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw));
    main.answer('incident.answer-fact', () => new Promise(() => undefined));
  });

  // Before which of the three keys the frame is drawn that was planned with the view before it.
  test.each([
    ['after all of them', []],
    ['before the second', [1]],
    ['before the third', [2]],
    ['before each', [1, 2]],
  ])('never calls three quick answers back: the frame comes %s', (_when, drawnBefore) => {
    const { rerender } = show(lines());
    act(() => focusFact('not-breathing'));
    drawFrames();
    for (const at of [0, 1, 2]) {
      if (drawnBefore.includes(at)) drawFrames();
      press('n');
      // The view of the answer before arrives only now: the next key is already on its way.
      if (at > 0) rerender(<Desk shown={answeredSoFar(at)} />);
    }
    expect(given().map(({ fact: id }) => id)).toEqual(ASKED.slice(0, 3));
    rerender(<Desk shown={answeredSoFar(3)} />);
    drawFrames();
    expect(document.activeElement).toBe(row(/Fire, water/));
  });

  test('a view between each of three quick answers, and no frame before the last', () => {
    const { rerender } = show(lines());
    act(() => focusFact('not-breathing'));
    drawFrames();
    for (const at of [1, 2, 3]) {
      press('n');
      rerender(<Desk shown={answeredSoFar(at)} />);
    }
    expect(frames.length).toBeGreaterThan(0);
    expect(given().map(({ fact: id }) => id)).toEqual(ASKED.slice(0, 3));
    drawFrames();
    expect(document.activeElement).toBe(row(/Fire, water/));
  });
});

test('a refused answer leaves the keys where they are', async () => {
  main.refuse('incident.answer-fact', 'Incident 12 is closed.');
  show(lines());
  act(() => focusFact('not-breathing'));
  press('n');
  await settled();
  expect(document.activeElement).toBe(row(/Not breathing/));
});

test('one key too many at the last question is no second answer; another answer is', async () => {
  show(
    POLICY.facts.map(({ id }) => answered(id, 'no')),
    null,
  );
  act(() => focusFact('weapon-in-hand'));
  press('n');
  expect(given()).toEqual([]);
  press('y');
  await settled();
  expect(given()).toMatchObject([{ fact: 'weapon-in-hand', answer: 'yes' }]);
});

test('an aged answer can be given again', async () => {
  show(lines([answered('weapon-in-hand', 'no', true)]), 'weapon-in-hand');
  expect(screen.getAllByText(/ask again/).length).toBeGreaterThan(0);
  act(() => focusFact('weapon-in-hand'));
  press('n');
  await settled();
  expect(given()).toMatchObject([{ fact: 'weapon-in-hand', answer: 'no' }]);
});

test('an answer shows who said it, how long ago, and who wrote it down', () => {
  show(lines([answered('weapon-in-hand', 'yes')]), 'weapon-nearby');
  expect(row(/Weapon in hand: yes/).textContent).toMatch(/saw it\s*(just now|1 min)/);
  act(() => focusFact('weapon-in-hand'));
  const open = row(/Weapon in hand: yes/).textContent;
  expect(open).toContain('caller saw it');
  expect(open).toMatch(/just now|1 min ago/);
  expect(open).toContain('Dana Reyes');
});

test('not asked is a word of its own, never an empty place', () => {
  show(lines());
  expect(row(/Serious bleeding or injury: not asked/)).toBeTruthy();
});

test('a digit jumps inside the open group', () => {
  show(lines());
  act(() => focusFact('not-breathing'));
  press('3');
  expect(document.activeElement).toBe(row(/Overdose/));
});

test('the arrows go through every question, across groups', () => {
  show(lines(), 'scene-hazard');
  act(() => focusFact('scene-hazard'));
  press('ArrowDown');
  expect(document.activeElement).toBe(row(/Weapon in hand/));
  press('ArrowUp');
  expect(document.activeElement).toBe(row(/Fire, water/));
});

test('w changes who said it, for the next answer', async () => {
  show(lines());
  act(() => focusFact('not-breathing'));
  press('w');
  expect(screen.getByRole('button', { name: 'Said by: caller was told' })).toBeTruthy();
  press('y');
  await settled();
  expect(given()).toMatchObject([{ answer: 'yes', informant: 'caller-was-told' }]);
});

test('Shift+N answers a whole group and goes on with the next one', async () => {
  show(lines(), 'weapon-in-hand');
  act(() => focusFact('weapon-in-hand'));
  press('N', { shiftKey: true });
  await settled();
  expect(main.inputsOf('incident.answer-none')).toEqual([
    { incidentId: 'incident-12', topic: 'weapon', informant: 'caller-saw' },
  ]);
  expect(document.activeElement).toBe(row(/Assault in progress/));
});

test('x asks the safety questions again for a new caller', async () => {
  show(lines());
  act(() => focusFact('not-breathing'));
  press('x');
  await settled();
  expect(main.inputsOf('incident.change-caller')).toEqual([{ incidentId: 'incident-12' }]);
});

test('questions that cannot change anything any more are folded, and can be seen', () => {
  show(lines(WEAPON.slice(1).map((id) => fact(id, { settled: true }))), 'weapon-in-hand');
  expect(screen.queryByRole('group', { name: /within reach/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '1 more, settled' }));
  expect(row(/within reach/)).toBeTruthy();
});

test('a closed group still names every yes', () => {
  show(lines([answered('weapon-in-hand', 'yes')]));
  const head = screen.getByRole('button', { name: /^Weapon/, expanded: false });
  expect(within(head).getByText('Weapon in hand')).toBeTruthy();
});

test('a refusal stands beside the questions, with the sentence of main', async () => {
  main.refuse('incident.answer-fact', 'Incident 12 is closed.');
  show(lines());
  act(() => focusFact('not-breathing'));
  press('y');
  await settled();
  const questions = screen.getByRole('region', { name: 'Questions' });
  expect(within(questions).getByRole('alert').textContent).toContain('Incident 12 is closed.');
});

test('a mouse can do it too', async () => {
  show(lines());
  fireEvent.click(screen.getByRole('button', { name: 'Unknown' }));
  await settled();
  expect(given()).toMatchObject([{ fact: 'not-breathing', answer: 'unknown' }]);
  expect(deskStore.getState().notice).toBeNull();
});

describe('which question is next', () => {
  const facts = [answered('not-breathing', 'no'), fact('overdose'), fact('weapon-in-hand')];

  test('the next open one in asking order, going around once', () => {
    expect(nextOpen(facts, 'overdose')?.id).toBe('weapon-in-hand');
    expect(nextOpen(facts, 'weapon-in-hand')?.id).toBe('overdose');
    expect(nextOpen(facts, null)?.id).toBe('overdose');
  });

  test('settled ones are left out, and none left is null', () => {
    const settledFacts = [fact('overdose', { settled: true }), answered('weapon-in-hand', 'no')];
    expect(nextOpen(settledFacts, null)).toBeNull();
    expect(groupFacts(settledFacts).map((group) => group.open)).toEqual([0, 0]);
  });
});

import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMain, settled } from './fake-feed.ts';
import { candidate, contact, known, note, P1, P2, page } from './people-fixtures.ts';
import { atTheConsole, CLEO, DANA, I12, person, sitDown } from './sheets-fixtures.ts';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { PeopleHome } from '#renderer/person/people-home.tsx';
import { peopleStore, showPerson } from '#renderer/person/people-store.ts';

atTheConsole();
let main: FakeMain;
beforeEach(() => {
  main = new FakeMain();
  peopleStore.setState({ personId: null });
});

function Desk({ children }: { readonly children: React.ReactNode }) {
  useKeymap();
  useWindowKeys();
  return <>{children}</>;
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
  const on = document.activeElement ?? document.body;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}

describe('the people', () => {
  const line = {
    personId: P1,
    number: 1,
    label: 'Jordan Example',
    details: ['(312) 555-0100'],
    contacts: 1,
    lastDay: '2026-03-01',
  };
  const lee = { ...line, personId: P2, number: 2, label: 'Lee Sample', contacts: 0, lastDay: null };
  beforeEach(() => {
    setScreen('people');
    main.answer('person.search', () => ({ people: [line, lee], more: false }));
  });
  async function shown(of = page()) {
    main.answer('person.page', () => of);
    render(
      <Desk>
        <PeopleHome />
      </Desk>,
    );
    await act(() => new Promise((done) => setTimeout(done, 120)));
    await settled();
  }

  test('the search has the keys; the arrows choose, and the page stands beside', async () => {
    await shown();
    expect(document.activeElement).toBe(screen.getByLabelText('Find a person'));
    await press('ArrowDown');
    expect(screen.getByRole('heading', { name: /Jordan Example/ })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Calls' })?.textContent).toContain(
      '● Confirmed by Dana Reyes · The same number: (312) 555-0100',
    );
    expect(screen.getByRole('region', { name: 'History' })?.textContent).toContain(
      'Registered as person 1',
    );
  });

  test('a note that is past its review is marked and can be said to hold', async () => {
    showPerson(P1);
    await shown(
      page({ notes: [note({ standing: 'to-review' }), note({ entry: 9, standing: 'expired' })] }),
    );
    const notes = screen.getByRole('region', { name: 'How to approach' });
    expect(notes?.textContent).toContain('past its review: ask whether it still holds');
    expect(notes?.textContent).toContain('expired, not shown at intake');
    await act(
      async () =>
        void fireEvent.click(within(notes).getAllByRole('button', { name: /^Still true/ })[0]!),
    );
    await settled();
    expect(main.inputsOf('person.review-note')).toMatchObject([{ personId: P1, entry: 7 }]);
  });

  test.each([
    ['Calls', /Not theirs/, 'Why it is not theirs', 'person.unlink', { call: contact(4).call }],
    [
      'Known by',
      /Withdraw/,
      'Why it is withdrawn',
      'person.withdraw-detail',
      { personId: P1, entry: 3 },
    ],
    [
      'How to approach',
      /Withdraw/,
      'Why it is withdrawn',
      'person.withdraw-note',
      { personId: P1, entry: 7 },
    ],
  ] as const)('%s are taken back with a reason', async (region, button, label, topic, input) => {
    showPerson(P1);
    await shown();
    const section = screen.getByRole('region', { name: region });
    await act(
      async () => void fireEvent.click(within(section).getByRole('button', { name: button })),
    );
    const reason = within(section).getByLabelText(label);
    fireEvent.change(reason, { target: { value: 'Misheard.' } });
    await act(async () => void fireEvent.submit(reason));
    await settled();
    expect(main.inputsOf(topic)).toEqual([{ ...input, reason: 'Misheard.' }]);
  });

  test('only a clinician writes the plan; anybody the note', async () => {
    showPerson(P1);
    await shown();
    act(() => screen.getByRole('listbox').focus());
    await press('s');
    expect(screen.queryByRole('form', { name: /plan/ })).toBeNull();
    await press('m');
    const form = screen.getByRole('form', { name: 'Write an approach note' });
    fireEvent.change(within(form).getByLabelText('How to approach'), {
      target: { value: 'Slowly.' },
    });
    fireEvent.change(within(form).getByLabelText('Who says so'), { target: { value: 'Crew' } });
    await act(async () => void fireEvent.submit(form));
    await settled();
    expect(main.inputsOf('person.write-note')).toMatchObject([
      { personId: P1, text: 'Slowly.', source: 'Crew' },
    ]);
    expect(screen.queryByRole('form', { name: 'Write an approach note' })).toBeNull();
  });

  test('a clinician writes what to do next time', async () => {
    sitDown(CLEO);
    showPerson(P1);
    await shown();
    act(() => screen.getByRole('listbox').focus());
    await press('s');
    const form = screen.getByRole('form', { name: 'Write the plan for next time' });
    fireEvent.change(within(form).getByLabelText('What to do next time'), {
      target: { value: 'Ring her sister.' },
    });
    await act(
      async () => void fireEvent.click(within(form).getByLabelText('Agreed with the person')),
    );
    await act(async () => void fireEvent.submit(form));
    await settled();
    expect(main.inputsOf('person.write-plan')).toMatchObject([
      { personId: P1, says: 'Ring her sister.', agreed: true },
    ]);
  });

  test('a merge is seen before it is made, and who remains can be turned about', async () => {
    showPerson(P1);
    const preview = {
      after: page(),
      absorbed: { personId: P2, number: 2, label: 'Lee Sample' },
      match: null,
      toldApart: true,
    };
    main.answer('person.merge-preview', () => preview);
    await shown();
    act(() => screen.getByRole('listbox').focus());
    await press('M', { shiftKey: true });
    await act(() => new Promise((done) => setTimeout(done, 120)));
    await press('Enter');
    const seen = screen.getByRole('region', { name: 'What it would be' });
    expect(seen?.textContent).toContain('Somebody said that these are two people.');
    expect(seen?.textContent).toContain('person 1, stands for both: (312) 555-0100');
    fireEvent.change(screen.getByLabelText('Who remains'), { target: { value: 'other' } });
    await settled();
    const reason = screen.getByLabelText('How you know that they are one person');
    fireEvent.change(reason, { target: { value: 'Her second phone.' } });
    await act(async () => void fireEvent.submit(reason));
    await settled();
    expect(main.inputsOf('person.merge')).toEqual([
      { personId: P2, absorbed: P1, seen: [], reason: 'Her second phone.' },
    ]);
  });

  test('Shift+U takes the last merge apart, with a reason', async () => {
    showPerson(P1);
    await shown(page({ merged: [{ personId: P2, number: 2, label: 'Lee Sample', into: 1 }] }));
    act(() => screen.getByRole('listbox').focus());
    await press('U', { shiftKey: true });
    const reason = screen.getByLabelText('Why they are two');
    fireEvent.change(reason, { target: { value: 'Two sisters.' } });
    await act(async () => void fireEvent.submit(reason));
    await settled();
    expect(main.inputsOf('person.unmerge')).toEqual([{ absorbed: P2, reason: 'Two sisters.' }]);
  });

  test('a call is linked by its number, after its evidence was read', async () => {
    showPerson(P1);
    const found = { kind: 'incident', id: I12, title: 'Incident 12, closed', detail: '' };
    main.answer('find.anything', () => [found]);
    main.answer('person.known', () => known(candidate()));
    await shown();
    act(() => screen.getByRole('listbox').focus());
    await press('c');
    const number = screen.getByLabelText('Number of the incident');
    fireEvent.change(number, { target: { value: '12' } });
    await act(async () => void fireEvent.submit(number));
    await settled();
    expect(screen.getByText('The same number: (312) 555-0100')).toBeTruthy();
    expect(main.inputsOf('person.link')).toEqual([]);
    await act(async () => void fireEvent.submit(number));
    await settled();
    expect(main.inputsOf('person.link')).toMatchObject([
      { incidentId: I12, personId: P1, certainty: 'certain' },
    ]);
  });
});

test('the keys lead to the people, and an administrator is told who may look', async () => {
  render(<Desk>{null}</Desk>);
  sitDown(DANA);
  await press('g');
  await press('a');
  expect(deskStore.getState().screen).toBe('people');
  setScreen('dispatch');
  sitDown(person('Ada Admin', 'admin'));
  await press('g');
  await press('a');
  expect(deskStore.getState().screen).toBe('dispatch');
  expect(deskStore.getState().notice?.text).toMatch(/for those who answer calls/);
});

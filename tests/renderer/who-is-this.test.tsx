import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeMain, settled } from './fake-feed.ts';
import { candidate, contact, known, note, P1, P2 } from './people-fixtures.ts';
import { atTheConsole, I12, inFocus, person, showBoard, sitDown, view } from './sheets-fixtures.ts';
import type { KnownOnCall } from '#shared/board/known-person-lines.ts';
import type { CautionId } from '#shared/lib/brand.ts';
import { deskStore, openSheet } from '#renderer/desk/desk-store.ts';
import { KnownHere } from '#renderer/incident/known-here.tsx';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { peopleStore } from '#renderer/person/people-store.ts';
import { ofIncident } from '#renderer/person/use-known.ts';
import { WhoSheet } from '#renderer/person/who-sheet.tsx';

atTheConsole();
let main: FakeMain;
// A chunk of its own: here before the card is drawn.
beforeAll(async () => void (await import('#renderer/person/known-card.tsx')));
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

describe('the card on the incident', () => {
  async function shown(of: KnownOnCall | null) {
    main.answer('person.known', () => of);
    const drawn = render(
      <Desk>
        <KnownHere {...ofIncident(view())} />
      </Desk>,
    );
    await settled();
    await settled();
    return drawn;
  }
  const card = () => screen.queryByRole('region', { name: 'Known from earlier calls' });

  test('says whom it may be, how to meet them, what to do, and what was before', async () => {
    const plan = {
      personId: P1,
      says: 'Ring her sister first.',
      agreed: false,
      at: '2026-03-01T18:00:00.000Z',
      byName: 'Cleo Brandt',
      expiresOn: '2026-06-01',
      expired: false,
    };
    const dog = {
      cautionId: 'c1' as CautionId,
      about: { kind: 'person', name: 'Jordan Example' },
      kind: 'animal',
      text: 'Large dog.',
      source: 'Crew of M1',
      recordedAt: '2026-02-01T18:00:00.000Z',
      recordedBy: 'Sam Whitfield',
      expiresOn: '2026-05-02',
      expired: false,
    } as const;
    const first = candidate({ plan, cautions: [dog], notes: [note({ standing: 'to-review' })] });
    await shown(known(first, candidate({ personId: P2 })));
    const said = card()?.textContent ?? '';
    expect(said).toContain('May be: Jordan Example');
    expect(said).toContain('How to approach: Speak slowly. Her sister, past its review');
    expect(said).toContain('Next time: Ring her sister first. not agreed with the person');
    expect(said).toContain('Animal: Large dog.');
    expect(said).toContain(
      '3 earlier contacts, last Mar 1, 2026, 14:02 · Well-being check · Referred',
    );
    expect(said).toContain('1 other may fit');
  });

  test.each([
    [candidate({ certainty: 'certain' }), 'Confirmed: Jordan Example'],
    [candidate({ certainty: 'uncertain' }), 'May be, not certain: Jordan Example'],
    [
      candidate({ match: { strength: 'strong', because: 'x', evidence: [] } }),
      'Likely: Jordan Example',
    ],
  ])('what a human said stands before what was found', async (first, headline) => {
    await shown(known(first));
    expect(screen.getByRole('heading', { name: headline })).toBeTruthy();
  });

  test('takes no room while nobody is known, and names calls from the number that are nobody’s', async () => {
    const { unmount } = await shown(known());
    expect(card()).toBeNull();
    unmount();
    await shown({ ...known(), sameNumber: [contact(3), contact(2)] });
    expect(card()?.textContent).toContain('2 earlier calls from this number');
    expect(card()?.textContent).toContain('Well-being check · Referred');
  });

  test('is not asked for by an administrator', async () => {
    sitDown(person('Ada Admin', 'admin'));
    await shown(known(candidate()));
    expect(card()).toBeNull();
    expect(main.inputsOf('person.known')).toEqual([]);
  });

  test('asks again when the callback, the place, the name or anybody known changes', async () => {
    main.answer('person.known', () => known());
    const { rerender } = render(<KnownHere {...ofIncident(view())} />);
    await settled();
    await settled();
    const asked = () => main.inputsOf('person.known').length;
    expect(asked()).toBe(1);
    const states = [
      view({ revision: 2 }),
      view({ callback: '312-555-0199' }),
      view({ known: { name: 'Jordan', birthDate: null, asOf: 0 } }),
      view({ known: { name: 'Jordan', birthDate: null, asOf: 9 } }),
    ];
    const counts: number[] = [];
    for (const state of states) {
      rerender(<KnownHere {...ofIncident(state)} />);
      await settled();
      counts.push(asked());
    }
    expect(counts).toEqual([1, 2, 3, 4]);
  });
});

describe('who is this', () => {
  const two = [candidate(), candidate({ personId: P2, number: 2, label: 'Lee Sample' })];
  async function shown(of: KnownOnCall = known(...two), more: Parameters<typeof view>[0] = {}) {
    main.answer('person.known', () => of);
    showBoard([]);
    inFocus(view(more));
    act(() => openSheet('who'));
    render(
      <Desk>
        <WhoSheet />
      </Desk>,
    );
    await settled();
  }

  test.each([
    ['y', 'certain'],
    ['u', 'uncertain'],
  ])('%s says of whom is marked, with the lines that were read', async (key, certainty) => {
    await shown();
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Whom it may be' }));
    await press('j');
    expect(screen.getByRole('option', { selected: true })?.textContent).toContain('Lee Sample');
    await press(key);
    expect(main.inputsOf('person.link')).toEqual([
      {
        incidentId: I12,
        personId: P2,
        certainty,
        seen: ['The same number: (312) 555-0100'],
        reason: '',
      },
    ]);
    expect(deskStore.getState().notice?.text).toContain('Lee Sample');
  });

  test('n says that it was somebody else, and a refusal stands beside it', async () => {
    await shown();
    await press('n');
    expect(main.inputsOf('person.rule-out')).toEqual([
      { incidentId: I12, personId: P1, seen: ['The same number: (312) 555-0100'] },
    ]);
    main.refuse('person.link', 'What is known has changed since you looked.');
    await press('y');
    expect(screen.getByText(/has changed since you looked/)).toBeTruthy();
  });

  test('a confirmed one is not confirmed again; o goes to their page', async () => {
    await shown(known(candidate({ certainty: 'certain' })));
    await press('y');
    expect(main.inputsOf('person.link')).toEqual([]);
    expect(screen.queryByRole('button', { name: 'It is them' })).toBeNull();
    await press('o');
    expect([deskStore.getState().screen, peopleStore.getState().personId]).toEqual(['people', P1]);
  });

  test('with nobody to choose the name has the keys; noting it looks again', async () => {
    await shown(known());
    const name = screen.getByLabelText('Name that was said');
    expect(document.activeElement).toBe(name);
    fireEvent.change(name, { target: { value: 'Jordan Example' } });
    fireEvent.change(screen.getByLabelText('Date of birth'), { target: { value: '1984-03-02' } });
    await act(async () => void fireEvent.submit(name));
    await settled();
    expect(main.inputsOf('person.name')).toEqual([
      { incidentId: I12, name: 'Jordan Example', birthDate: '1984-03-02' },
    ]);
  });

  test('r registers somebody new with what is on the call', async () => {
    await shown(known(), { known: { name: 'Maria', birthDate: null, asOf: 0 } });
    main.answer('person.register', () => ({ seq: 4, made: P2 }));
    act(() => screen.getByRole('listbox', { name: 'Whom it may be' }).focus());
    await press('r');
    const form = screen.getByRole('form', { name: 'Register a new person' });
    expect(within(form).getByLabelText('Name')).toHaveProperty('value', 'Maria');
    await act(async () => void fireEvent.submit(form));
    await settled();
    expect(main.inputsOf('person.register')).toEqual([
      {
        incidentId: I12,
        name: 'Maria',
        birthDate: null,
        phone: '(312) 555-0100',
        address: '1200 N Kedzie Ave',
      },
    ]);
  });
});

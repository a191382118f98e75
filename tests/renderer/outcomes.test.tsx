import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Operator } from '#shared/roster/operator.ts';
import { OUTCOME_KEYS } from '#renderer/keys/outcome-keys.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { setScreen } from '#renderer/desk/desk-store.ts';
import { intervalOf, percent, ShareFigure } from '#renderer/outcomes/figure.tsx';
import { OUTCOME_VIEWS } from '#renderer/outcomes/outcome-views.ts';
import { OutcomesHome } from '#renderer/outcomes/outcomes-home.tsx';
import { outcomesStore } from '#renderer/outcomes/outcomes-store.ts';
import { atTheConsole, DANA, person, SAM, sitDown } from './sheets-fixtures.ts';

const ADA = person('Ada Lindqvist', 'admin');
atTheConsole(SAM);
beforeEach(() => outcomesStore.setState(outcomesStore.getInitialState(), true));

function Home() {
  useKeymap();
  return <OutcomesHome />;
}

async function open(me: Operator = SAM) {
  act(() => {
    sitDown(me);
    setScreen('outcomes');
  });
  await act(async () => void render(<Home />));
}

async function press(key: string, target: Element | null = document.activeElement) {
  await act(async () => void fireEvent.keyDown(target ?? document.body, { key }));
}

describe('the place', () => {
  test('each view has the digit and the name the keymap says', () => {
    expect(OUTCOME_VIEWS.map(({ key, label }) => [[key], label])).toEqual(
      OUTCOME_VIEWS.map(({ key }) => {
        const binding = OUTCOME_KEYS.find(({ id }) => id === `outcomes.view-${key}`);
        return [binding?.keys, binding?.label];
      }),
    );
  });

  test('a digit turns to its view, and the keys go on from there', async () => {
    await open();
    await press('6');
    const region = screen.getByRole('region', { name: 'Not served' });
    expect(document.activeElement).toBe(region);
    expect(outcomesStore.getState().view).toBe('not-served');
  });

  test('an administrator sees who was not served, and no days to choose', async () => {
    await open(ADA);
    expect(screen.getByRole('region', { name: 'Not served' })).toBeTruthy();
    expect(screen.queryByRole('group', { name: /Days counted/ })).toBeNull();
  });

  test('a dispatcher is told what is on file and nothing else', async () => {
    await open(DANA);
    expect(screen.getByText('No past calls are on file.')).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('the days counted', () => {
  const group = () => screen.getByRole('group', { name: /Days counted/ });
  const choose = (name: string) =>
    act(async () => void fireEvent.click(within(group()).getByRole('radio', { name })));

  test('d goes to the choice', async () => {
    await open();
    await press('d');
    expect(document.activeElement).toBe(
      within(group()).getByRole('radio', { name: 'Last 4 weeks' }),
    );
  });

  test('a choice stays when somebody comes back', async () => {
    await open();
    await choose('This year');
    expect(outcomesStore.getState().choice).toBe('this-year');
  });

  test('own dates begin with the ones shown, and count once they are in order', async () => {
    await open();
    await choose('This year');
    await choose('Own dates');
    const [from, to] = [screen.getByLabelText('First day'), screen.getByLabelText('Last day')];
    expect(document.activeElement).toBe(from);
    fireEvent.change(to, { target: { value: '2020-01-31' } });
    expect(screen.getByRole('alert').textContent).toMatch(/before the last/);
    expect(outcomesStore.getState().own?.to).not.toBe('2020-01-31');
    fireEvent.change(from, { target: { value: '2020-01-01' } });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(outcomesStore.getState().own).toEqual({ from: '2020-01-01', to: '2020-01-31' });
  });

  test('while a date is typed, digits stay in the field', async () => {
    await open();
    await choose('Own dates');
    await press('6', screen.getByLabelText('First day'));
    expect(outcomesStore.getState().view).toBeNull();
  });
});

describe('a figure', () => {
  const share = { numerator: 12, denominator: 28, value: 12 / 28, low: 0.265, high: 0.609 };

  test('never stands without what it is made of and how sure it is', () => {
    render(<ShareFigure label="Captured" what="eligible calls" share={share} notKnown={3} />);
    const said = screen.getByRole('region', { name: 'Captured' }).textContent;
    for (const part of ['43 %', '12 of 28 eligible calls', '27 % to 61 %', 'not known: 3'])
      expect(said).toContain(part);
  });

  test('of nothing is no share at all', () => {
    const none = { numerator: 0, denominator: 0, value: null, low: null, high: null };
    render(<ShareFigure label="Captured" what="eligible calls" share={none} />);
    const said = screen.getByRole('region', { name: 'Captured' }).textContent;
    expect(said).toContain('no data');
    expect(said).toContain('0 of 0 eligible calls');
    expect(said).not.toContain('95 %');
  });

  test('leads to its calls by a button that says which', async () => {
    let asked = 0;
    const onCalls = () => (asked += 1);
    render(<ShareFigure label="Captured" what="calls" share={share} onCalls={onCalls} />);
    fireEvent.click(screen.getByRole('button', { name: 'Show the calls: Captured' }));
    expect(asked).toBe(1);
  });

  test.each([
    [0, '0 %'],
    [0.004, '0.4 %'],
    [0.099, '9.9 %'],
    [0.43, '43 %'],
    [1, '100 %'],
    [null, null],
  ])('%s is written %s', (value, words) => {
    expect(percent(value)).toBe(words);
  });

  test('an interval needs both ends', () => {
    expect(intervalOf({ low: null, high: 0.5 })).toBeNull();
  });
});

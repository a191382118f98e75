import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Operator } from '#shared/roster/operator.ts';
import { OUTCOME_KEYS } from '#renderer/keys/outcome-keys.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { deskStore, setScreen } from '#renderer/desk/desk-store.ts';
import { intervalOf, percent, ShareFigure } from '#renderer/outcomes/figure.tsx';
// Here already, so that no test waits for a view to be fetched.
import '#renderer/outcomes/funnel-view.tsx';
import '#renderer/outcomes/safety-view.tsx';
import '#renderer/outcomes/unserved-section.tsx';
import { OUTCOME_VIEWS } from '#renderer/outcomes/outcome-views.ts';
import { OutcomesHome } from '#renderer/outcomes/outcomes-home.tsx';
import { figuresStore } from '#renderer/outcomes/figures-store.ts';
import { outcomesStore } from '#renderer/outcomes/outcomes-store.ts';
import { FIGURES } from './outcome-fixtures.ts';
import { atTheConsole, DANA, person, SAM, sitDown } from './sheets-fixtures.ts';

const ADA = person('Ada Lindqvist', 'admin');
const bench = atTheConsole(SAM);
beforeEach(() => {
  outcomesStore.setState(outcomesStore.getInitialState(), true);
  figuresStore.setState(figuresStore.getInitialState(), true);
  bench.main.answer('outcomes.figures', ...Array.from({ length: 5 }, () => counted()));
});
const counted = (figures = FIGURES) => ({ ok: true as const, value: figures });

/** The window before the place is there. */
function Keyboard() {
  useKeymap();
  return null;
}

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

  test('a digit pressed while the place is still fetched is not lost; any other key after it is', async () => {
    act(() => {
      sitDown(SAM);
      setScreen('outcomes');
    });
    const { rerender } = render(<Keyboard />);
    await press('6', document.body);
    await act(async () => void rerender(<Home />));
    expect(screen.getByRole('region', { name: 'Not served' })).toBeTruthy();

    cleanup();
    outcomesStore.setState(outcomesStore.getInitialState(), true);
    const again = render(<Keyboard />);
    await press('6', document.body);
    await press('j', document.body);
    await act(async () => void again.rerender(<Home />));
    expect(outcomesStore.getState().view).not.toBe('not-served');
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

describe('what is counted', () => {
  const status = () => screen.getByRole('status').textContent;

  test('is asked for the days shown, and said with what is still open', async () => {
    await open();
    expect(bench.main.inputsOf('outcomes.figures')).toHaveLength(1);
    expect(status()).toMatch(
      /1,200 calls counted, 7 of them still open: 200 of this console, 1,000 imported; on record since Jun 1, 2025/,
    );
  });

  test('while other days are counted, what stands stays', async () => {
    await open();
    await screen.findByRole('img', { name: /^Funnel/ });
    let answer = () => {};
    const waits = new Promise<void>((done) => (answer = done));
    const bridge = window.caredesk;
    window.caredesk = {
      ...bridge,
      ask: (topic, input) =>
        topic === 'outcomes.figures' ? waits.then(() => counted()) : bridge.ask(topic, input),
    };
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'This year' })));
    expect(status()).toContain('Counting…');
    expect(screen.getByRole('img', { name: /^Funnel/ })).toBeTruthy();
    await act(async () => {
      answer();
      await waits;
    });
    expect(status()).toContain('1,200 calls counted');
  });

  test('a refusal stands beside it, and a counts again', async () => {
    bench.main.answer('outcomes.figures');
    bench.main.refuse('outcomes.figures', 'The calls could not be counted. Try again.');
    await open();
    expect(screen.getByRole('alert').textContent).toContain('could not be counted');
    bench.main.answer('outcomes.figures', counted());
    await press('a');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(status()).toContain('1,200 calls');
  });

  test('without a call it teaches what will stand here', async () => {
    const none = { ...FIGURES, funnel: { ...FIGURES.funnel, calls: 0, open: 0 } };
    bench.main.answer('outcomes.figures', counted(none));
    await open();
    expect(await screen.findByText(/No call was received from Feb 2, 2026/)).toBeTruthy();
    await press('2');
    expect(await screen.findByText(/No call was received/)).toBeTruthy();
  });
});

describe('the funnel', () => {
  const cells = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent);

  test('says each step with its share of the step before, the interval, and what is not known', async () => {
    await open();
    const table = await screen.findByRole('table', { name: 'Steps of the funnel' });
    const row = within(table).getByRole('row', { name: /^Assigned/ });
    expect(cells(row).slice(1, 6)).toEqual([
      '300',
      '75 %',
      '71 % to 79 %',
      '400 offered calls',
      '4',
    ]);
  });

  test('the calls of an area open beside it', async () => {
    await open();
    const area = await screen.findByRole('table', { name: /Captured, by area/ });
    expect(within(area).getByRole('row', { name: /Uptown/ }).textContent).toContain('299 of 480');
    fireEvent.click(within(area).getByRole('button', { name: /Uptown/ }));
    expect(outcomesStore.getState().behind).toEqual({
      title: 'Captured, by area: Uptown',
      ask: {
        period: FIGURES.period,
        figure: 'capture',
        side: 'numerator',
        cell: { by: 'area', id: 'uptown' },
      },
    });
  });

  test('hours of the week stand under their day', async () => {
    await open();
    expect(await screen.findByTitle('Tuesday 10:00: 4 of 9 captured')).toBeTruthy();
  });

  test('a reason says its part of all that were not served', async () => {
    await open();
    const reasons = await screen.findByRole('table', { name: /Not served, by reason/ });
    expect(within(reasons).getByRole('row', { name: /No team/ }).textContent).toContain(
      '75 % 150 of 200',
    );
  });
});

describe('times and safety', () => {
  async function openSafety() {
    await open();
    await press('2');
    await screen.findByRole('table', { name: /^Times/ });
  }
  const rowOf = (table: RegExp, row: RegExp) =>
    within(screen.getByRole('table', { name: table })).getByRole('row', { name: row }).textContent;

  test('a standard is met or missed, in a word', async () => {
    await openSafety();
    const answer = rowOf(/^Times/, /^Answer /);
    expect(answer).toContain('84 % within 15 s, wanted 90 % ▲ missed');
    expect(answer).toContain('97 % within 20 s, wanted 95 % ● met');
  });

  test('what is out of order is said beside what is not known', async () => {
    await openSafety();
    expect(rowOf(/^Times/, /^Travel/)).toContain('35 out of order');
  });

  test('a figure of nothing has no dot and no share', async () => {
    await openSafety();
    const row = within(screen.getByRole('table', { name: /^Safety/ })).getByRole('row', {
      name: /^Back-up/,
    });
    expect(row.querySelector('svg')).toBeNull();
    expect(row.textContent).toContain('0 of 0');
  });

  test('harmful overrides lead to their incident and to the review', async () => {
    await openSafety();
    expect(rowOf(/^Harmful/, /9/)).toContain('needed a higher level later, back-up was asked for');
    expect(screen.getByRole('button', { name: /Review the overrides/ })).toBeTruthy();
  });

  test('a ratio says whether somebody is worse off, and nothing where there is too little', async () => {
    await openSafety();
    const spanish = rowOf(/^Ratios/, /Language: Spanish/);
    expect(spanish).toContain('0.62 ◆ worse off0.48 to 0.79');
    expect(
      within(screen.getByRole('table', { name: /^Ratios/ })).queryByText(/Chatham/),
    ).toBeNull();
    expect(screen.getByText(/Capture, Area: Chatham \(9\)/)).toBeTruthy();
    expect(screen.getByText('Not enough data: 1 comparison')).toBeTruthy();
    expect(screen.getByText(/It is not asked here/)).toBeTruthy();
  });
});

describe('files', () => {
  test.each([
    ['e', 'csv', /The table of the figures is in \/home\/sam\/figures/],
    ['r', 'report', /The report of the figures is in \/home\/sam\/figures/],
  ])('%s writes the %s of the days shown and says where it is', async (key, what, says) => {
    bench.main.answer('outcomes.export', {
      ok: true,
      value: { seq: 9, made: '/home/sam/figures' },
    });
    await open();
    await press(key);
    expect(bench.main.inputsOf('outcomes.export')).toMatchObject([{ what }]);
    expect(deskStore.getState().notice?.text).toMatch(says);
  });

  test('a refusal stands beside it', async () => {
    bench.main.refuse('outcomes.export', 'The figures could not be written: the disk is full.');
    await open();
    await press('e');
    expect(screen.getByText(/the disk is full/)).toBeTruthy();
  });

  test('an administrator has no such keys', async () => {
    await open(ADA);
    await press('e');
    expect(bench.main.inputsOf('outcomes.export')).toEqual([]);
  });
});

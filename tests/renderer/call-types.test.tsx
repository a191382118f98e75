import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { call, giveSizes, settled } from './fake-feed.ts';
import { ago, atTheConsole, DANA, POLICY, SAM, sitDown, view } from './sheets-fixtures.ts';
import { CallTypesSheet } from '#renderer/call-type/call-types-sheet.tsx';
import { flagOfCall } from '#renderer/call-type/flag-of-call.ts';
import { MarkedWords } from '#renderer/call-type/marked-words.tsx';
import { WordsBanner } from '#renderer/call-type/words-banner.tsx';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { onFocusFact } from '#renderer/incident/fact-focus.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import type { CallTypesView, TypeStringLine } from '#shared/call-type/call-types-view.ts';

const bench = atTheConsole(SAM);

const line = (raw: string, calls: number, more: Partial<TypeStringLine> = {}): TypeStringLine => ({
  raw,
  calls,
  state: 'unmapped',
  callType: null,
  nexus: 'none',
  proposal: null,
  ...more,
});
const proposed = (raw: string, calls: number, callType: string, confidence: 'sure' | 'guess') =>
  line(raw, calls, { state: 'proposed', proposal: { callType, confidence } });
const LINES = [
  proposed('MNTL SUBJ', 30, 'MHDIST', 'sure'),
  line('XYZZY', 20),
  proposed('EVENT', 12, 'OTHER', 'guess'),
  line('PSYCH EVAL', 40, { state: 'table', callType: 'MHDIST', nexus: 'behavioral' }),
  line('WELF CK', 8, { state: 'reviewed', callType: 'WELBNG', nexus: 'possible' }),
];

function viewOf(lines: readonly TypeStringLine[], more: Partial<CallTypesView> = {}) {
  const calls = (of: readonly TypeStringLine[]) => of.reduce((sum, each) => sum + each.calls, 0);
  const mapped = lines.filter(({ state }) => state === 'table' || state === 'reviewed');
  const value: CallTypesView = {
    version: 1,
    table: { patterns: 153, source: null, adoptedAt: null, adoptedByName: null },
    totals: {
      strings: lines.length,
      calls: calls(lines),
      mapped: { strings: mapped.length, calls: calls(mapped) },
      byNexus: { behavioral: 40, possible: 8, none: 0, unmapped: calls(lines) - calls(mapped) },
    },
    lines,
    further: 0,
    ...more,
  };
  return { ok: true, value } as const;
}

async function open(lines: readonly TypeStringLine[] = LINES) {
  giveSizes();
  const answer = viewOf(lines);
  bench.main.answer('call-types.view', answer, answer, answer);
  const detail = {
    ok: true,
    value: {
      raw: lines[0]?.raw ?? '',
      reviewed: null,
      pattern: null,
      proposal: {
        callType: 'MHDIST',
        nexus: 'behavioral',
        confidence: 'sure',
        because: ['because of MNTL, as in “MENTAL PATIENT” (New Orleans)'],
      },
      similar: [{ raw: 'MENTAL PATIENT', callType: 'MHDIST', centers: ['New Orleans'] }],
    },
  } as const;
  bench.main.answer('call-types.string', detail, detail, detail, detail, detail);
  const done = { ok: true, value: { seq: 1 } } as const;
  bench.main.answer('call-types.review', done, done);
  bench.main.answer('call-types.withdraw', done);
  render(<CallTypesSheet />);
  await settled();
}

const key = async (name: string) => {
  await act(async () => void fireEvent.keyDown(document.activeElement!, { key: name }));
  await settled();
};
const asked = (topic: string) =>
  bench.main.asked.filter((each) => each.topic === topic).map(({ input }) => input);

describe('the review', () => {
  test('the strings nobody has said anything of, the most frequent first, and what is left', async () => {
    await open();
    expect(
      screen.getByText('44 % of 110 calls mapped; 3 strings unmapped = 62 calls'),
    ).toBeTruthy();
    const options = screen.getAllByRole('option').map((each) => each.textContent);
    expect(options).toEqual([
      expect.stringContaining('MNTL SUBJMental-health disturbance? sure'),
      expect.stringContaining('XYZZYnothing proposed'),
      expect.stringContaining('EVENTNot a mental-health call? a guess'),
    ]);
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    expect(screen.getByText('because of MNTL, as in “MENTAL PATIENT” (New Orleans)')).toBeTruthy();
  });

  test('Enter takes the proposal, x says that it says too little, and nothing is taken where none is', async () => {
    await open();
    await key('Enter');
    expect(asked('call-types.review')).toEqual([
      { lines: [{ raw: 'MNTL SUBJ', callType: 'MHDIST' }] },
    ]);
    await key('Enter');
    expect(asked('call-types.review')).toHaveLength(1);
    await key('x');
    expect(asked('call-types.review')[1]).toEqual({ lines: [{ raw: 'XYZZY', callType: null }] });
  });

  test('the sure ones are accepted together, once a person has seen which they are', async () => {
    await open();
    await key('b');
    const confirm = screen.getByRole('region', { name: 'Accept the sure ones' });
    expect(confirm.textContent).toContain('1 string, 30 calls: are they all right?');
    expect(asked('call-types.review')).toEqual([]);
    await act(async () =>
      fireEvent.click(within(confirm).getByRole('button', { name: /Accept all 1/ })),
    );
    await settled();
    expect(asked('call-types.review')).toEqual([
      { lines: [{ raw: 'MNTL SUBJ', callType: 'MHDIST' }] },
    ]);
  });

  test('filters by state and by words; a review is taken back', async () => {
    await open();
    await key('2');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await key('Backspace');
    expect(asked('call-types.withdraw')).toEqual([{ raws: ['WELF CK'] }]);
    await key('4');
    fireEvent.change(screen.getByLabelText('Words in it (f)'), { target: { value: 'psych' } });
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
      expect.stringContaining('PSYCH EVAL'),
    ]);
  });

  test('without a string it says what will stand here', async () => {
    await open([]);
    expect(screen.getByText(/stand here, the most frequent first/)).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('g t opens it for a supervisor, and says who may where it does not', () => {
    const Keys = () => {
      useWindowKeys();
      return null;
    };
    render(<Keys />);
    runAction('go.call-types');
    expect(deskStore.getState().sheet).toBe('call-types');
    act(() => sitDown(DANA));
    deskStore.setState({ sheet: null });
    act(() => void runAction('go.call-types'));
    expect(deskStore.getState().sheet).toBeNull();
    expect(deskStore.getState().notice?.text).toContain('supervisors and administrators');
  });
});

const FLAG = {
  says: 'says “hearing voices”',
  mentions: [{ said: 'hearing voices', means: 'hearing or believing what others do not' }],
  asks: { fact: 'behavioral', question: 'Is this mainly about how the person is feeling?' },
};

describe('the words', () => {
  test('are marked where they stand, and what is said not to be so is marked otherwise', () => {
    const { container } = render(<MarkedWords text="He hears voices. Not suicidal, psychotic?" />);
    const marks = [...container.querySelectorAll('mark')];
    expect(marks.map((mark) => [mark.textContent, mark.dataset['denied']])).toEqual([
      ['hears voices', 'false'],
      ['suicidal', 'true'],
      ['psychotic', 'true'],
    ]);
    expect(container.textContent).toBe('He hears voices. Not suicidal, psychotic?');
  });

  test('a waiting call is marked by its own words and those of whoever handed it over', () => {
    const sender = { agency: 'Riverside', type: 'MENTAL PATIENT', over: null };
    const quiet = call(1, { words: 'Please come.', callType: null });
    expect(flagOfCall(quiet, POLICY)).toBeNull();
    expect(flagOfCall({ ...quiet, sender }, POLICY)?.says).toBe('says “mental”');
    expect(flagOfCall({ ...quiet, sender, callType: 'MHDIST' }, POLICY)).toBeNull();
    expect(flagOfCall({ ...quiet, sender }, null)).toBeNull();
  });

  test('the banner asks the question by its key', () => {
    const heard: (string | null)[] = [];
    const stop = onFocusFact((fact) => heard.push(fact));
    render(<WordsBanner view={view({ flag: FLAG })} />);
    expect(screen.getByRole('group', { name: 'Possible behavioral nexus' }).textContent).toContain(
      'changes no recommendation',
    );
    runAction('flag.ask');
    fireEvent.click(screen.getByRole('button', { name: /Ask it/ }));
    stop();
    expect(heard).toEqual(['behavioral', 'behavioral']);
  });

  test('setting them aside wants a reason', async () => {
    bench.main.answer('incident.set-words-aside', { ok: true, value: { seq: 2 } });
    const focused = view({ flag: FLAG, openedAt: ago(60) });
    render(<WordsBanner view={focused} />);
    await act(async () => void runAction('flag.set-aside'));
    const field = screen.getByLabelText('What the words are about');
    fireEvent.change(field, { target: { value: 'A radio play' } });
    await act(async () => void fireEvent.submit(field.closest('form')!));
    await settled();
    expect(asked('incident.set-words-aside')).toEqual([
      { incidentId: focused.incidentId, reason: 'A radio play' },
    ]);
  });

  test('without words to ask about there is no banner', () => {
    const { container } = render(<WordsBanner view={view()} />);
    expect(container.textContent).toBe('');
  });
});

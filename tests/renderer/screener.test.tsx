import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { clinical } from './clinical-work.ts';
import { inventedInstrument } from '../support/invented-screener.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { ScreenDesk, ScreenLine } from '#shared/board/screen-lines.ts';
import type { ScreenId } from '#shared/lib/brand.ts';
import {
  PLAIN_BRANCHING,
  type GivenAnswer,
  type ScreenInformant,
  type ScreenRole,
} from '#shared/screen/screen-question.ts';
import { triage } from '#shared/screen/triage.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { Banners } from '#renderer/incident/banners.tsx';
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

const bench = atTheConsole(CLEO);

const S1 = 'screen-1' as ScreenId;
type Said = Partial<Record<ScreenRole, GivenAnswer | [GivenAnswer, ScreenInformant]>>;

function line(said: Said = {}, more: Partial<ScreenLine> = {}): ScreenLine {
  const answers = Object.fromEntries(
    Object.entries(said).map(([role, given]) => {
      const [answer, informant] = typeof given === 'string' ? [given, 'person' as const] : given;
      const by = CLEO.operatorId;
      return [role, { answer, informant, at: ago(60), by, corrected: false }];
    }),
  );
  return {
    screenId: S1,
    instrument: null,
    beganAt: ago(120),
    beganBy: CLEO.operatorId,
    beganByName: CLEO.name,
    informant: Object.keys(said).length === 0 ? null : 'person',
    answers,
    finished: null,
    result: triage(answers, PLAIN_BRANCHING),
    ...more,
  };
}

const ended = { finished: { at: ago(10), byName: CLEO.name } };

/** On the phone with the caller of incident 12, the screener open. */
async function screener(
  desk: Partial<ScreenDesk> = {},
  more: Partial<IncidentView> = {},
  work: Partial<ClinicalWork> = {},
) {
  showBoard([], [row(12, { phone: 'with-clinician', clinician: CLEO.operatorId })]);
  render(<ClinicianHome />);
  show(desk, more, work);
  await key('c');
}

function show(
  desk: Partial<ScreenDesk>,
  more: Partial<IncidentView> = {},
  work: Partial<ClinicalWork> = {},
) {
  inFocus(
    view({
      phone: { state: 'with-clinician', since: ago(75), clinician: CLEO.operatorId },
      clinical: {
        ...clinical({ informant: 'person', callerChanged: false, ...work }),
        screen: { inForce: null, screens: [], ...desk },
      },
      facts: [
        answered('thoughts', 'yes'),
        answered('suicide-high', 'unknown'),
        fact('attempt-now'),
      ],
      ...more,
    }),
  );
}

/** What the keymap does at the clinician's desk with this key. */
async function key(...keys: readonly string[]) {
  for (const each of keys) {
    const binding = bindingFor('clinician', each);
    expect(binding, each).toBeDefined();
    await act(async () => void runAction(binding!.id));
  }
}

const tool = () => screen.getByRole('region', { name: 'Suicide screen' });
const given = () =>
  bench.main
    .inputsOf('screen.answer')
    .map((input) => input as { role: string; answer: string; informant: string })
    .map(({ role, answer, informant }) => `${role} ${answer} ${informant}`);
const asked = () => within(tool()).getByRole('group');

test('a screen is begun with a key, and without installed wording it says so loudly', async () => {
  await screener();
  expect(within(tool()).getByText('Wording not installed.')).toBeTruthy();
  await key('Shift+Enter');
  expect(bench.main.inputsOf('screen.begin')).toEqual([{ incidentId: I12 }]);
  show({ screens: [line()] });
  expect(asked().textContent).toContain('Wish to be dead');
  expect(asked().textContent).toContain('Wording not installed: ask as trained.');
});

test('quick keys answer one question after another along the branching, before anything is drawn', async () => {
  await screener({ screens: [line()] });
  await key('n', 'y', 'n', 'u', 'Shift+U', 'y');
  expect(given()).toEqual([
    'wish no person',
    'thoughts yes person',
    'method no person',
    'intent unable person',
    'plan refused person',
    'behavior yes person',
  ]);
  // Nothing is drawn as answered until main has it on the record.
  expect(within(tool()).queryByText(/refused to answer/)).toBeNull();
  expect(asked().textContent).toContain('That was in the past 3 months');
});

test('a no to thoughts leaves out what depends on it', async () => {
  await screener({ screens: [line({ wish: 'no' })] });
  await key('n');
  expect(asked().textContent).toContain('Ever acted');
  show({ screens: [line({ wish: 'no', thoughts: 'no' })] });
  const list = within(tool()).getByRole('list', { name: 'Questions of the screen' });
  expect(within(list).getAllByText('left out after a no')).toHaveLength(3);
});

test('who answers is changed in the middle and goes with each answer', async () => {
  await screener({ screens: [line({ wish: 'no' })] });
  await key('w', 'n');
  await key('w', 'y');
  expect(given()).toEqual(['thoughts no third-party', 'behavior yes person']);
});

test('while nobody said who is on the line, no answer is taken for the person’s own', async () => {
  await screener({ screens: [line()] }, {}, { informant: null });
  await key('n');
  expect(given()).toEqual([]);
  expect(screen.getByText(/Say first who is answering: w/)).toBeTruthy();
  await key('w', 'n');
  expect(given()).toEqual(['wish no person']);
});

test('a new caller in the middle: who answers is asked again', async () => {
  await screener({ screens: [line({ wish: 'no' })] });
  show({ screens: [line({ wish: 'no' })] }, {}, { callerChanged: true });
  await key('y');
  expect(given()).toEqual([]);
  expect(within(tool()).getByRole('button', { name: 'Who is answering?' })).toBeTruthy();
});

test('a refusal stands beside the question, and the question stays the one to answer', async () => {
  await screener({ screens: [line()] });
  bench.main.refuse('screen.answer', 'The call of incident 12 is not with you.');
  await key('y');
  expect(within(tool()).getByText(/is not with you/)).toBeTruthy();
  expect(asked().textContent).toContain('Wish to be dead');
});

test('an answer is corrected: by going back, or by choosing it in the list', async () => {
  await screener({ screens: [line({ wish: 'yes' })] });
  await key('n', 'Shift+I', 'y');
  expect(given()).toEqual(['thoughts no person', 'thoughts yes person']);
  fireEvent.click(within(tool()).getByRole('button', { name: /^Wish to be dead/ }));
  expect(asked().textContent).toMatch(/Answered: yes \(the person\)\. A new answer replaces it/);
  fireEvent.click(within(asked()).getByRole('button', { name: 'Was not asked' }));
  expect(given().at(-1)).toBe('wish not-asked person');
});

test('high: the result is said, what follows from it, and what to ask now', async () => {
  const screens = [line({ wish: 'yes', thoughts: 'yes', intent: 'yes' })];
  await screener(
    { screens },
    { facts: [answered('thoughts', 'yes'), answered('suicide-high', 'yes'), fact('attempt-now')] },
  );
  const result = within(tool()).getByRole('region', { name: 'Result of the screen' });
  expect(result.textContent).toMatch(/High so far/);
  expect(result.textContent).toMatch(/Means to act on it\. The most severe answer counts/);
  expect(result.textContent).toMatch(/Ask what they would use/);
  expect(screen.getByRole('tab', { name: /Screener/ }).textContent).toContain('high');
  fireEvent.click(within(result).getByRole('button', { name: /^Ask: Suicide attempt/ }));
  expect(screen.getByRole('group', { name: /Suicide attempt in progress/ })).toBeTruthy();
});

test('with everything asked the screen is finished; before that it says what stopping means', async () => {
  await screener({ screens: [line({ wish: 'yes' })] });
  expect(
    within(tool()).getByRole('button', { name: /Stop here: not everything was/ }),
  ).toBeTruthy();
  const complete = line({ wish: 'yes', thoughts: 'no', behavior: 'no' });
  show({ screens: [complete] });
  expect(within(tool()).getByRole('heading', { name: 'Everything was asked' })).toBeTruthy();
  await key('Shift+Enter');
  expect(bench.main.inputsOf('screen.finish')).toEqual([{ incidentId: I12, screenId: S1 }]);
  show({ screens: [{ ...complete, ...ended }] });
  expect(screen.getByRole('tab', { name: /Screener/ }).textContent).toContain('low');
  fireEvent.click(within(tool()).getByRole('button', { name: 'Correct an answer' }));
  expect(within(tool()).getByRole('button', { name: /^Wish to be dead/ })).toBeTruthy();
});

test('a screen is asked again in the same call, and the earlier one stays readable below', async () => {
  const first = line({ wish: ['no', 'third-party'] }, ended);
  await screener({ screens: [first] });
  await key('Shift+Enter');
  expect(bench.main.inputsOf('screen.begin')).toHaveLength(1);
  show({ screens: [first, line({}, { screenId: 'screen-2' as ScreenId })] });
  const earlier = within(tool()).getByRole('region', { name: 'Earlier screens' });
  expect(earlier.textContent).toMatch(/Not established · Cleo Brandt/);
  expect(earlier.textContent).toMatch(/no · somebody else/);
});

test('installed wording stands there word for word, in the language that is spoken', async () => {
  const instrument = inventedInstrument();
  const arabic = { language: 'ar', text: 'سؤال مخترع 🙂' };
  const questions = instrument.questions.map((each) => ({
    ...each,
    wording: [...each.wording, arabic],
  }));
  const hash = 'a'.repeat(64);
  bench.main.answer('screener.wording', { ok: true, value: { ...instrument, questions } });
  await screener({ inForce: hash, screens: [line({}, { instrument: hash })] });
  expect(within(asked()).getByText('Invented question about wish?').lang).toBe('en');
  expect(asked().textContent).toContain('Invented for tests.');
  expect(asked().textContent).not.toContain('ask as trained');

  const screens = [line({}, { instrument: hash })];
  show({ inForce: hash, screens }, { language: { language: 'ar', interpreter: false } });
  const words = within(asked()).getByText(arabic.text);
  expect([words.lang, words.dir]).toEqual(['ar', 'auto']);
  show({ inForce: hash, screens }, { language: { language: 'pl', interpreter: true } });
  expect(asked().textContent).toMatch(/Invented question.*No wording in Polish/s);
});

test('wording that cannot be read does not stop the screen', async () => {
  const hash = 'b'.repeat(64);
  bench.main.answer('screener.wording', { ok: true, value: null });
  await screener({ inForce: hash, screens: [line({}, { instrument: hash })] });
  expect(asked().textContent).toContain('could not be read: ask as trained');
  await key('n');
  expect(given()).toEqual(['wish no person']);
});

test('whoever reads along sees the screen and can neither answer nor begin one', async () => {
  const theirs = { state: 'with-clinician', since: ago(75), clinician: IMANI.operatorId } as const;
  const screens = [line({ wish: 'yes' }, { beganBy: IMANI.operatorId })];
  await screener({ screens }, { phone: theirs });
  expect(within(tool()).queryByRole('group')).toBeNull();
  expect(tool().textContent).toContain('Not established so far');
  await key('y', 'Shift+Enter');
  expect(given()).toEqual([]);
  expect(bench.main.inputsOf('screen.finish')).toEqual([]);
});

test('the keys of the screen answer no question of routing', async () => {
  await screener({ screens: [line()] });
  await key('y');
  expect(bench.main.inputsOf('incident.answer-fact')).toEqual([]);
});

test.each([
  ['high', /Suicide screen: high\..*The clinician has the answers/],
  ['not-established', /Suicide screen: not established, never read as low\./],
] as const)('dispatch hears of a screen that is %s in one line', (suicideScreen, says) => {
  render(<Banners view={view({ suicideScreen })} />);
  expect(screen.getByRole('alert').textContent).toMatch(says);
});

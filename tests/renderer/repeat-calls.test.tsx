import { act, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { LAUNCH, NO_EFFECT, RECORD_DAYS, simulatedProgram } from '../support/simulated-program.ts';
import type { EnoughToCompare, NotEnough } from '#shared/outcomes/repeat-comparison.ts';
import {
  repeatFigures,
  type RepeatFigures,
  type RepeatRecord,
} from '#shared/outcomes/repeat-figures.ts';
import { chanceWords, curveWords, shareAt } from '#renderer/outcomes/next-call-curves.tsx';
import { linesWords } from '#renderer/outcomes/repeat-lines.tsx';
import { RepeatView } from '#renderer/outcomes/repeat-view.tsx';
import { spreadLabels } from '#renderer/outcomes/spread-labels.ts';
import { atTheConsole, SAM } from './sheets-fixtures.ts';

const PERIOD = { from: '2026-01-01', to: '2026-11-29' };
const bench = atTheConsole(SAM);

const record: RepeatRecord = {
  people: simulatedProgram(7, NO_EFFECT),
  withUncertain: null,
  recordFrom: 0,
  launch: LAUNCH,
  from: LAUNCH,
  to: RECORD_DAYS,
  unknownCalls: 1_204,
  uncertainCalls: 3,
};
const CANNOT_TELL = repeatFigures(record);
const FELL = repeatFigures({
  ...record,
  people: simulatedProgram(7, { ...NO_EFFECT, people: 1200, effect: 0.55, reach: [0.9, 0.1] }),
});
const FEW = repeatFigures({ ...record, people: record.people.slice(0, 24) });
const NOBODY = repeatFigures({ ...record, people: [] });

async function show(figures: RepeatFigures, period = PERIOD) {
  bench.main.answer('outcomes.repeat', { ok: true, value: figures });
  await act(async () => void render(<RepeatView period={period} />));
}

const enough = ({ study }: RepeatFigures) => study!.comparison as EnoughToCompare;
const heading = () => screen.getAllByRole('heading')[0]!.textContent;

describe('the answer', () => {
  test('that nothing can be told is told first, with what fits and what could be seen', async () => {
    await show(CANNOT_TELL);
    expect(heading()).toBe('We cannot tell whether people call less after a team came.');
    const told = screen.getByRole('region', { name: heading()! }).textContent;
    expect(told).toMatch(/Anything from \d+ % fewer to \d+ % more calls fits the record\./);
    expect(told).toMatch(/a fall by \d+ % or more is seen four times out of five/);
  });

  test('a fall is told with its interval, and against whom', async () => {
    await show(FELL);
    expect(heading()).toMatch(
      /^Calls of served people fell by \d+ % \(\d+ % to \d+ %\) more than those of eligible people/,
    );
  });

  test('too few: what is missing, each by its number, and no lines', async () => {
    await show(FEW);
    expect(heading()).toBe('Not enough data to say whether people call less after a team came.');
    const { missing } = FEW.study!.comparison as NotEnough;
    const listed = screen.getAllByRole('listitem').map((each) => each.textContent);
    expect(missing.length).toBeGreaterThan(0);
    expect(listed).toEqual(expect.arrayContaining([...missing]));
    expect(screen.queryByRole('heading', { name: /Calls in a person-month/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: /another way/ })).toBeNull();
  });

  test('nobody known: how to say whose calls they are', async () => {
    await show(NOBODY);
    const told = screen.getByRole('region', { name: heading()! }).textContent;
    for (const part of ['Shift+K', 'import FILE --map MAP', '1,204 calls'])
      expect(told).toContain(part);
  });

  test('who is compared, and who is in neither group', async () => {
    await show(CANNOT_TELL);
    const who = screen.getByRole('region', { name: 'Who is compared' }).textContent;
    const { served, unserved, leftOut } = CANNOT_TELL.study!.counts;
    expect(who).toContain(`${served} people served, and ${unserved} people who were eligible`);
    expect(who).toContain(`${leftOut.tooRecent} people whose 90 days after it are not over`);
    expect(who).not.toMatch(/\b0 people/);
  });

  test('a refusal is shown instead', async () => {
    bench.main.refuse('outcomes.repeat', 'A dispatcher may not do this.');
    await act(async () => void render(<RepeatView period={PERIOD} />));
    expect(screen.getByRole('alert').textContent).toBe('A dispatcher may not do this.');
  });

  test('other days are asked for anew', async () => {
    await show(CANNOT_TELL);
    expect(bench.main.inputsOf('outcomes.repeat')).toEqual([{ period: PERIOD }]);
  });
});

describe('what it rests on', () => {
  beforeEach(() => show(FELL));

  test('both groups in one picture, said in words and in a table', () => {
    const picture = screen.getByRole('img', { name: /^Calls in a person-month/ });
    expect(picture.getAttribute('aria-label')).toBe(linesWords(enough(FELL)));
    const row = screen.getAllByRole('row', { name: /^Served/ })[0]!.textContent;
    const { before, after } = enough(FELL).served;
    expect(row).toContain(before.perMonth!.toFixed(2));
    expect(row).toContain(`${after.low!.toFixed(2)} to ${after.high!.toFixed(2)}`);
  });

  test('the curve of the next call, with how many are still followed', () => {
    const { waiting } = FELL;
    if (waiting?.enough !== true) throw new Error('Not enough.');
    expect(screen.getByRole('img', { name: curveWords(waiting) })).toBeTruthy();
    const rows = screen.getAllByRole('row', { name: /^still followed/ });
    expect(rows.map((each) => within(each).getAllByRole('cell')[1]!.textContent)).toEqual(
      [waiting.atRisk.served[1], waiting.atRisk.unserved[1]].map(String),
    );
    expect(shareAt(waiting.served, 0)).toBe(1);
    expect(shareAt(waiting.served, 180)).toBe(waiting.served.steps.at(-1)!.survival);
  });

  test('the same asked in other ways, each with its interval', () => {
    const ways = screen.getByRole('region', { name: /another way/ });
    const rows = within(ways).getAllByRole('row').slice(1);
    expect(rows.map((each) => within(each).getByRole('rowheader').textContent)).toEqual([
      'As above, 90 days before and after',
      ...FELL.otherWays.map(({ label }) => label),
    ]);
    expect(rows[0]!.textContent).toMatch(/\d+ % fewer \(\d+ % to \d+ % fewer\)fewer$/);
  });

  test('why there is no before and after of the served alone, and nowhere one', () => {
    const why = screen.getByRole('region', { name: 'Why there is no simple before and after' });
    expect(why.textContent).toContain('regression to the mean');
    expect(
      within(why).getByRole('img', { name: /invented people whose calls never change/ }),
    ).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/before-after change|fewer than before/i);
  });

  test('who called: repeat callers, the most frequent, and those of nobody known', () => {
    const callers = screen.getByRole('region', { name: /^Who called/ });
    expect(callers.textContent).toContain(
      '1,204 more are of nobody known, 3 of them perhaps of somebody',
    );
    const { definitions } = FELL.callers;
    const high = within(callers).getByRole('region', { name: 'High: 3 or more calls in 60 days' });
    expect(high.textContent).toContain(
      `${definitions[1]!.people.numerator} of ${definitions[1]!.people.denominator} people who called`,
    );
    expect(
      within(callers).getByRole('region', { name: 'Unevenness (Gini)' }).textContent,
    ).toContain(FELL.callers.concentration.gini!.toFixed(2));
  });
});

test.each([
  [0.0004, 'less than once in 1,000 times.'],
  [0.04, 'as far apart in 4 of 100 times.'],
  [0.6, 'in 60 of 100 times: it shows no difference.'],
  [0.001, 'in 1 of 100 times.'],
])('a chance of %d is said as “%s”', (p, words) => {
  expect(chanceWords(p)).toContain(words);
});

test('labels that would cover each other move apart and keep their order', () => {
  expect(spreadLabels([50, 10, 52], 18)).toEqual([50, 10, 68]);
  expect(spreadLabels([5, 5, 5], 10)).toEqual([5, 15, 25]);
});

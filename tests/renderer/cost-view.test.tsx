import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { costsWith } from '../support/cost-examples.ts';
import { ago, atTheConsole, SAM } from './sheets-fixtures.ts';
import type { KeptCosts } from '#shared/board/kept-costs.ts';
import { costFigures, type CostFigures } from '#shared/outcomes/cost-figures.ts';
import type { CostRecord } from '#shared/outcomes/cost-record.ts';
import { DEFAULT_COSTS } from '#shared/outcomes/default-costs.ts';
import { shareOf } from '#shared/statistics/share.ts';
import { linesIn } from '#renderer/outcomes/assumption-files.tsx';
import { CostView } from '#renderer/outcomes/cost-view.tsx';
import { dollars } from '#renderer/outcomes/dollars.ts';

const bench = atTheConsole(SAM);
const PERIOD = { from: '2026-02-01', to: '2026-02-28' };

const RECORD: CostRecord = {
  days: 28,
  roster: { roles: { paramedic: 700, clinician: 700, nurse: 12 }, teamHours: 690, notKnown: 0 },
  crew: {},
  busy: { hours: 230, notKnown: 3 },
  contacts: 200,
  completed: 150,
  linked: 0,
  followUps: 40,
  police: shareOf(10, 200),
  hospital: shareOf(30, 200),
};
const FIGURES = costFigures(DEFAULT_COSTS, RECORD, 1);
const SHIPPED: KeptCosts = { version: 0, lines: DEFAULT_COSTS, changes: [] };
const CHANGED: KeptCosts = {
  version: 2,
  lines: DEFAULT_COSTS,
  changes: [
    {
      version: 2,
      byName: 'Sam Ortiz',
      at: ago(60),
      note: 'Own payroll.',
      changed: ['Paramedic: 45 / 55 / 75 → 50 / 61 / 80'],
      withdrawn: null,
    },
  ],
};

async function show(figures: CostFigures = FIGURES, kept: KeptCosts = SHIPPED) {
  // Asked once when it opens, and once more after a change.
  const twice = (value: unknown) => [1, 2].map(() => ({ ok: true as const, value }));
  bench.main.answer('outcomes.cost', ...twice(figures));
  bench.main.answer('costs.kept', ...twice(kept));
  await act(async () => void render(<CostView period={PERIOD} />));
}

const region = (name: string) => screen.getByRole('region', { name });
const type = (label: string, value: string) =>
  fireEvent.change(within(form()).getByLabelText(label), { target: { value } });
const form = () => screen.getByRole('form', { name: /^Change / });
const submit = () => act(async () => void fireEvent.submit(form()));
const change = (label: string) =>
  fireEvent.click(screen.getByRole('button', { name: `Change ${label}` }));

describe('the figures', () => {
  test('stand with what they are over, and say why there is none', async () => {
    await show();
    const contact = region('Cost per contact').textContent;
    expect(contact).toContain(dollars(FIGURES.perContact.likely!));
    expect(contact).toContain(`${dollars(FIGURES.perContact.total!)} over 200 contacts`);
    expect(contact).toMatch(/\$\d+ to \$\d+ 95 % interval/);
    const linkage = region('Cost per confirmed linkage').textContent;
    expect(linkage).toContain('over 0 confirmed');
    expect(linkage).toContain('No receiving place has confirmed');
    expect(region('Teams busy').textContent).toContain('230 of 690 team hours');
  });

  test('the picture of what was avoided says itself in words, and a table says the same', async () => {
    await show();
    const picture = screen.getByRole('img', { name: /Left of a contact after its cost: median/ });
    expect(picture.querySelectorAll('rect')).toHaveLength(48);
    const { median, low95, high95 } = FIGURES.avoided!.net;
    const row = screen.getByRole('row', { name: /Left after the cost/ }).textContent;
    for (const amount of [median, low95, high95]) expect(row).toContain(dollars(amount));
  });

  test('the tornado lists the widest first, with both ends', async () => {
    await show();
    const rows = within(screen.getByRole('table', { name: /What it hangs on/ })).getAllByRole(
      'row',
    );
    const [widest] = FIGURES.avoided!.tornado.bars;
    expect(rows[1]?.textContent).toContain(widest!.label);
    expect(rows[1]?.textContent).toContain(dollars(widest!.atHigh));
  });

  test('too few contacts are said in place of a picture', async () => {
    const few = { ...RECORD, contacts: 12, police: shareOf(0, 12), hospital: shareOf(1, 12) };
    await show(costFigures(DEFAULT_COSTS, few, 1));
    expect(screen.getByText(/Not enough data: of 12 contacts/)).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('without staff the reason stands once, and no number beside it', async () => {
    await show(costFigures(DEFAULT_COSTS, { ...RECORD, roster: null }, 1));
    expect(
      screen.getAllByText(/The roster has no shift of these teams in the period/),
    ).toHaveLength(2);
    expect(region('Cost per contact').textContent).toContain('no data');
  });

  test('what they do not tell stands beside them, with what is not set and not sourced', async () => {
    await show();
    const limits = region('What this does not tell').textContent;
    for (const said of [
      'Management, training, rent, software',
      'nurse',
      'Assumptions without a source',
      'Cost per offence avoided is not offered',
    ])
      expect(limits).toContain(said);
  });

  test('a refusal stands in their place', async () => {
    bench.main.refuse('outcomes.cost', 'The desk could not count it. Try again.');
    bench.main.answer('costs.kept', { ok: true, value: SHIPPED });
    await act(async () => void render(<CostView period={PERIOD} />));
    expect(screen.getByRole('alert').textContent).toContain('could not count it');
  });
});

describe('the assumptions', () => {
  beforeEach(() => void bench.main.answer('costs.set', { ok: true, value: { seq: 9 } }));
  const sent = () => bench.main.inputsOf('costs.set');

  test('each says its unit and its source, or that it is an assumption', async () => {
    await show();
    const row = screen.getByRole('row', { name: /^EMS run \$ per run/ }).textContent;
    expect(row).toContain('Houston Fire Department run $1,404');
    expect(screen.getByRole('row', { name: /^Paramedic \$/ }).textContent).toContain('assumption');
    expect(screen.getByRole('row', { name: /^Team hours/ }).textContent).toContain('not set');
  });

  test('one is changed from the first field on, with why, and the figures are asked anew', async () => {
    await show();
    change('Paramedic');
    expect(document.activeElement).toBe(within(form()).getByLabelText('Lowest'));
    type('Lowest', '$ 50');
    type('Likely', '61.50');
    type('Highest', '1,00');
    type('Source, in words', 'Own payroll');
    type('Year', '2026');
    type('Why you change it', 'New contract.');
    await submit();
    const line = { low: 50, likely: 61.5, high: 100, source: 'Own payroll', year: 2026 };
    expect(sent()).toEqual([
      { seen: 0, lines: costsWith({ 'staff.paramedic': line }), note: 'New contract.' },
    ]);
    expect(screen.queryByRole('form')).toBeNull();
    expect(bench.main.inputsOf('outcomes.cost')).toHaveLength(2);
  });

  test.each([
    ['Likely', '90', /likely \(90\) is above high \(75\)/],
    ['Lowest', 'cheap', /a number below 0, or none/],
    ['Why you change it', ' ', /Say in a few words why/],
  ])('what is wrong in “%s” is said, and nothing is sent', async (label, value, says) => {
    await show();
    change('Paramedic');
    type('Why you change it', 'x');
    type(label, value);
    await submit();
    expect(within(form()).getAllByRole('alert')[0]?.textContent).toMatch(says);
    expect(sent()).toEqual([]);
  });

  test('left as it was, the keys go on from its button', async () => {
    await show();
    change('Paramedic');
    fireEvent.click(screen.getByRole('button', { name: /Leave it as it was/ }));
    expect(screen.queryByRole('form')).toBeNull();
    expect(sent()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change Paramedic' }));
  });

  test('a refusal stands in the form with what was typed', async () => {
    bench.main.refuse('costs.set', 'Somebody else has changed the assumptions meanwhile.');
    await show();
    change('Paramedic');
    type('Why you change it', 'x');
    await submit();
    expect(form().textContent).toContain('Somebody else has changed');
  });

  test('who changed them stands below, and one step leads back', async () => {
    bench.main.answer('costs.withdraw', { ok: true, value: { seq: 10 } });
    await show(FIGURES, CHANGED);
    const history = region('Changes');
    for (const said of ['Version 2', 'Sam Ortiz', 'Own payroll.', '45 / 55 / 75 → 50 / 61 / 80'])
      expect(history.textContent).toContain(said);
    fireEvent.click(within(history).getByRole('button', { name: /Step back/ }));
    const why = within(history).getByLabelText(/Take version 2 back/);
    expect(document.activeElement).toBe(why);
    fireEvent.change(why, { target: { value: 'Wrong year.' } });
    await act(async () => void fireEvent.submit(why.closest('form')!));
    expect(bench.main.inputsOf('costs.withdraw')).toEqual([{ version: 2, reason: 'Wrong year.' }]);
  });

  test('as shipped there is no step back, and the place for changes teaches', async () => {
    await show();
    expect(screen.queryByRole('button', { name: /Step back/ })).toBeNull();
    expect(region('Changes').textContent).toContain('Nobody has changed them yet');
  });
});

describe('a file of assumptions', () => {
  const file = (text: string) => new File([text], 'costs.json');
  const written = (lines: unknown) => file(JSON.stringify({ format: 'caredesk-costs/1', lines }));

  test('holds what was exported', async () => {
    expect(await linesIn(written(DEFAULT_COSTS))).toEqual(DEFAULT_COSTS);
  });

  test.each([
    ['no JSON', () => file('id;low;high'), /is not JSON/],
    ['another form', () => file('{"format":"budget/1","lines":[]}'), /holds no cost lines/],
    ['a line without numbers', () => written([{ id: 'staff.x' }]), /holds no cost lines/],
    ['a line missing', () => written(DEFAULT_COSTS.slice(0, -1)), /rate\.jail is missing/],
    [
      'numbers out of order',
      () => written(costsWith({ 'price.ed': { low: 9_000 } })),
      /above likely/,
    ],
  ])('with %s is refused in a sentence', async (_name, made, says) => {
    const said = await linesIn(made());
    expect(said).toMatch(says);
    expect(said).toMatch(/Nothing was changed\.$/);
  });
});

test.each([
  [1234.4, '$1,234'],
  [-56.7, '−$57'],
  [-0.2, '$0'],
])('%d is written %s', (amount, words) => {
  expect(dollars(amount)).toBe(words);
});

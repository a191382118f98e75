import { expect, test } from 'vitest';
import { costsWith, PAYROLL, payrollSet } from '../support/cost-examples.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { DEFAULT_COSTS } from '#shared/outcomes/default-costs.ts';

const kept = (atWork: DeskAtWork) => atWork.do(atWork.as('Sam'), 'costs.kept', {});

test('an assumption changes with who, when, why and what it was before', () => {
  const atWork = centerAtWork();
  expect(kept(atWork)).toEqual({ version: 0, lines: DEFAULT_COSTS, changes: [] });
  expect(payrollSet(atWork)).toBe(1);
  expect(kept(atWork)).toEqual({
    version: 1,
    lines: PAYROLL,
    changes: [
      {
        version: 1,
        byName: 'Sam',
        at: atWork.now().toISOString(),
        note: 'Own payroll.',
        changed: ['Mental-health clinician: 45 / 60 / 85 → 50 / 64 / 90'],
        withdrawn: null,
      },
    ],
  });
});

test('a step back counts the one before again, stays listed, and numbers go on', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  payrollSet(atWork);
  const dearer = costsWith({ 'price.ed': { high: 4_000 } }, PAYROLL);
  atWork.do(sam, 'costs.set', { seen: 1, lines: dearer, note: 'Bills of the hospital.' });
  atWork.do(sam, 'costs.withdraw', { version: 2, reason: 'Another hospital.' });
  expect(kept(atWork).version).toBe(1);
  atWork.do(sam, 'costs.set', { seen: 1, lines: [...DEFAULT_COSTS], note: 'Start over.' });
  const { version, changes } = kept(atWork);
  expect(version).toBe(3);
  expect(changes.map((each) => [each.version, each.changed, each.withdrawn?.reason])).toEqual([
    [3, ['Mental-health clinician: 50 / 64 / 90 → 45 / 60 / 85'], undefined],
    [
      2,
      ['Emergency-department visit: 1000 / 2264 / 3000 → 1000 / 2264 / 4000'],
      'Another hospital.',
    ],
    [1, ['Mental-health clinician: 45 / 60 / 85 → 50 / 64 / 90'], undefined],
  ]);
});

test('it is taken back as far as the shipped ones, and outlives a restart and a rebuild', () => {
  const atWork = centerAtWork();
  payrollSet(atWork);
  const again = atWork.reopen();
  expect(kept(again).version).toBe(1);
  expect(auditBoard(again.desk.db).equal).toBe(true);
  again.do(again.as('Sam'), 'costs.withdraw', { version: 1, reason: 'No.' });
  expect(kept(again)).toMatchObject({ version: 0, lines: DEFAULT_COSTS });
  const refused = again.desk.answer(
    'costs.withdraw',
    { version: 0, reason: 'No.' },
    again.as('Sam'),
  );
  expect(refused).toMatchObject({ ok: false, refused: 'shipped' });
});

test('of two who change it at once the second reads the first', () => {
  const atWork = centerAtWork();
  payrollSet(atWork);
  const late = { seen: 0, lines: PAYROLL, note: 'Mine.' };
  const reply = atWork.desk.answer('costs.set', late, atWork.as('Sam'));
  expect(reply).toMatchObject({ ok: false, refused: 'costs-changed' });
});

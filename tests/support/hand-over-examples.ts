import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import type { handOverTopics } from '#shared/contract/hand-over-topics.ts';
import type { SignedLine } from '#shared/hand-over/hand-over.ts';
import type { HandOverId } from '#shared/lib/brand.ts';

/** Offers the open work of one person to another. */
export function offeredShift(
  atWork: DeskAtWork,
  from = 'Dana',
  to = 'Theo',
  remark = 'The caller of 1 rings often; be patient.',
): HandOverId {
  const input = { to: atWork.idOf(to), remark };
  return atWork.do(atWork.as(from), 'hand-over.offer', input).made as HandOverId;
}

/** The sheet as this person reads it; of their own open work when no offer is named. */
export function sheetFor(
  atWork: DeskAtWork,
  name: string,
  handOverId: HandOverId | null = null,
): ShiftSheet {
  return atWork.do(atWork.as(name), 'hand-over.sheet', { handOverId });
}

/** What is sent back with the acceptance of a sheet. */
export function seenOf({ signed }: ShiftSheet): SignedLine[] {
  return [...signed];
}

const badId = [
  { handOverId: '' },
  { handOverId: 7 },
  { handOverId: 'x'.repeat(65) },
  { by: 'Sam' },
];

export const HAND_OVER_EXAMPLES: Pick<Examples, keyof typeof handOverTopics> = {
  'hand-over.sheet': {
    as: 'Theo',
    good: (atWork) => ({ handOverId: offeredShift(atWork) }),
    bad: badId,
  },
  'hand-over.offer': {
    as: 'Pat',
    good: (atWork) => ({ to: atWork.idOf('Sam'), remark: '' }),
    bad: [{ to: '' }, { to: null }, { remark: null }, { remark: 'x'.repeat(2_001) }, { from: 'x' }],
  },
  'hand-over.accept': {
    as: 'Theo',
    good: (atWork) => {
      const handOverId = offeredShift(atWork);
      return { handOverId, seen: seenOf(sheetFor(atWork, 'Theo', handOverId)), passphrase: null };
    },
    bad: [
      ...badId,
      { seen: 'all' },
      { seen: [{ key: 'policy' }] },
      { seen: [{ key: '', mark: 'x' }] },
      { seen: [{ key: 'x', mark: 'x', level: 'L1' }] },
      { passphrase: 7 },
      { passphrase: 'x'.repeat(201) },
    ],
  },
  'hand-over.decline': {
    as: 'Theo',
    good: (atWork) => ({ handOverId: offeredShift(atWork), reason: 'I am on the radio.' }),
    bad: [...badId, { reason: null }, { reason: 'x'.repeat(301) }],
  },
  'hand-over.withdraw': {
    as: 'Dana',
    good: (atWork) => ({ handOverId: offeredShift(atWork) }),
    bad: badId,
  },
  'hand-over.past': {
    as: 'Sam',
    good: () => ({ lines: 20 }),
    bad: [{ lines: 0 }, { lines: 501 }, { lines: '20' }, { from: 'x' }],
  },
};

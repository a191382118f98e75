import { PASSPHRASE, type DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import { USUAL_COPIES } from '#shared/copies/copies-setting.ts';

type CopiesTopic =
  | 'copies.view'
  | 'copies.set'
  | 'copies.try'
  | 'copies.make'
  | 'copies.look'
  | 'copies.drill'
  | 'copies.restore';

export const COPY = 'caredesk-2026-03-03-180000Z-0123abcd';

/** Ada has set a folder for copies; its id. */
export function copiesSet(atWork: DeskAtWork, folder: string): string {
  const { schedule, rotation } = USUAL_COPIES;
  const targets = [{ targetId: null, folder, on: true }];
  atWork.do(atWork.as('Ada'), 'copies.set', { targets, schedule, rotation });
  return atWork.do(atWork.as('Ada'), 'copies.view', {}).setting.targets[0]!.targetId;
}

const target = (changes: object) => ({
  targets: [{ targetId: null, folder: '/mnt/copies', on: true, ...changes }],
});
const { schedule, rotation } = USUAL_COPIES;

export const COPIES_EXAMPLES: Pick<Examples, CopiesTopic> = {
  'copies.view': { as: 'Sam', good: () => ({}), bad: [{ all: true }, [], 'text'] },
  'copies.set': {
    as: 'Ada',
    good: () => ({
      targets: [{ targetId: null, folder: '/mnt/copies', on: true }],
      schedule,
      rotation,
    }),
    bad: [
      { targets: null },
      target({ folder: ' ' }),
      target({ on: 'yes' }),
      target({ token: 'x' }),
      {
        targets: Array.from({ length: 5 }, (_, at) => ({
          targetId: null,
          folder: `/${at}`,
          on: true,
        })),
      },
      { schedule: { everyHours: 0, at: [] } },
      { schedule: { everyHours: 4, at: ['24:00'] } },
      { schedule: { everyHours: 4, at: ['3:30'] } },
      { rotation: { ...rotation, last: 0 } },
      { rotation: { ...rotation, years: 3 } },
    ],
  },
  'copies.try': {
    as: 'Ada',
    good: () => ({ folder: '/mnt/copies' }),
    bad: [{ folder: '' }, { folder: 7 }, { targetId: 'x' }],
  },
  'copies.make': {
    as: 'Sam',
    good: (atWork) => ({ targetId: copiesSet(atWork, '/mnt/copies') }),
    bad: [{ targetId: 7 }, { targetId: '' }, { folder: '/mnt' }],
  },
  'copies.look': { as: 'Sam', good: () => ({}), bad: [{ folder: '/' }, []] },
  'copies.drill': {
    as: 'Sam',
    good: (atWork) => ({ targetId: copiesSet(atWork, '/mnt/copies'), copy: COPY }),
    bad: [
      { targetId: null },
      { copy: '../../etc/passwd' },
      { copy: `../${COPY}` },
      { copy: `${COPY}.sqlite` },
      { copy: '' },
      { into: '/' },
    ],
  },
  'copies.restore': {
    as: 'Sam',
    // A desk without a window cannot close itself and start again.
    refusedHere: true,
    good: (atWork) => ({
      targetId: copiesSet(atWork, '/mnt/copies'),
      copy: COPY,
      secondPerson: { operatorId: atWork.idOf('Ada'), passphrase: PASSPHRASE },
    }),
    bad: [
      { copy: '../caredesk' },
      { targetId: null },
      { secondPerson: null },
      { secondPerson: { operatorId: '', passphrase: PASSPHRASE } },
      { anyway: true },
    ],
  },
};

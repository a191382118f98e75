import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { line, nothing, operatorId, passphrase } from './input-parts.ts';
import type { CopiesView } from '../board/copies-view.ts';
import { MOST_TARGETS } from '../copies/copies-setting.ts';
import { isCopyName } from '../copies/copy-name.ts';

const folder = z.string().trim().min(1, 'Name a folder').max(500);
const targetId = line.min(1).max(64);
const kept = (most: number) => z.int('A whole number').min(0).max(most);
/** Only the name of one of ours gets through: there is no way from here to another file. */
const copy = z.string().max(120).refine(isCopyName, 'That is no copy of CareDesk');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 03:30');

export const copiesTopics = {
  'copies.view': query<CopiesView>()('keep-copies', nothing),
  'copies.set': command(
    'keep-copies',
    z.strictObject({
      targets: z
        .array(z.strictObject({ targetId: targetId.nullable(), folder, on: z.boolean() }))
        .max(MOST_TARGETS, `At most ${MOST_TARGETS} folders`),
      schedule: z.strictObject({
        everyHours: z.int('A whole number of hours').min(1).max(24).nullable(),
        at: z.array(time).max(6).readonly(),
      }),
      rotation: z.strictObject({
        last: kept(100).min(1, 'At least one copy is kept'),
        days: kept(366),
        weeks: kept(104),
        months: kept(120),
        upgrades: kept(20),
      }),
    }),
  ),
  /** Whether a folder can take copies. What came of it is in the view. */
  'copies.try': command('keep-copies', z.strictObject({ folder })),
  /** Makes a copy now, in every target that is on or in one. */
  'copies.make': command('keep-copies', z.strictObject({ targetId: targetId.nullable() })),
  /** Reads again what stands in the targets. */
  'copies.look': command('keep-copies', nothing),
  /** Opens a copy beside the store, counts, and puts it away. */
  'copies.drill': command('keep-copies', z.strictObject({ targetId, copy })),
  /** Closes the desk and starts it again on a copy. */
  'copies.restore': command(
    'keep-copies',
    z.strictObject({
      targetId,
      copy,
      secondPerson: z.strictObject({ operatorId, passphrase }),
    }),
  ),
} as const;

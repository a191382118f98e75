import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, line, unitId } from './input-parts.ts';
import type { RosterFileView, RosterText, RosterView } from '../board/roster-view.ts';
import type { ShiftId } from '../lib/brand.ts';

const shiftId = id<ShiftId>();
/** A day of the center's calendar. */
const day = z.iso.date('Give a day like 2026-03-08.');
/** What the center's clock shows. */
const wall = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Give a day and a time like 2026-03-08T15:00.');
const period = { from: day, days: z.int().min(1).max(7) };
const plan = {
  name: line.min(1, 'Say who works this shift.').max(120),
  role: line.min(1, 'Choose the role.').max(64),
  from: wall,
  to: wall,
  breaks: z.array(z.strictObject({ from: wall, to: wall })).max(6),
};
/** Four thousand shifts, generously. */
const csv = z.string().min(1, 'The file is empty.').max(600_000, 'The file is too large.');

/** Teams as dated data: who works when on which unit, and which unit is there at all. */
export const rosterTopics = {
  'roster.view': query<RosterView>()('keep-roster', z.strictObject(period)),
  'shift.plan': command('keep-roster', z.strictObject({ unitId, ...plan })),
  'shift.change': command('keep-roster', z.strictObject({ shiftId, ...plan })),
  'shift.remove': command('keep-roster', z.strictObject({ shiftId })),
  'shift.call-off': command(
    'keep-roster',
    z.strictObject({ shiftId, reason: line.min(1, 'Say why the person does not come.') }),
  ),
  /** Plans the shifts of some days again on later ones: all of them or none. */
  'roster.copy': command(
    'keep-roster',
    z.strictObject({ ...period, to: day, unitId: unitId.nullable() }),
  ),
  'roster.read-file': query<RosterFileView>()('keep-roster', z.strictObject({ csv })),
  'roster.import': command('keep-roster', z.strictObject({ csv })),
  'roster.export': query<RosterText>()('keep-roster', z.strictObject(period)),
  'unit.retire': command(
    'keep-roster',
    z.strictObject({ unitId, reason: line.min(1, 'Say why it leaves the roster.') }),
  ),
  'unit.plan-posting': command(
    'keep-roster',
    z.strictObject({
      unitId,
      posting: z
        .strictObject({ from: day, teamType: line.min(1).max(64), zone: line.max(64) })
        .nullable(),
    }),
  ),
} as const;

import { z } from 'zod';
import { command, whileLocked } from './endpoint.ts';
import { line, unitId } from './input-parts.ts';
import { ALARMS } from '../unit/safety-events.ts';

const onUnit = z.strictObject({ unitId });
const alarm = z.enum(ALARMS);

/** What becomes of the people in a unit: heard, asking for back-up, in duress. */
export const safetyTopics = {
  'unit.check-in': command('watch-crews', onUnit),
  'unit.ask-back-up': command('watch-crews', onUnit),
  /** Also sends free police at once when the unit is on an incident. */
  'unit.duress': whileLocked(command('watch-crews', onUnit)),
  /** Whoever is at a console says that they have seen it. */
  'unit.acknowledge-alarm': whileLocked(command('see-board', z.strictObject({ unitId, alarm }))),
  'unit.clear-back-up': command('send-units', z.strictObject({ unitId, reason: line })),
  'unit.clear-duress': command('send-units', z.strictObject({ unitId, reason: line })),
} as const;

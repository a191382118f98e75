import { z } from 'zod';
import { command } from './endpoint.ts';
import {
  callId,
  incidentId,
  line,
  onIncident,
  operatorId,
  passphrase,
  unitId,
} from './input-parts.ts';
import { STEP_DOWNS } from '../phone/monitor-events.ts';

const adviceId = z.string().min(1).max(64);
/** A nomination is for an incident, or for a call that nobody has answered yet. */
const onEither = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.strictObject({ incidentId, ...shape }), z.strictObject({ callId, ...shape })]);

/** Clinicians who follow the incidents of others: advice, nominations, step-downs, and the answers of dispatch. */
export const monitorTopics = {
  'monitor.join': command('monitor-calls', onIncident),
  'monitor.leave': command('monitor-calls', onIncident),
  'monitor.advise': command(
    'monitor-calls',
    z.strictObject({ incidentId, text: line, forTeam: z.boolean() }),
  ),
  'monitor.see-advice': command('hear-advice', z.strictObject({ incidentId, adviceId })),
  'monitor.answer-advice': command(
    'hear-advice',
    z.strictObject({ incidentId, adviceId, followed: z.boolean(), reason: line.nullable() }),
  ),
  /** It is approved by deciding so: `incident.decide`, with all its rules. */
  'monitor.nominate': command('monitor-calls', onEither({ response: line.max(64), reason: line })),
  'monitor.withdraw-nomination': command('monitor-calls', onEither({})),
  'monitor.deny-nomination': command('answer-clinician', onEither({ reason: line })),
  'monitor.propose-step-down': command(
    'monitor-calls',
    z.strictObject({
      incidentId,
      does: z.enum(STEP_DOWNS),
      units: z.array(unitId).max(12),
      reason: line,
    }),
  ),
  'monitor.withdraw-step-down': command('monitor-calls', onIncident),
  'monitor.agree-step-down': command(
    'answer-clinician',
    z.strictObject({
      incidentId,
      /** When the proposal was made that was read. */
      since: z.iso.datetime(),
      place: line,
      secondPerson: z.strictObject({ operatorId, passphrase }).nullable(),
    }),
  ),
  'monitor.refuse-step-down': command(
    'answer-clinician',
    z.strictObject({ incidentId, reason: line }),
  ),
  'monitor.confirm-calm': command('monitor-calls', onIncident),
  /** Sending more never needs permission: whoever takes calls ends a step-down. */
  'monitor.resume-response': command('take-calls', z.strictObject({ incidentId, reason: line })),
} as const;

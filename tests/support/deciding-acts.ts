import { pick, type Hand, type Played } from './hand.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { UNSERVED_CODES } from '#shared/incident/alternative-course.ts';
import { DISPOSITION_CODES } from '#shared/incident/disposition.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';

/** What a random hand decides about an incident. Doubled is what an ordinary shift does most. */
export const DECIDING_ACTS = [
  'accept',
  'accept',
  'accept',
  'override',
  'upgrade',
  'assign',
  'assign',
  'assign',
  'hold',
  'release-hold',
  'close',
] as const;
export type DecidingAct = (typeof DECIDING_ACTS)[number];

export function isDecidingAct(act: string): act is DecidingAct {
  return (DECIDING_ACTS as readonly string[]).includes(act);
}

export function decidingAct(act: DecidingAct, hand: Hand): Played {
  const { atWork, policy, on, ask } = hand;
  const [a, b, c] = hand.numbers;
  const { incidentId } = on;
  const now = evaluate(policy, readingsOf(on.facts, policy));
  const seen = { level: now.level, response: now.response };
  switch (act) {
    case 'accept':
      return ask(
        'incident.decide',
        { incidentId, seen, response: now.response, reason: null, secondPerson: null },
        'Dana',
        'Sam',
        'Cleo',
      );
    case 'override': {
      const second = pick([null, 'Theo', 'Sam', 'Dana'], c)!;
      const secondPerson =
        second === null ? null : { operatorId: atWork.idOf(second), passphrase: '' };
      const reason = a % 4 === 0 ? null : 'I know this person.';
      return ask(
        'incident.decide',
        {
          incidentId,
          seen,
          response: pick(policy.responses, b)!.id,
          reason,
          secondPerson,
          unserved: whyUnserved(hand.numbers),
        },
        'Dana',
        'Sam',
        'Cleo',
      );
    }
    case 'upgrade':
      return ask('incident.upgrade', {
        incidentId,
        services: pick([['police'], ['ems'], ['police', 'ems']], b),
      });
    case 'assign': {
      const unit = pick(allUnits(atWork.desk.db), b)!;
      return ask(
        'incident.assign-unit',
        { incidentId, unitId: unit.unitId, reason: c % 2 === 0 ? 'Nobody nearer.' : null },
        'Dana',
      );
    }
    case 'hold':
      return ask(
        'incident.hold',
        { incidentId, minutes: 5 + (b % 20), reason: 'The team is coming free.' },
        'Dana',
      );
    case 'release-hold':
      return ask('incident.release-hold', { incidentId }, 'Dana');
    case 'close':
      return ask(
        'incident.close',
        {
          incidentId,
          disposition: pick(DISPOSITION_CODES, b),
          note: '',
          unserved: whyUnserved(hand.numbers),
        },
        'Dana',
      );
  }
}

/** A reason as a rule, and now and then none or one without its words. */
function whyUnserved([a, , c]: Hand['numbers']) {
  const note = a % 2 === 0 ? 'He had left.' : '';
  return c % 4 === 0 ? null : { code: pick(UNSERVED_CODES, a)!, note };
}

import { done, type Answers } from './answer.ts';
import { knownCautions, mayReadCaution } from './caution-view.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { wordsFor } from './partition/words-for.ts';
import {
  cautionsAboutPerson,
  cautionsOfIncident,
  findCaution,
  standingCautions,
} from '#db/board/cautions-projection.ts';
import {
  acknowledgeCautions,
  attachCautions,
  recordCaution,
  removeCaution,
} from '#shared/caution/decide-caution.ts';
import type { CautionId } from '#shared/lib/brand.ts';
import { refuse } from '#shared/lib/refusal.ts';

type CautionTopic =
  'caution.record' | 'caution.remove' | 'caution.attach' | 'caution.acknowledge' | 'caution.all';

/** Cautions, from their record to the moment somebody has read them on an incident. */
export function cautionAnswers(core: DeskCore): Answers<CautionTopic> {
  return {
    'caution.record': (draft, session) => {
      const { operatorId, role } = operatorOf(session);
      if (!mayReadCaution(role, draft.kind))
        return refuse(
          'not-read-here',
          'Officer-safety cautions are kept by dispatch and not shown to you. Nothing was recorded; choose another kind, or ask a dispatcher to record it.',
        );
      const cautionId = core.options.newId() as CautionId;
      const outcome = core.commit(operatorId, () =>
        recordCaution(cautionId, draft, core.context(operatorId)),
      );
      return done(core, outcome, cautionId);
    },

    'caution.remove': ({ cautionId, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const caution = findCaution(core.db, cautionId);
        return caution === null
          ? refuse('no-caution', 'This caution does not exist here. Nothing was removed.')
          : removeCaution(caution, reason);
      });
      return done(core, outcome);
    },

    'caution.attach': (input, session) => {
      const { role } = operatorOf(session);
      const attach = onIncident<typeof input>(core, (incident, { name }, context) => {
        const known = cautionsAboutPerson(core.db, name);
        const read = known.filter(({ kind }) => mayReadCaution(role, kind));
        return attachCautions(incident, name, read, context);
      });
      return attach(input, session);
    },

    'caution.acknowledge': (input, session) => {
      const { role } = operatorOf(session);
      const acknowledge = onIncident<typeof input>(core, (incident, { cautionIds }, context) => {
        const known = cautionsOfIncident(core.db, incident);
        // What a role was never shown it cannot have read.
        const shown = known.filter(({ kind }) => mayReadCaution(role, kind));
        return acknowledgeCautions(incident, cautionIds, shown, context);
      });
      return acknowledge(input, session);
    },

    'caution.all': (_input, session) =>
      knownCautions(
        standingCautions(core.db),
        wordsFor(core.db, [operatorOf(session).role]),
        core.local().date,
        core.nameOf,
      ),
  };
}

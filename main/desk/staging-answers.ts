import type { Answers } from './answer.ts';
import type { DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { noSuchUnit } from './on-unit.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { allUnits, findUnit } from '#db/board/units-projection.ts';
import { cautionBar } from '#shared/caution/decide-caution.ts';
import { secureScene, stageUnit } from '#shared/incident/decide-staging.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

type StagingTopic = 'incident.stage-unit' | 'incident.secure-scene';

/** Unarmed teams that wait until police or co-response has secured the scene. */
export function stagingAnswers(core: DeskCore): Answers<StagingTopic> {
  return {
    'incident.stage-unit': onIncident(core, (incident, input, context) => {
      const unit = findUnit(core.db, input.unitId);
      if (unit === null) return noSuchUnit(input.unitId);
      const securing = findUnit(core.db, input.securedBy);
      if (securing === null) return noSuchUnit(input.securedBy);
      const { place, reason } = input;
      const staged = stageUnit(incident, { unit, securing, place, reason }, context);
      if (isRefusal(staged) || unit.incidentId === incident.incidentId) return staged;
      return cautionBar(incident, unit, cautionsOfIncident(core.db, incident), context) ?? staged;
    }),
    'incident.secure-scene': onIncident(core, (incident) =>
      secureScene(incident, allUnits(core.db)),
    ),
  };
}

import { pick, type Hand, type Played } from './hand.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { RECONTACT_ANSWERS } from '#shared/incident/recontact-events.ts';
import { recontactOf } from '#shared/incident/recontact.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** What a random hand does while somebody waits: a unit near the scene, or the caller. */
export const SCENE_ACTS = ['stage', 'stage', 'secure', 'recontact'] as const;
export type SceneAct = (typeof SCENE_ACTS)[number];

export function isSceneAct(act: string): act is SceneAct {
  return (SCENE_ACTS as readonly string[]).includes(act);
}

/** Where such an act is looked for, when there is such an incident. */
export function isAwaited(act: SceneAct, incident: Incident, policy: Policy): boolean {
  switch (act) {
    case 'stage':
      return true;
    case 'secure':
      return incident.staging.length > 0;
    case 'recontact':
      return recontactOf(incident, policy) !== null;
  }
}

export function sceneAct(act: SceneAct, { atWork, policy, on, numbers, ask }: Hand): Played {
  const [a, b, c] = numbers;
  const { incidentId } = on;
  switch (act) {
    case 'stage': {
      const units = allUnits(atWork.desk.db);
      const armed = units.filter(({ teamType }) => teamType === policy.services.police);
      const securedBy = pick(c % 5 === 0 ? units : armed, a)!.unitId;
      // As a rule police is sent first: a random pair is hardly ever allowed.
      const reason = 'The nearest by far.';
      if (c % 4 !== 0)
        ask('incident.assign-unit', { incidentId, unitId: securedBy, reason }, 'Dana');
      const { unitId } = pick(units, b)!;
      const place = c % 7 === 0 ? '' : 'Lawrence and Broadway';
      return ask('incident.stage-unit', { incidentId, unitId, securedBy, place, reason }, 'Dana');
    }
    case 'secure': {
      const securedBy = pick(on.staging, b)?.securedBy;
      if (securedBy !== undefined && c % 4 !== 0)
        for (const status of ['en-route', 'on-scene'])
          ask('unit.set-status', { unitId: securedBy, status }, 'Dana');
      return ask('incident.secure-scene', { incidentId }, 'Dana', 'Theo');
    }
    case 'recontact': {
      const answer = pick(RECONTACT_ANSWERS, b);
      return ask('incident.recontact', { incidentId, answer }, 'Dana', 'Pat', 'Cleo');
    }
  }
}

import { createHash } from 'node:crypto';
import { examineAreas, mapOf } from './examine-areas.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { approverOf } from '../access/second-person.ts';
import { areaMaps } from '#db/board/area-maps-projection.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import { setPosition } from '#shared/incident/decide-place.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { AreaMap } from '#shared/place/area-map.ts';
import type { KeptAreaMaps } from '#shared/place/area-examination.ts';
import { approveMap, declineMap, proposeMap, withdrawMap } from '#shared/place/decide-area-maps.ts';
import { mappingMistake } from '#shared/place/match-areas.ts';

type AreaTopic =
  | 'areas.kept'
  | 'areas.picture'
  | 'areas.at'
  | 'areas.examine'
  | 'areas.propose'
  | 'areas.approve'
  | 'areas.decline'
  | 'areas.withdraw'
  | 'incident.set-position';

/** The map of the areas: from a file to the one in force, and the points people set on it. */
export function areaAnswers(core: DeskCore): Answers<AreaTopic> {
  const policyNow = () => core.requirePolicy().policy;
  return {
    'areas.kept': () => kept(core),
    'areas.picture': () => core.atlas.picture(policyNow()),
    'areas.at': ({ position }) => core.atlas.areaAt(position, policyNow()),
    'areas.examine': ({ text, property }) => examineAreas(text, property, policyNow()).examination,

    'areas.propose': (input, session) => {
      const map = mapIn(input, core);
      if (isRefusal(map)) return map;
      const hash = areaMapHash(map);
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        proposeMap(areaMaps(core.db), map, hash, input.note),
      );
      return done(core, outcome, hash);
    },

    'areas.approve': ({ hash, secondPerson }, session) => {
      const whose = 'a supervisor or an administrator';
      const approvedBy = approverOf(core, session, secondPerson, 'keep-areas', whose);
      if (isRefusal(approvedBy)) return approvedBy;
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        approveMap(areaMaps(core.db), hash, approvedBy),
      );
      return done(core, outcome);
    },

    'areas.decline': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        declineMap(areaMaps(core.db), hash, reason),
      );
      return done(core, outcome);
    },

    'areas.withdraw': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        withdrawMap(areaMaps(core.db), hash, reason),
      );
      return done(core, outcome);
    },

    'incident.set-position': onIncident(
      core,
      (incident, { position, source, otherArea }, context) =>
        setPosition(
          incident,
          { ...position, source },
          core.atlas.areaAt(position, context.policy),
          otherArea,
          context,
        ),
    ),
  };
}

export function areaMapHash(map: AreaMap): string {
  return createHash('sha256').update(canonicalJson(map)).digest('hex');
}

function mapIn(
  { text, source, property, mapping }: Parsed<'areas.propose'>,
  core: DeskCore,
): AreaMap | Refusal {
  const { policy } = core.requirePolicy();
  const { areas, examination } = examineAreas(text, property, policy);
  const [first] = examination.faults;
  if (first !== undefined)
    return refuse('no-map', `${first} Correct the file and choose it again. Nothing was changed.`);
  const mistake = mappingMistake(mapping, examination.names, policy.areas);
  if (mistake !== null) return refuse('wrong-match', `${mistake} Nothing was changed.`);
  return mapOf(source, areas, examination.names, mapping);
}

function kept(core: DeskCore): KeptAreaMaps {
  const { waiting, inForce, stepBack } = areaMaps(core.db);
  const nameOf = (id: string | null) => (id === null ? null : core.nameOf(id));
  return {
    waiting: waiting && { ...waiting, proposedByName: core.nameOf(waiting.proposedBy) },
    inForce: inForce && {
      ...inForce,
      proposedByName: core.nameOf(inForce.proposedBy),
      approvedByName: nameOf(inForce.approvedBy),
    },
    stepBack: stepBack && { to: stepBack.to?.source ?? null },
  };
}

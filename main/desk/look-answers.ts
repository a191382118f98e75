import type { Answers } from './answer.ts';
import { boardSnapshot } from './board-feed.ts';
import { absorbedBy } from './duplicate/callers.ts';
import { operatorOf, type DeskCore } from './desk-core.ts';
import { find } from './find.ts';
import { incidentView } from './incident-view.ts';
import { cautionsOfIncident, findCaution } from '#db/board/cautions-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { countPastCallsByType } from '#db/board/call-types-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { lockedSnapshot } from '#shared/board/locked-board.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import { partitionsOf } from '#shared/partition/partition.ts';
import type { Operator, Role } from '#shared/roster/operator.ts';

type LookTopic =
  'board.snapshot' | 'policy.in-force' | 'incident.focus' | 'find.anything' | 'past.summary';

/** Questions that change nothing. */
export function lookAnswers(core: DeskCore): Answers<LookTopic> {
  return {
    'board.snapshot': (_input, session) => {
      const sources = core.boardSources();
      const board = boardSnapshot(sources, standsAt(core));
      return session.locked === true ? lockedSnapshot(board, sources.policy) : board;
    },

    'policy.in-force': () => {
      const { policy, hash } = core.requirePolicy();
      return { policy, hash };
    },

    'incident.focus': ({ incidentId }, session) => {
      session.focus = incidentId;
      return incidentId === null ? null : viewFor(core, incidentId, operatorOf(session).role);
    },

    'find.anything': ({ text }) => find(core, text),

    'past.summary': () => {
      const counts = countPastCallsByType(core.db);
      const { policy } = core.requirePolicy();
      const behavioral = new Set(
        policy.callTypes.filter((type) => type.behavioral !== 'no').map((type) => type.code),
      );
      let calls = 0;
      let nexus = 0;
      for (const each of counts) {
        calls += each.calls;
        if (behavioral.has(each.callType)) nexus += each.calls;
      }
      return { calls, behavioral: nexus };
    },
  };
}

function isClinician({ role, active }: Operator): boolean {
  return role === 'clinician' && active;
}

/** What this role may read of the incidents that stand in it, too: it is cut for each of them like its own. */
function withAbsorbed(
  core: DeskCore,
  incident: Incident,
  entries: readonly Entry[],
  role: Role,
): readonly Entry[] {
  if (incident.absorbed.length === 0) return entries;
  const theirs = absorbedBy(core.db, incident).flatMap(({ incidentId }) =>
    core.journal.ofIncident(incidentId, partitionsOf(role)),
  );
  return [...entries, ...theirs].toSorted((a, b) => a.seq - b.seq);
}

/** The incident as this role may see it, or null when there is none. */
export function viewFor(core: DeskCore, incidentId: string, role: Role): IncidentView | null {
  const incident = findIncident(core.db, incidentId);
  if (incident === null) return null;
  const units = allUnits(core.db);
  const entries = core.journal.ofIncident(incidentId, partitionsOf(role));
  return incidentView({
    incident,
    call: findCall(core.db, incident.callId),
    entries,
    timeline: withAbsorbed(core, incident, entries, role),
    cautions: cautionsOfIncident(core.db, incident),
    cautionOf: (cautionId) => findCaution(core.db, cautionId),
    units,
    incidentOf: (id) => findIncident(core.db, id),
    staffing: core.staffing(units),
    areaAt: (position, policy) => core.atlas.areaAt(position, policy),
    policy: core.requirePolicy().policy,
    local: core.local(),
    db: core.db,
    now: core.now(),
    timeZone: core.center?.timeZone ?? 'UTC',
    role,
    colleagues: {
      clinicians: [...core.operators.values()].filter(isClinician),
      present: core.present,
    },
    nameOf: core.nameOf,
    center: core.center?.name ?? '',
    training: core.options.mode === 'training',
    revision: standsAt(core),
  });
}

/** A store that is only read stands where it stood; its journal may be what is damaged. */
function standsAt({ troubles, told, journal }: DeskCore): number {
  return troubles.readsOnly ? told : journal.head();
}

import type { IncidentId, ShiftId, UnitId } from '../lib/brand.ts';
import type { PlannedChange } from '../roster/shift.ts';
import type { PositionSource, Spot } from '../place/position.ts';
import type { CrewMember, Posting, Unit } from './unit.ts';
import { UNIT_STATUS, type UnitStatus } from './unit-status.ts';

export type UnitEvent =
  | {
      readonly type: 'unit.added';
      readonly unitId: UnitId;
      readonly teamType: string;
      readonly zone: string;
      readonly crew: readonly CrewMember[];
      readonly capabilities: readonly string[];
    }
  | {
      readonly type: 'unit.capabilities-changed';
      readonly unitId: UnitId;
      readonly capabilities: readonly string[];
    }
  | {
      readonly type: 'unit.languages-noted';
      readonly unitId: UnitId;
      readonly name: string;
      readonly languages: readonly string[];
    }
  | {
      /** As a switch by hand was written before shifts were planned. */
      readonly type: 'unit.crew-changed';
      readonly unitId: UnitId;
      readonly crew: readonly CrewMember[];
    }
  | {
      /** A person came on or went off duty, by plan or because somebody said so. */
      readonly type: 'unit.duty-changed';
      readonly unitId: UnitId;
      /** The incident the unit is on: its timeline shows it. */
      readonly incidentId: IncidentId | null;
      readonly name: string;
      readonly role: string;
      readonly onDuty: boolean;
      readonly why: DutyChange;
      readonly reason: string | null;
      /** The planned change it is and when it was due; null when a person said so. */
      readonly shiftId: ShiftId | null;
      readonly due: string | null;
      /** Required roles that nobody fills since this change. */
      readonly missing: readonly string[];
    }
  | {
      readonly type: 'unit.posting-planned';
      readonly unitId: UnitId;
      /** Null takes back what was planned. */
      readonly posting: Posting | null;
    }
  | {
      /** The planned date has come, and the unit is free. */
      readonly type: 'unit.posting-began';
      readonly unitId: UnitId;
      readonly teamType: string;
      readonly zone: string;
    }
  | {
      /** Off the roster. Its call sign may be given to another unit later. */
      readonly type: 'unit.retired';
      readonly unitId: UnitId;
      readonly reason: string;
    }
  | {
      readonly type: 'unit.position-reported';
      readonly unitId: UnitId;
      readonly spot: Spot;
      readonly source: PositionSource;
    }
  | {
      readonly type: 'unit.status-changed';
      readonly unitId: UnitId;
      readonly from: UnitStatus;
      readonly to: UnitStatus;
      /** The incident this status belongs to, or the one the unit is released from. */
      readonly incidentId: IncidentId | null;
      /** Why a unit with a shortfall was sent all the same; null otherwise. */
      readonly reason: string | null;
    }
  | {
      /** A wrong status put right. The wrong entry stays; this one says what is so instead. */
      readonly type: 'unit.status-corrected';
      readonly unitId: UnitId;
      readonly from: UnitStatus;
      readonly to: UnitStatus;
      /** The incident it is on, was just released from, or is put back on; null when there is none. */
      readonly incidentId: IncidentId | null;
      readonly reason: string;
    }
  | {
      readonly type: 'unit.stacked';
      readonly unitId: UnitId;
      /** The second incident; `after` is the one the unit is on now. */
      readonly incidentId: IncidentId;
      readonly after: IncidentId;
      readonly afterNumber: number;
      readonly reason: string;
    }
  | {
      /** A person decided that it does not come after all. */
      readonly type: 'unit.unstacked';
      readonly unitId: UnitId;
      readonly incidentId: IncidentId;
      readonly reason: string;
    }
  | {
      /** Done with the first incident: somebody has to send it to the second. */
      readonly type: 'unit.came-free';
      readonly unitId: UnitId;
      readonly incidentId: IncidentId;
    }
  | {
      readonly type: 'unit.stack-ended';
      readonly unitId: UnitId;
      readonly incidentId: IncidentId;
      readonly why: StackEnd;
    };

export type DutyChange = PlannedChange | 'break-put-off' | 'by-word' | 'plan-changed';

/** Why a unit does not come to its second incident after all. */
export type StackEnd = 'incident-closed' | 'off-duty' | 'out-of-service' | 'sent-elsewhere';

/** The events of a unit that an incident hears of too. */
export type UnitOnIncidentEvent = Exclude<
  UnitEvent,
  {
    readonly type:
      | 'unit.added'
      | 'unit.crew-changed'
      | 'unit.position-reported'
      | 'unit.duty-changed'
      | 'unit.posting-planned'
      | 'unit.posting-began'
      | 'unit.retired'
      | 'unit.capabilities-changed'
      | 'unit.languages-noted';
  }
>;

const ON_INCIDENT: Readonly<Record<UnitOnIncidentEvent['type'], true>> = {
  'unit.status-changed': true,
  'unit.status-corrected': true,
  'unit.stacked': true,
  'unit.unstacked': true,
  'unit.came-free': true,
  'unit.stack-ended': true,
};

export function isOfUnitOn(type: string): type is UnitOnIncidentEvent['type'] {
  return Object.hasOwn(ON_INCIDENT, type);
}

/** `at` is the ISO instant the event was written. */
export function evolveUnit(unit: Unit | null, event: UnitEvent, at: string): Unit | null {
  switch (event.type) {
    case 'unit.added':
      return {
        unitId: event.unitId,
        teamType: event.teamType,
        zone: event.zone,
        crew: event.crew,
        capabilities: event.capabilities,
        status: 'off-duty',
        since: at,
        clock: { from: at, overdueAt: null },
        incidentId: null,
        releasedFrom: null,
        next: null,
        fellShort: [],
        posting: null,
        whereabouts: null,
        timesOut: 0,
        spoken: event.crew.map(({ name, languages }) => ({ name, languages })),
      };
    case 'unit.crew-changed':
      return unit && { ...unit, crew: event.crew };
    case 'unit.position-reported':
      return unit && { ...unit, whereabouts: { ...event.spot, source: event.source, at } };
    case 'unit.duty-changed':
      return unit && dutyChanged(unit, event);
    case 'unit.posting-planned':
      return unit && { ...unit, posting: event.posting };
    case 'unit.posting-began': {
      const { teamType, zone } = event;
      return unit && { ...unit, teamType, zone, posting: null };
    }
    case 'unit.retired':
      return null;
    case 'unit.capabilities-changed':
      return unit && { ...unit, capabilities: event.capabilities };
    case 'unit.languages-noted':
      return unit && languagesNoted(unit, event);
    case 'unit.status-changed':
      return unit && changed(unit, event, at);
    case 'unit.status-corrected':
      return (
        unit && {
          ...changed(unit, event, at),
          timesOut: unit.timesOut,
          releasedFrom: UNIT_STATUS[event.to].onIncident ? null : event.incidentId,
        }
      );
    case 'unit.stacked':
      return unit && { ...unit, next: event.incidentId };
    case 'unit.came-free':
      return unit;
    case 'unit.unstacked':
    case 'unit.stack-ended':
      return unit && { ...unit, next: unit.next === event.incidentId ? null : unit.next };
  }
}

function changed(
  unit: Unit,
  {
    from,
    to,
    incidentId,
  }: Pick<Extract<UnitEvent, { type: 'unit.status-changed' }>, 'from' | 'to' | 'incidentId'>,
  at: string,
): Unit {
  const { onIncident } = UNIT_STATUS[to];
  return {
    ...unit,
    status: to,
    since: at,
    clock: { from: at, overdueAt: null },
    incidentId: onIncident ? incidentId : null,
    releasedFrom: !onIncident && UNIT_STATUS[from].onIncident ? incidentId : null,
    next: onIncident && unit.next === incidentId ? null : unit.next,
    fellShort: onIncident && unit.incidentId === incidentId ? unit.fellShort : [],
    timesOut: timesOutAfter(unit, from, to, incidentId),
  };
}

function dutyChanged(unit: Unit, event: Extract<UnitEvent, { type: 'unit.duty-changed' }>): Unit {
  const { name, role, onDuty } = event;
  const is = (member: CrewMember) => member.name === name && member.role === role;
  const known = unit.crew.some(is);
  const relieved = unit.crew.some((each) => !is(each) && each.role === role && each.onDuty);
  // Whoever had the role and went off duty makes room for the next shift, whichever comes first.
  const staying = unit.crew.filter((member) => {
    if (is(member)) return event.why !== 'shift-ended' || !relieved;
    return event.why !== 'shift-began' || member.role !== role || member.onDuty;
  });
  const crew = staying.map((member) => (is(member) ? { ...member, onDuty } : member));
  return {
    ...unit,
    crew:
      known || !onDuty ? crew : [...crew, { name, role, onDuty, languages: spokenBy(unit, name) }],
    fellShort: onDuty
      ? unit.fellShort.filter((each) => each !== role)
      : unit.incidentId === null
        ? unit.fellShort
        : [...unit.fellShort, ...event.missing],
  };
}

function languagesNoted(
  unit: Unit,
  { name, languages }: Extract<UnitEvent, { type: 'unit.languages-noted' }>,
): Unit {
  const others = unit.spoken.filter((each) => each.name !== name);
  return {
    ...unit,
    crew: unit.crew.map((each) => (each.name === name ? { ...each, languages } : each)),
    spoken: [...others, { name, languages }],
  };
}

function spokenBy({ spoken }: Unit, name: string): readonly string[] {
  return spoken.find((each) => each.name === name)?.languages ?? [];
}

/** A shift begins when the unit comes on duty; one sending is counted once, whatever it reports on the way. */
function timesOutAfter(
  { timesOut, incidentId: before }: Unit,
  from: UnitStatus,
  to: UnitStatus,
  incidentId: IncidentId | null,
): number {
  if (from === 'off-duty') return 0;
  return to === 'assigned' && incidentId !== before ? timesOut + 1 : timesOut;
}

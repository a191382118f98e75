import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentId, OperatorId } from '#shared/lib/brand.ts';
import { isAskedOf } from './offered-to-me.ts';

/** The upper part of the clinician's left column, top to bottom; what is monitored stands under it. */
export interface PhoneLists {
  /** Offered to me, by a colleague who has the person on the line or because it waits: it stands first. */
  readonly toMe: readonly IncidentId[];
  readonly mine: readonly IncidentId[];
  /** Callers who were lost, and are called again by somebody. */
  readonly lost: readonly IncidentId[];
  readonly waiting: readonly IncidentId[];
}

/** `ready`: whether calls that ring at everybody ring at this clinician too. */
export function phoneLists(
  incidents: Iterable<IncidentRow>,
  me: OperatorId,
  ready: boolean,
): PhoneLists {
  const toMe: IncidentRow[] = [];
  const mine: IncidentRow[] = [];
  const lost: IncidentRow[] = [];
  const waiting: IncidentRow[] = [];
  for (const incident of incidents) listFor(incident)?.push(incident);

  function listFor(incident: IncidentRow): IncidentRow[] | undefined {
    if (incident.transferTo === me || isAskedOf(incident, me, ready)) return toMe;
    const talking = incident.phone === 'with-clinician' || incident.phone === 'transferring';
    if (talking && incident.clinician === me) return mine;
    if (incident.phone === 'lost') return lost;
    return incident.phone === 'offered' ? waiting : undefined;
  }

  const ids = (rows: readonly IncidentRow[]) => rows.map((row) => row.incidentId);
  return {
    toMe: ids(toMe.sort(byAge)),
    mine: ids(mine.sort((a, b) => raisedFirst(a, b) || byAge(a, b))),
    lost: ids(lost.sort(byAge)),
    waiting: ids(waiting.sort(byAge)),
  };
}

export function inOrder({ toMe, mine, lost, waiting }: PhoneLists): readonly IncidentId[] {
  return [...toMe, ...mine, ...lost, ...waiting];
}

/** A call somebody has to look at again, such as one that was returned, stands at the top. */
function raisedFirst(a: IncidentRow, b: IncidentRow): number {
  return Number(b.attention !== null) - Number(a.attention !== null);
}

/** Longest waiting first: since the present step began, or since the incident opened. */
function byAge(a: IncidentRow, b: IncidentRow): number {
  const since = (row: IncidentRow) => row.promise?.from ?? row.openedAt;
  return since(a).localeCompare(since(b)) || a.number - b.number;
}

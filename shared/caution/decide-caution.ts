import {
  CAUTION_LABELS,
  concerns,
  isCurrent,
  isExpired,
  keyOf,
  nameKey,
  type Caution,
} from './caution.ts';
import type { CautionEvent, IncidentCautionEvent } from './caution-events.ts';
import type { DecideContext } from '../incident/context.ts';
import type { Incident } from '../incident/incident.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { CautionId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { isKept } from '../partition/partition.ts';
import type { Unit } from '../unit/unit.ts';

export type CautionDraft = Pick<Caution, 'about' | 'kind' | 'expiresOn'> & {
  readonly text: string;
  readonly source: string;
};

/** Records a caution until a day of this or the next twelve months. A renewed one is a new one. */
export function recordCaution(
  cautionId: CautionId,
  draft: CautionDraft,
  { local }: Pick<DecideContext, 'local'>,
): CautionEvent[] | Refusal {
  if (keyOf(draft.about) === '')
    return draft.about.kind === 'address'
      ? refuse(
          'no-address',
          'A caution needs the whole address it is about. Nothing was recorded; write the address.',
        )
      : refuse(
          'no-name',
          'A caution needs the name it is about. Nothing was recorded; write the name.',
        );
  if (isExpired(draft, local.date))
    return refuse(
      'expiry-passed',
      `${draft.expiresOn} has passed, so this caution would never be shown. Nothing was recorded; choose a later day.`,
    );
  const latest = oneYearAfter(local.date);
  if (draft.expiresOn > latest)
    return refuse(
      'expiry-too-far',
      `A caution lasts a year at most, until ${latest}. Nothing was recorded; choose an earlier day and renew it then.`,
    );
  return [{ type: 'caution.recorded', cautionId, ...draft }];
}

/** Takes a caution back, with the reason. Removing it again changes nothing. */
export function removeCaution(caution: Caution, reason: string): CautionEvent[] {
  if (caution.removed !== null) return [];
  const { cautionId, kind } = caution;
  return [{ type: 'caution.removed', cautionId, kind, reason }];
}

/**
 * Puts the cautions about a person on an incident, because somebody heard that name there. Only the exact
 * name counts, and of those recorded for it the ones that count now.
 */
export function attachCautions(
  incident: Incident,
  name: string,
  known: readonly Caution[],
  { local }: Pick<DecideContext, 'local'>,
): IncidentCautionEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const key = nameKey(name);
  const found = known.filter(
    (caution) =>
      caution.about.kind === 'person' &&
      keyOf(caution.about) === key &&
      isCurrent(caution, local.date),
  );
  if (found.length === 0)
    return refuse(
      'no-caution',
      `No caution that counts today is recorded for “${name}”. Nothing was attached; check how the name is written.`,
    );
  const { incidentId, cautions } = incident;
  return found
    .filter(({ cautionId }) => !cautions.attached.includes(cautionId))
    .map(({ cautionId }) => ({ type: 'incident.caution-attached', incidentId, cautionId }));
}

/** The cautions that belong to this incident, count now, and nobody has acknowledged on it. */
export function unacknowledged(
  incident: Incident,
  known: readonly Caution[],
  localDate: string,
): Caution[] {
  const read = new Set(incident.cautions.acknowledged.map(({ cautionId }) => cautionId));
  return known.filter(
    (caution) =>
      isCurrent(caution, localDate) && concerns(caution, incident) && !read.has(caution.cautionId),
  );
}

/** Writes down that somebody has read these, as far as they still have to be read. */
export function acknowledgeCautions(
  incident: Incident,
  read: readonly CautionId[],
  known: readonly Caution[],
  { local }: Pick<DecideContext, 'local'>,
): IncidentCautionEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const cautionIds = unacknowledged(incident, known, local.date)
    .map(({ cautionId }) => cautionId)
    .filter((cautionId) => read.includes(cautionId));
  const { incidentId } = incident;
  return cautionIds.length === 0
    ? []
    : [{ type: 'incident.cautions-acknowledged', incidentId, cautionIds }];
}

/**
 * Why a unit may not be sent yet: a caution nobody has acknowledged. Null when it may. Police and EMS that
 * were called by police/EMS now never wait for it (invariants 1 and 6).
 */
export function cautionBar(
  incident: Incident,
  { unitId, teamType }: Unit,
  known: readonly Caution[],
  { local, policy }: Pick<DecideContext, 'local' | 'policy'>,
): Refusal | null {
  const [first, ...more] = unacknowledged(incident, known, local.date);
  if (first === undefined) return null;
  const called = incident.upgrades.flatMap(({ services }) => services);
  if (called.some((service) => policy.services[service] === teamType)) return null;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  const label = CAUTION_LABELS[first.kind];
  // Words that are kept apart are read where the caution stands, by who may read them.
  const says = isKept(first.text) ? label : `${label}: ${first.text.replace(/[.\s]+$/u, '')}`;
  return refuse(
    'caution-not-acknowledged',
    `${unitId} was not sent: nobody has acknowledged the caution “${says}”${others}. Read it, press Shift+A, then send again.`,
  );
}

/** The last day a year from now: nothing written here counts for longer without a look. */
export function oneYearAfter(date: string): string {
  const next = `${String(Number(date.slice(0, 4)) + 1)}${date.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-02-29', '-02-28') : next;
}

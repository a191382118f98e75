import { approachLine } from './clinical/clinical-work.ts';
import { cautionLines, type CautionOf } from './caution-view.ts';
import { clinicalView } from './clinical/clinical-view.ts';
import { sentView } from './delivery/sent-view.ts';
import { contactLine } from './contact-view.ts';
import { absorbedBy, mergedView } from './duplicate/callers.ts';
import { callTypeLabel, responseLabel, type NameOf } from './incident-row.ts';
import { offerNow, recommendationView, responseOptions } from './recommendation-view.ts';
import { safetyOnIncident, type SafetySources } from './safety-rows.ts';
import { everybodyOnIt } from './on-it.ts';
import { wordsFor } from './partition/words-for.ts';
import { monitoringView } from './phone/monitor-view.ts';
import { transfersView, type Colleagues } from './phone/transfers-view.ts';
import { offerView } from './phone/offer-rows.ts';
import { overdueOn, recontactView } from './time-rows.ts';
import { withOnOther } from './on-other.ts';
import { teamCards } from './team-cards.ts';
import { timelineFor } from './timeline.ts';
import { candidates, wantedTeams } from './unit-candidates.ts';
import { contactsOfIncident } from '#db/board/contacts-projection.ts';
import { peopleChangedAt } from '#db/board/people-projection.ts';
import { personNamedOn } from '#db/board/people-said-projection.ts';
import { screensOfIncident } from '#db/board/screens-projection.ts';
import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import type { Call } from '#shared/call/call.ts';
import type { Caution } from '#shared/caution/caution.ts';
import { flagOf } from '#shared/call-type/words-flag.ts';
import { disagrees } from '#shared/incident/decide-place.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { needsDecision, phaseOf } from '#shared/incident/phase.ts';
import { reasonToClose } from '#shared/incident/unserved.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { FoundArea } from '#shared/place/area-map.ts';
import type { Position } from '#shared/place/position.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import type { Role } from '#shared/roster/operator.ts';
import { openQuestions } from '#shared/routing/determinability.ts';
import { evaluate, readingsOf, type Readings } from '#shared/routing/evaluate.ts';
import { whatWouldChange } from '#shared/routing/questions.ts';
import { unarmedBar } from '#shared/routing/unarmed.ts';
import { hazardOfScreens } from '#shared/screen/screen-events.ts';
import type { LocalMoment } from '#shared/unit/availability.ts';
import type { Unit } from '#shared/unit/unit.ts';

export interface ViewSources {
  readonly incident: Incident;
  readonly call: Call | null;
  readonly entries: readonly Entry[];
  /** With those of the incidents that stand in it, in the order in which they were written. */
  readonly timeline: readonly Entry[];
  /** Those that belong to this incident, whoever may read them. */
  readonly cautions: readonly Caution[];
  readonly cautionOf: CautionOf;
  readonly units: readonly Unit[];
  /** Another incident, for what a unit is taken from; null when there is none. */
  readonly incidentOf: (incidentId: IncidentId) => Incident | null;
  /** The units, and the clinicians at their desks. */
  readonly staffing: readonly Unit[];
  /** Where a point lies; null while no map of the areas is in force. */
  readonly areaAt: (position: Position, policy: Policy) => FoundArea | null;
  readonly policy: Policy;
  readonly local: LocalMoment;
  readonly db: SafetySources['db'];
  readonly now: Date;
  readonly timeZone: string;
  readonly role: Role;
  readonly colleagues: Colleagues;
  readonly nameOf: NameOf;
  /** Name of the center, and whether its callers are invented. */
  readonly center: string;
  readonly training: boolean;
  readonly revision: number;
}

/** Everything the window shows of the focused incident, cut to what the role may see. */
export function incidentView(sources: ViewSources): IncidentView {
  const { incident, call, policy, nameOf } = sources;
  const read = readingsOf(incident.facts, policy);
  const now = evaluate(policy, read);
  const changes = whatWouldChange(policy, read, now);
  const open = openQuestions(policy, read);
  const area = policy.areas.find((each) => each.id === incident.place.areaId);
  const bar = unarmedBar(policy, now);
  const offer = offerNow(sources, now, bar);
  const wanted = wantedTeams(incident, sources.units, policy, now);
  const words = wordsFor(sources.db, [sources.role]);
  const cautions = cautionLines(incident, sources.cautions, words, sources.local.date, nameOf);
  const approach = approachLine(sources.entries, nameOf);
  const screens = screensOfIncident(sources.db, incident.incidentId);
  const team = (id: string) => teamTypeOn(policy, id, sources.local.date)?.label ?? id;
  return {
    incidentId: incident.incidentId,
    revision: sources.revision,
    number: incident.number,
    callId: incident.callId,
    openedAt: incident.openedAt,
    receivedAt: call?.receivedAt ?? incident.openedAt,
    ...mergedView(sources.db, incident),
    phase: phaseOf(incident),
    owner: incident.owner,
    ownerName: nameOf(incident.owner),
    place: incident.place,
    area: area?.name ?? null,
    zone: area?.zone ?? null,
    pointArea: pointArea(sources),
    locatedAt: call?.fixes.at(-1)?.at ?? null,
    callback: incident.callback,
    known: {
      name: '',
      birthDate: null,
      ...personNamedOn(sources.db, incident.incidentId),
      asOf: peopleChangedAt(sources.db),
    },
    callType: incident.callType,
    callTypeLabel: callTypeLabel(policy, incident.callType),
    words: incident.words,
    language: incident.language,
    capabilities: incident.capabilities,
    facts: factLines(incident, policy, read, open, nameOf),
    recommendation: recommendationView(sources, now, offer, bar, changes, open),
    options: responseOptions(sources, now, offer, bar),
    needsDecision: needsDecision(incident),
    decision: incident.decision && {
      ...incident.decision,
      responseLabel: responseLabel(policy, incident.decision.response),
      byName: nameOf(incident.decision.by),
    },
    raised: incident.raised && `Raised from ${incident.raised.from} to ${incident.raised.to}`,
    returned: incident.returned,
    wanted: wanted.map(team),
    candidates: candidates(sources, wanted, now).map((each) => ({
      ...withOnOther(each, sources),
      team: team(each.teamType),
    })),
    units: incident.units,
    stacked: incident.stacked,
    onIt: everybodyOnIt(sources),
    staging: incident.staging,
    contacts: [incident, ...absorbedBy(sources.db, incident)].flatMap(({ incidentId }) =>
      contactsOfIncident(sources.db, incidentId).map((contact) =>
        contactLine(sources, contact, words),
      ),
    ),
    approach,
    cautions,
    teamCards: teamCards(incident, sources.units, cautions, {
      policy,
      approach: approach !== null,
      localDate: sources.local.date,
      nameOf,
    }),
    safety: safetyOnIncident(sources, incident, sources.units),
    overdue: overdueOn(incident, sources.units, policy),
    recontact: recontactView(incident, policy),
    monitoring: monitoringView(incident, policy, nameOf),
    phone: incident.phone,
    offer: offerView(incident, policy),
    fromLine: incident.fromLine,
    bounces: incident.bounces,
    transfers: transfersView(sources),
    from988: incident.from988 && {
      packet: incident.from988.packet,
      told: incident.from988.told.map(({ whom, said, at, by }) => ({
        whom,
        said,
        at,
        by: nameOf(by),
      })),
    },
    sent: sentView(sources.db, incident, policy),
    hold: incident.hold,
    unservedReasonNeeded: incident.closed === null ? reasonToClose(incident, sources.units) : null,
    closed: incident.closed && {
      disposition: dispositionLabel(incident.closed.disposition),
      at: incident.closed.at,
      note: incident.closed.note,
    },
    timeline: timelineFor(
      sources.timeline,
      { role: sources.role, words, cautionOf: sources.cautionOf, incident, db: sources.db },
      policy,
      nameOf,
      sources.timeZone,
    ),
    flag: incident.closed === null ? flagOf(incident, policy) : null,
    suicideScreen: hazardOfScreens(screens),
    clinical: clinicalView({ ...sources, screens, words }),
  };
}

/** Only when it is not the area that was set. */
function pointArea({ incident, policy, areaAt }: ViewSources): FoundArea | null {
  const { areaId, position } = incident.place;
  const found = position === null ? null : areaAt(position, policy);
  return disagrees(areaId, found) ? found : null;
}

function factLines(
  incident: Incident,
  policy: Policy,
  read: Readings,
  open: readonly string[],
  nameOf: NameOf,
): FactLine[] {
  return policy.facts.map((fact) => {
    const record = incident.facts[fact.id] ?? null;
    const reading = read(fact.id);
    return {
      id: fact.id,
      topic: fact.topic,
      label: fact.label,
      question: fact.question,
      why: fact.why,
      mandatory: fact.mandatory,
      reading,
      record,
      recordedBy: record === null ? null : nameOf(record.current.by),
      settled: record === null && !fact.mandatory && !open.includes(fact.id),
    };
  });
}

import { knownCautions } from '../caution-view.ts';
import type { DeskCore } from '../desk-core.ts';
import { clinicalSections } from './clinical-sections.ts';
import { clock, line, notes, type ContentSources as Sources } from './packet-lines.ts';
import { callTypeLabel, responseLabel } from '../incident-row.ts';
import { wordsFor } from '../partition/words-for.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import { CAUTION_LABELS, concerns } from '#shared/caution/caution.ts';
import type { CodedCaution, PacketContent, PacketLine } from '#shared/disclosure/packet.ts';
import { INFORMANT_LABELS, type FactAnswer } from '#shared/facts/fact.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { partitionsOf } from '#shared/partition/partition.ts';
import type { FactTopic } from '#shared/policy/policy.ts';
import { clinicalRecordOf } from '#shared/plan/clinical-record.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import type { Role } from '#shared/roster/operator.ts';
import { sayLanguageNeed } from '#shared/unit/language.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** What endangers somebody. Diagnosis, medication, housing and earlier calls are in none of them. */
const HAZARDS: readonly FactTopic[] = ['medical', 'weapon', 'violence', 'suicide'];

/** Dispatch notes that go along, the last ones. */
const NOTES = 3;

/** Everything the form could say of an incident, as somebody of this role reads it, as of `asOf`. */
export function packetContent(
  core: DeskCore,
  incident: Incident,
  asOf: string,
  role: Role,
): PacketContent {
  const { policy } = core.requirePolicy();
  const entries = core.journal.ofIncident(incident.incidentId, partitionsOf(role));
  const words = wordsFor(core.db, [role]);
  const record = clinicalRecordOf(entries);
  const sources: Sources = { core, incident, policy, entries, record, words, asOf };
  const cautions = cautionsHere(sources);
  const justice = cautions.filter(({ kind }) => kind === 'officer-safety');
  const others = cautions.filter(({ kind }) => kind !== 'officer-safety');
  const call = findCall(core.db, incident.callId);
  const area = policy.areas.find(({ id }) => id === incident.place.areaId)?.name ?? null;
  return {
    hazards: {
      id: 'hazards',
      lines: [...hazardLines(sources), ...others.map(cautionLine), ...approachLines(sources)],
      coded: { cautions: others.map(coded) },
    },
    justice: {
      id: 'justice',
      lines: [...justice.map(cautionLine), ...notes(sources, 'justice')],
      coded: { cautions: justice.map(coded) },
    },
    location: {
      id: 'location',
      lines: locationLines(incident, area),
      coded: { address: incident.place.address, area, position: incident.place.position },
    },
    people: {
      id: 'people',
      lines: [line('Callback', incident.callback ?? 'not known')],
      coded: { callback: incident.callback },
    },
    happened: {
      id: 'happened',
      lines: [
        line('Call type', callTypeLabel(policy, incident.callType) ?? 'not set'),
        line('Received', clock(sources, call?.receivedAt ?? incident.openedAt)),
        ...(incident.words === '' ? [] : [line('In the caller’s words', incident.words)]),
      ],
      coded: {
        callType: incident.callType,
        callTypeLabel: callTypeLabel(policy, incident.callType),
        receivedAt: call?.receivedAt ?? incident.openedAt,
        answeredAt: incident.openedAt,
      },
    },
    done: { id: 'done', lines: doneLines(sources), coded: { closed: closedAs(incident) } },
    units: unitsSection(sources),
    language: {
      id: 'language',
      lines: [
        line('Spoken', incident.language === null ? 'English' : sayLanguageNeed(incident.language)),
      ],
      coded: null,
    },
    clinician: { id: 'clinician', lines: clinicianLines(sources), coded: null },
    ...clinicalSections(sources),
  };
}

/** Each with who said it and when; what nobody asked is never a no. */
function hazardLines(sources: Sources): PacketLine[] {
  const { policy, incident } = sources;
  const asked = policy.facts
    .filter(({ topic }) => HAZARDS.includes(topic))
    .flatMap(({ id, label, mandatory }) => {
      const record = incident.facts[id];
      if (record === undefined)
        return mandatory ? [{ rank: 1, line: line(label, 'not asked') }] : [];
      const { current, aged } = record;
      const answer = current.answer === 'unknown' ? 'asked, nobody knows' : current.answer;
      const again = aged ? ', to be asked again' : '';
      const rank = ['yes', 'unknown', 'no'].indexOf(current.answer);
      return [{ rank, line: line(label, `${answer}${again}`, saidBy(sources, current)) }];
    });
  // What is there comes before what is open, and that before what is not there.
  return asked.toSorted((a, b) => a.rank - b.rank).map((each) => each.line);
}

function saidBy(sources: Sources, { informant, at }: FactAnswer): string {
  return `${INFORMANT_LABELS[informant]}, ${clock(sources, at)}`;
}

function cautionsHere({ core, incident, words }: Sources): KnownCaution[] {
  const here = cautionsOfIncident(core.db, incident).filter((each) => concerns(each, incident));
  return knownCautions(here, words, core.local().date, core.nameOf).filter(
    ({ expired }) => !expired,
  );
}

function cautionLine({ kind, text, source, expiresOn }: KnownCaution): PacketLine {
  return line(
    `Caution, ${CAUTION_LABELS[kind].toLowerCase()}`,
    text,
    `${source}, until ${expiresOn}`,
  );
}

function coded({ kind, text, source, recordedAt, expiresOn }: KnownCaution): CodedCaution {
  return { kind: CAUTION_LABELS[kind], text, source, recordedAt, expiresOn };
}

function approachLines(sources: Sources): PacketLine[] {
  const { approach } = sources.record;
  return [
    ...(approach === null ? [] : [line('Approach', approach.value, clock(sources, approach.at))]),
    ...sources.incident.staging.map(({ unitId, place, securedBy }) =>
      line('Approach', `${unitId} waits at ${place} until ${securedBy} has secured the scene`),
    ),
  ];
}

function locationLines({ place }: Incident, area: string | null): PacketLine[] {
  return [
    line('Address', place.address === '' ? 'not known' : place.address),
    ...(area === null ? [] : [line('Area', area)]),
    ...(place.position === null
      ? []
      : [line('Point', `${place.position.lat}, ${place.position.lon}`)]),
  ];
}

function doneLines(sources: Sources): PacketLine[] {
  const { incident, policy } = sources;
  const { decision, upgrades, hold, closed } = incident;
  return [
    ...(decision === null
      ? []
      : [
          line(
            'Decided',
            `${decision.level}, ${responseLabel(policy, decision.response)}`,
            clock(sources, decision.at),
          ),
        ]),
    ...upgrades.map(({ services, at }) =>
      line(
        'Called',
        services.map((each) => (each === 'ems' ? 'EMS' : 'police')).join(' and '),
        clock(sources, at),
      ),
    ),
    ...(hold === null ? [] : [line('Held', hold.reason)]),
    ...notes(sources, 'dispatch').slice(-NOTES),
    ...(closed === null ? [] : [line('Closed', dispositionLabel(closed.disposition))]),
  ];
}

function closedAs({ closed }: Incident): string | null {
  return closed?.disposition ?? null;
}

function unitsSection(sources: Sources): PacketContent['units'] {
  const { core, incident, policy } = sources;
  const { date } = core.local();
  const units = allUnits(core.db)
    .filter(({ incidentId }) => incidentId === incident.incidentId)
    .map(({ unitId, teamType, status, since }) => {
      const team = teamTypeOn(policy, teamType, date)?.label ?? teamType;
      return { unitId, teamType, team, status, since };
    });
  return {
    id: 'units',
    lines: units.map(({ unitId, team, status, since }) =>
      line(unitId, `${team}, ${UNIT_STATUS[status].label.toLowerCase()}`, clock(sources, since)),
    ),
    coded: { units: units.map(({ since: _since, ...unit }) => unit) },
  };
}

function clinicianLines({ core, incident, policy }: Sources): PacketLine[] {
  const { phone } = incident;
  const talking = phone.state === 'with-clinician' || phone.state === 'transferring';
  if (!talking) return [];
  const dispatch = phoneDeskOf(policy).receivers.find(({ kind }) => kind === 'dispatch');
  const dial = dispatch?.dial?.replace(/^(tel|sip):/u, '') ?? 'through dispatch';
  return [line('On the phone', core.nameOf(phone.clinician)), line('Callback', dial)];
}
